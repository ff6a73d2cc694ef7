package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the sample configuration holds fits what the lab serves. */
class LabFilesTest {
    private static final Path SAMPLE = Path.of("sample-config/lab");

    @AutoClose
    private final Lab lab = Labs.open();

    LabFilesTest() throws IOException {}

    @Test
    void authorityIsTheSame() throws Exception {
        assertThat(Resources.text("ca-with-key.pem")).startsWith(sample("ca.pem"));
        assertThat(sample("ca.pem")).doesNotContain("PRIVATE");
        assertThat(Duration.between(
                        InstantSource.system().instant(),
                        Labs.authority().getNotAfter().toInstant()))
                .isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void passwordIsTheSame() throws IOException {
        assertThat(sample("password.txt")).isEqualTo(Resources.text("password.txt"));
    }

    @Test
    void clientKeyIsAdmitted() throws Exception {
        var key = SecurityUtils.loadKeyPairIdentities(
                        null,
                        () -> "ssh-client-key",
                        Files.newInputStream(SAMPLE.resolve("ssh-client-key")),
                        FilePasswordProvider.EMPTY)
                .iterator()
                .next();

        assertThat(KeyUtils.compareKeys(key.getPublic(), SshKeys.load().client()))
                .isTrue();
    }

    @Test
    void knownHostsListEverySshServer() throws IOException {
        String key = PublicKeyEntry.toString(SshKeys.load().host().getPublic());
        int number = 0;
        for (LabTarget target : lab.targets()) {
            number += target.port().isPresent() ? 1 : 0;
            if (target.name().endsWith("/ssh")) {
                int port = PortPlan.startingAt(PortPlan.DEFAULT_BASE).portOf(number);
                assertThat(sample("known_hosts")).contains("[127.0.0.1]:" + port + " " + key + "\n");
            }
        }
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name));
    }
}
