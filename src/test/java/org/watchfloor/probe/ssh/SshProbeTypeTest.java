package org.watchfloor.probe.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.config.Secret;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.SshFiles;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;

/** The {@code ssh:} section. */
@NullMarked
class SshProbeTypeTest {
    @TempDir
    Path home;

    private final SshSessions sessions = new SshSessions(
            SshFiles.ofThisUser(Path.of("pins")), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    private final SshProbeType type = new SshProbeType(sessions, NameLookup.ofSystem());

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void takesDefaultsFromTheHost() {
        SshCheck check = type.read(ConfigNodes.parse("command: uptime").root());

        assertThat(check)
                .isEqualTo(new SshCheck(
                        new SshTarget(
                                ConfigNodes.HOST_ADDRESS,
                                Optional.empty(),
                                Optional.empty(),
                                SshLogin.LIKE_SSH,
                                Optional.empty(),
                                true),
                        "uptime",
                        Recipe.NONE,
                        OutputSpec.of(OutputFormat.NONE)));
        assertThat(check.summary()).isEqualTo("ssh 192.0.2.10: uptime");
        assertThat(type.key()).isEqualTo("ssh");
        assertThat(type.specType()).isEqualTo(SshCheck.class);
    }

    @Test
    void readsEveryKey() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("""
                host: db
                port: 2222
                user: watch
                key: keys/id
                passphrase: ${PHRASE}
                password: file:secret
                agent: false
                known-hosts: hosts
                config: false
                recipe: linux-vitals
                format: regex
                pattern: "x=(?<x>.*)"
                expect-exit: [0, 3]
                output-limit: 64KiB
                """);

        SshCheck check = type.read(parsed.root());

        assertThat(parsed.messages()).isEmpty();
        assertThat(check.summary()).isEqualTo("ssh watch@db:2222: linux-vitals");
        assertThat(check.target().configured()).isFalse();
        assertThat(check.target().knownHosts()).contains(Path.of("/etc/watchfloor/hosts"));
        assertThat(check.target().login().agent()).isFalse();
        assertThat(check.target().login().key()).contains(Path.of("/etc/watchfloor/keys/id"));
        assertThat(check.target().login().passphrase()).contains(new ReferredSecret(new Secret.Variable("PHRASE")));
        assertThat(check.output().expectExit()).isEqualTo(List.of(0, 3));
        assertThat(check.output().limit()).isEqualTo(64 * 1024);
    }

    @Test
    void notesWhatDoesNotFit() {
        assertThat(problems("")).singleElement().asString().contains("needs a command or a recipe");
        assertThat(problems("{command: a, recipe: linux-vitals}"))
                .singleElement()
                .asString()
                .contains("not both");
        assertThat(problems("{command: a, passphrase: '${X}'}"))
                .singleElement()
                .asString()
                .contains("no key to open");
        assertThat(problems("{command: a, password: literal}")).hasSize(1);
        assertThat(problems("{command: a, format: regex}"))
                .singleElement()
                .asString()
                .contains("needs a pattern");
        assertThat(problems("{command: a, pattern: x}"))
                .singleElement()
                .asString()
                .contains("only used by format regex");
        assertThat(problems("{command: a, expect-exit: 256}"))
                .singleElement()
                .asString()
                .contains("not an exit code");
        assertThat(problems("{command: a, port: 70000}")).hasSize(1);
        assertThat(problems("{comand: a, command: b}"))
                .singleElement()
                .asString()
                .contains("command");
    }

    private List<String> problems(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(type.read(parsed.root())).isNotNull();
        return parsed.messages();
    }
}
