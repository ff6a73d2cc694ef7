package org.watchfloor.probe.tcp;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.tls.TlsSpec;

/** Reads one {@code tcp:} section. */
final class TcpCheckReader {
    private static final int MAX_SIZE = 16 << 20;
    private static final String HOST_ADDRESS = "{host.address}";

    private final ConfigNode node;

    TcpCheckReader(ConfigNode node) {
        this.node = node;
    }

    TcpCheck read() {
        String host =
                node.key("host", "name or address; default {host.address}").text(HOST_ADDRESS);
        int port = node.key("port", "port, 1 to 65535").requiredInteger(1, 65535);
        StartTls startTls = node.key(
                        "starttls",
                        "none (default), smtp, imap, pop3, ftp or postgresql: begin in plain text, then TLS")
                .choice(StartTls.NONE);
        Optional<Secured> secured = node.section("tls", "secure the connection; tls: {} for the defaults")
                .map(TcpCheckReader::secured);
        List<Step> script = node.sections("script", "steps in order, each with one of send, expect").stream()
                .flatMap(step -> step(step).stream())
                .toList();
        int maxSize = node.key("max-size", "most text to read in all, 1 B to 16MiB; default 64KiB")
                .bytes(TcpCheck.DEFAULT_MAX_SIZE, 1, MAX_SIZE);
        return new TcpCheck(
                host, port, tls(secured, startTls), startTls, secured.flatMap(Secured::name), script, maxSize);
    }

    private Optional<TlsSpec> tls(Optional<Secured> secured, StartTls startTls) {
        boolean enabled = secured.map(Secured::enabled).orElse(startTls != StartTls.NONE);
        if (!enabled && startTls != StartTls.NONE) {
            node.problem("starttls", "starttls with tls: {enabled: false}", "remove one of the two");
        }
        return enabled ? Optional.of(secured.map(Secured::spec).orElse(TlsSpec.DEFAULT)) : Optional.empty();
    }

    private static Secured secured(ConfigNode node) {
        return new Secured(
                node.key("enabled", "false: connect without TLS; default true").flag(true),
                node.key("server-name", "whose certificate is expected, also sent as SNI; default: host")
                        .text(),
                TlsSpec.read(node));
    }

    private static Optional<Step> step(ConfigNode node) {
        Optional<String> send = node.key("send", "text to send as UTF-8; write line ends as \\r\\n in double quotes")
                .text();
        Optional<Expression> expect = node.key(
                        "expect",
                        "expression to wait for in what no step before has matched, whose beginning is ^;"
                                + " named groups become facts and metrics")
                .pattern()
                .map(Expression::of);
        boolean expects = !node.placeOf("expect").equals(node.place());
        if (send.isPresent() == expects) {
            node.problem("a step needs exactly one of send and expect", "write one step for each");
        }
        Optional<Step> sending = send.map(Step.Send::new);
        return sending.or(() -> expect.map(Step.Expect::new));
    }

    private record Secured(boolean enabled, Optional<String> name, TlsSpec spec) {}
}
