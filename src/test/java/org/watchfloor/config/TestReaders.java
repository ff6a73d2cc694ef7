package org.watchfloor.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two readers of probe sections as real ones are written, for the tests of everything around them. */
final class TestReaders {
    static final List<SpecReader<?>> ALL = List.of(new Web(), new Port());

    private TestReaders() {}

    record WebSpec(URI url, List<String> accept, Optional<Secret> password, List<String> steps) implements CheckSpec {
        @Override
        public String summary() {
            return "GET " + url;
        }
    }

    record PortSpec(String address, int port, Duration patience) implements CheckSpec {
        @Override
        public String summary() {
            return "TCP " + address + ":" + port;
        }
    }

    private static final class Web implements SpecReader<WebSpec> {
        @Override
        public String key() {
            return "http";
        }

        @Override
        public Class<WebSpec> specType() {
            return WebSpec.class;
        }

        @Override
        public WebSpec read(ConfigNode node) {
            node.key("size", "most bytes of the body").bytes(1 << 20, 1, 1 << 30);
            node.key("headers", "sent along").textMap();
            node.key("follow", "follow redirects").flag(true);
            node.key("weight", "any number").number();
            node.key("body", "what the body must match").pattern();
            node.key("ca", "own authority").path();
            node.key("proxy", "goes through it").uri("http");
            node.key("kind", "what it plays").choice(ServiceType.API);
            node.section("tls", "how to encrypt")
                    .ifPresent(tls -> tls.key("verify", "trust no stranger").flag(true));
            return new WebSpec(
                    node.key("url", "what to get").requiredUri("http", "https"),
                    node.key("accept", "good statuses").texts(List.of("200-299")),
                    node.key("password", "by reference").secret(),
                    node.sections("steps", "said one after the other").stream()
                            .map(step -> step.key("send", "what to say").text(""))
                            .toList());
        }
    }

    private static final class Port implements SpecReader<PortSpec> {
        @Override
        public String key() {
            return "tcp";
        }

        @Override
        public Class<PortSpec> specType() {
            return PortSpec.class;
        }

        @Override
        public PortSpec read(ConfigNode node) {
            return new PortSpec(
                    node.key("address", "where").text("{host.address}"),
                    node.key("port", "which").requiredInteger(1, 65535),
                    node.key("wait", "for the banner").duration(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)));
        }
    }
}
