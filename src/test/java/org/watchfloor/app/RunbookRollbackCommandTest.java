package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the real program has done is undone from the terminal. */
@EnabledOnOs(OS.LINUX)
class RunbookRollbackCommandTest {
    @TempDir
    private Path temp;

    private Path config;
    private Path made;

    @BeforeEach
    void configure() throws IOException {
        config = Files.createDirectory(temp.resolve("config"));
        made = temp.resolve("made");
    }

    @Test
    void undoesAnActionOnceAndSaysWhatCameOfIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            write(server.getLocalPort(), "/bin/rm");
            try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
                Printed begun = run(run);
                assertThat(begun.exitCode()).as(begun.errors()).isZero();
                assertThat(begun.output()).contains("action 1 succeeded");
                assertThat(made).exists();

                Printed undone = rollback(run, "1", "--by", "ada");

                assertThat(undone.exitCode()).as(undone.errors()).isZero();
                assertThat(undone.output()).contains("action 1 rolled_back", "ada wants it undone");
                assertThat(made).doesNotExist();
                Printed again = rollback(run, "1");
                assertThat(again.exitCode()).isEqualTo(2);
                assertThat(again.errors()).contains("action 1 cannot be undone", "runs once only");
                Printed unknown = rollback(run, "77");
                assertThat(unknown.exitCode()).isEqualTo(2);
                assertThat(unknown.errors()).contains("no action 77 was at work");
            }
        }
    }

    @Test
    void saysThatItIsNotUndone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            write(server.getLocalPort(), "/bin/false");
            try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
                run(run);

                Printed undone = rollback(run, "1");

                assertThat(undone.exitCode()).isEqualTo(1);
                assertThat(undone.output()).contains("action 1 failed");
                assertThat(made).exists();
            }
        }
    }

    private Printed run(Run watchfloor) {
        RecoveryTalk.with(watchfloor).awaitState("web-1/port", "UP");
        return Printed.by(
                new RunbookRunCommand(Map.of(DoorClient.TOKEN, RecoveryTalk.TOKEN)),
                "make",
                "--target",
                "web-1/port",
                "--url",
                watchfloor.url().toString());
    }

    private static Printed rollback(Run watchfloor, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url";
        all[arguments.length + 1] = watchfloor.url().toString();
        return Printed.by(new RunbookRollbackCommand(Map.of(DoorClient.TOKEN, RecoveryTalk.TOKEN)), all);
    }

    private void write(int port, String undo) throws IOException {
        Files.writeString(config.resolve("site.yaml"), """
                defaults: { every: 1s, timeout: 900ms, unhealthy-after: 1, healthy-after: 1 }
                hosts:
                  web-1: { address: 127.0.0.1, checks: { port: { tcp: { port: %d } } } }
                runbooks:
                  make:
                    for: { hosts: [web-1] }
                    steps: [ { command: { argv: [/bin/touch, %s] } } ]
                    proof: { none: the test looks itself }
                    rollback: { automatic: false, steps: [ { command: { argv: [%s, %s] } } ] }
                """.formatted(port, made, undo, made));
    }
}
