package org.watchfloor.recovery.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.command.LocalProcess;
import org.watchfloor.recovery.ssh.Remote;
import org.watchfloor.recovery.ssh.RemoteShell;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTestFiles;
import org.watchfloor.ssh.TestSshd;

/** Restarts over a real SSH server, which notes what it is asked for. */
class RestartPerformerTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private TestSshd sshd;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        sshd = new TestSshd();
        var scripted = sshd.server().getCommandFactory();
        sshd.server().setCommandFactory((channel, line) -> {
            asked.add(line);
            return scripted.createCommand(channel, "print restarted");
        });
        Files.createDirectories(home.resolve(".ssh"));
        sshd.trustIn(home.resolve(".ssh/known_hosts"));
        sessions = new SshSessions(
                SshTestFiles.in(home), Thread.ofVirtual().name("ssh-", 0).factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @Test
    void restartsAUnitOfAHost() throws Exception {
        RestartStep step = step("app@{{value}}.service", Optional.of(remote()));

        StepEnd end = performer().perform(step, Texts.value("blue"), AMPLE, _ -> {});

        assertThat(end).isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "restarted"));
        assertThat(asked).containsExactly("sudo -n systemctl restart -- app@blue.service");
    }

    @Test
    void restartsAUnitOfThisMachine() throws Exception {
        RestartStep step = step("no-such-unit-of-watchfloor.service", Optional.empty());

        StepEnd end = performer().perform(step, Values.NONE, AMPLE, _ -> {});

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.message()).matches("exit code [1-9]\\d*|not started: .*");
        assertThat(asked).isEmpty();
    }

    private RestartPerformer performer() {
        return new RestartPerformer(
                new LocalProcess(Thread.ofPlatform().daemon().factory()), new RemoteShell(sessions));
    }

    private static RestartStep step(String unit, Optional<Remote> remote) {
        return new RestartStep(Texts.text(unit, Language.UNIT), remote, true, List.of());
    }

    private Remote remote() {
        var target = SshTestFiles.byPassword(sshd.port(), TestSshd.PASSWORD);
        return new Remote(
                Texts.text("127.0.0.1", Language.AUTHORITY),
                target.port(),
                target.user(),
                target.login(),
                target.knownHosts(),
                false);
    }
}
