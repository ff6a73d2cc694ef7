package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.ConfigDirectory;

/** A check whose text did not change must be the same check after a reload, or it would lose its state. */
class ReloadTest {
    @TempDir
    private Path temp;

    @Test
    void readsTheSampleTwiceAsTheSameSite() {
        try (ProbeRoom probes = ProbeRoom.open(temp.resolve("known_hosts"))) {
            ConfigDirectory directory = new ConfigDirectory(
                    Path.of("sample-config"),
                    probes.probes().types(),
                    ChannelRoom.open().sections());

            assertThat(directory.read()).isEqualTo(directory.read());
        }
    }

    @Test
    void readsEveryKindOfExpressionTwiceAsTheSameSite() throws Exception {
        Files.writeString(temp.resolve("site.yaml"), """
                hosts:
                  web-1:
                    checks:
                      http: { http: { url: "http://localhost/", expect: { body-matches: "a+", headers: { Server: "n.*" }, json: [ { pointer: /a, is: "matches ^b$" } ] } } }
                      tcp: { tcp: { port: 25, script: [ { expect: "^220" }, { send: "QUIT" } ] } }
                      ssh: { ssh: { command: uptime, format: regex, pattern: "up (?<days>[0-9]+)" } }
                      command: { command: { argv: [uptime], format: regex, pattern: "up" } }
                """);
        try (ProbeRoom probes = ProbeRoom.open(temp.resolve("known_hosts"))) {
            ConfigDirectory directory = new ConfigDirectory(
                    temp, probes.probes().types(), ChannelRoom.open().sections());

            assertThat(directory.read().getClass().getSimpleName()).isEqualTo("Loaded");
            assertThat(directory.read()).isEqualTo(directory.read());
        }
    }
}
