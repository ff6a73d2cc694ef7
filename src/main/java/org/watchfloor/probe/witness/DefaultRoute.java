package org.watchfloor.probe.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The default gateway as Linux's IPv4 routing table has it: {@code /proc/net/route}, addresses in hexadecimal digits of
 * the machine's byte order (proc(5)). Other systems have no such file, there the gateway has to be configured.
 */
final class DefaultRoute {
    private static final String ANYWHERE = "00000000";
    private static final int METRIC = 6;

    private DefaultRoute() {}

    static Optional<InetAddress> gateway(Path routes) {
        try (var lines = Files.lines(routes)) {
            return lines.skip(1)
                    .map(line -> List.of(line.trim().split("\\s+")))
                    .filter(columns -> columns.size() > METRIC
                            && columns.get(1).equals(ANYWHERE)
                            && !columns.get(2).equals(ANYWHERE))
                    .min(Comparator.comparingInt(columns -> Integer.parseInt(columns.get(METRIC))))
                    .flatMap(columns -> address(columns.get(2)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> address(String digits) {
        int little = Integer.reverseBytes(Integer.parseUnsignedInt(digits, 16));
        byte[] bytes = {(byte) (little >> 24), (byte) (little >> 16), (byte) (little >> 8), (byte) little};
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
