package org.watchfloor.probe.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Witnesses;
import org.watchfloor.config.Witnesses.Outside;
import org.watchfloor.model.Testimony;
import org.watchfloor.model.Testimony.Answer;

class WitnessRoundTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    @TempDir
    private Path directory;

    @Test
    void whoAcceptsAndWhoRefusesHasAnswered() throws IOException, InterruptedException {
        try (ServerSocket open = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            ServerSocket closed = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            closed.close();
            List<Outside> outside = List.of(
                    new Outside("127.0.0.1", open.getLocalPort()), new Outside("127.0.0.1", closed.getLocalPort()));

            Testimony testimony = round("").hear(new Witnesses(false, Optional.empty(), outside));

            assertThat(testimony.answers())
                    .hasSize(2)
                    .allMatch(Answer::answered)
                    .allMatch(Answer::isOutside);
        }
    }

    @Test
    void aNameThatDoesNotExistIsSilent() throws IOException, InterruptedException {
        List<Outside> outside = List.of(new Outside("nobody.invalid", 443));

        Testimony testimony = round("").hear(new Witnesses(false, Optional.empty(), outside));

        assertThat(testimony.answers()).hasSize(1).noneMatch(Answer::answered);
    }

    @Test
    void theGatewayIsTheOneOfTheDefaultRouteWithTheLeastMetric() throws IOException, InterruptedException {
        String routes = HEAD
                + "eth1\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
                + "eth0\t00000000\t0100007F\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
                + "eth0\t0000000A\t00000000\t0001\t0\t0\t100\t0000FFFF\t0\t0\t0\n";

        Testimony testimony = round(routes).hear(Witnesses.DEFAULT);

        assertThat(testimony.answers()).containsExactly(new Answer("gateway 127.0.0.1", false, true));
    }

    @Test
    void withoutARoutingTableThereIsNoGatewayToAsk() throws IOException, InterruptedException {
        assertThat(round("").hear(Witnesses.DEFAULT).answers()).isEmpty();
        assertThat(round(HEAD + "rubbish\n").hear(Witnesses.DEFAULT).answers()).isEmpty();
        assertThat(new WitnessRound(
                                Clock.systemUTC(),
                                directory.resolve("none"),
                                Thread.ofVirtual().factory())
                        .hear(Witnesses.DEFAULT)
                        .answers())
                .isEmpty();
    }

    private WitnessRound round(String routes) throws IOException {
        Path file = directory.resolve("route");
        Files.writeString(file, routes);
        return new WitnessRound(Clock.systemUTC(), file, Thread.ofVirtual().factory());
    }
}
