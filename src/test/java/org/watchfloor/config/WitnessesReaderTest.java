package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesReaderTest {
    @TempDir
    private Path directory;

    @Test
    void asksTheGatewayOfTheRoutingTableByDefault() throws IOException {
        assertThat(read("hosts: {}\n")).isEqualTo(new ConfigResult.Loaded(site(Witnesses.DEFAULT)));
    }

    @Test
    void readsNamesAndAddressesOfBothFamilies() throws IOException {
        ConfigResult result = read("""
                observer:
                  gateway: 192.168.1.1
                  outside: [ 'dns.example.org:53', '192.0.2.1:443', '[2001:db8::1]:443' ]
                """);

        Witnesses expected = new Witnesses(
                true,
                Optional.of("192.168.1.1"),
                List.of(
                        new Witnesses.Outside("dns.example.org", 53),
                        new Witnesses.Outside("192.0.2.1", 443),
                        new Witnesses.Outside("2001:db8::1", 443)));
        assertThat(result).isEqualTo(new ConfigResult.Loaded(site(expected)));
        assertThat(expected.outside().getLast()).hasToString("[2001:db8::1]:443");
    }

    @Test
    void saysWhatIsNoPlace() throws IOException {
        ConfigResult result = read("observer: { outside: [ 'http://example.org', 'a:0', 'b:65536' ] }\n");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .hasSize(3)
                                .first()
                                .hasToString("site.yaml:1:13: \"http://example.org\" is no HOST:PORT;"
                                        + " write a name or an address and a port, such as 192.0.2.1:443"));
    }

    private ConfigResult read(String yaml) throws IOException {
        Files.writeString(directory.resolve("site.yaml"), yaml);
        return new ConfigDirectory(directory, List.of(), List.of(new WitnessesReader())).read();
    }

    private static Site site(Witnesses witnesses) {
        return new Site(List.of(), List.of(), List.of(), Settings.DEFAULT, Map.of(Witnesses.class, witnesses));
    }
}
