package org.watchfloor.notify.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.WebPeer;

/** Real commands that are told. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CustomNotifierTest {
    private static final CustomNotifierType TYPE = new CustomNotifierType(
            Notices.TEXT, Thread.ofPlatform().daemon().name("pipe-", 0).factory());

    @TempDir
    Path files;

    @Test
    void getsTheNoticeAsJson() throws Exception {
        Path seen = files.resolve("seen");

        Delivery delivery = send(shell("cat > " + seen), Notices.firing());

        assertThat(delivery).isEqualTo(Delivery.Accepted.PLAIN);
        assertThat(WebPeer.json(Files.readString(seen)).path("title").asString())
                .isEqualTo("[P1] web-1/front is down: connection refused");
    }

    @Test
    void isAskedByItsExit() throws Exception {
        assertThat(retry(send(shell("echo full >&2; exit 75"), Notices.firing()))
                        .why())
                .isEqualTo("sh ended with 75: full");
        assertThat(refused(send(shell("echo; echo who >&2; echo else >&2; exit 3"), Notices.firing()))
                        .why())
                .isEqualTo("sh ended with 3: who");
        assertThat(refused(send(shell("exit 1"), Notices.firing())).why()).isEqualTo("sh ended with 1");
    }

    @Test
    void needNotReadWhatItIsTold() throws Exception {
        Notice.Item[] many = new Notice.Item[200];
        Arrays.fill(many, Notices.item("x".repeat(2_000)));

        assertThat(send(shell("exit 0"), Notices.of(Notice.Kind.FIRING, many))).isEqualTo(Delivery.Accepted.PLAIN);
    }

    @Test
    void mayComplainAtLength() throws Exception {
        Delivery delivery = send(shell("head -c 1000000 /dev/zero | tr '\\0' x >&2; exit 1"), Notices.firing());

        assertThat(refused(delivery).why()).startsWith("sh ended with 1: xxx").hasSizeLessThan(400);
    }

    @Test
    void knowsLittleOfThisMachine() throws Exception {
        Path seen = files.resolve("seen");

        send(
                open(TYPE, "{argv: [sh, -c, 'env | cut -d= -f1 | sort > " + seen + "'], env: {TEAM: ops}}"),
                Notices.firing());

        assertThat(Files.readAllLines(seen))
                .contains("HOME", "LANG", "PATH", "TEAM", "USER", "WATCHFLOOR_RUN")
                .doesNotContain("JAVA_HOME");
    }

    @Test
    void getsSecretsThatNobodyElseSees() throws Exception {
        Path secret = Files.writeString(files.resolve("secret"), "hunter2");
        CustomChannel channel = new CustomChannel(
                List.of("sh", "-c", "echo \"bad $TOKEN\" >&2; exit 1"),
                Map.of(),
                Map.of("TOKEN", new Secret.File(secret)));

        assertThat(refused(send(TYPE.open(channel), Notices.firing())).why()).isEqualTo("sh ended with 1: bad ***");
        assertThat(refused(send(open(TYPE, "{argv: [sh], env: {T: '${NOT_SET_HERE}'}}"), Notices.firing()))
                        .why())
                .isEqualTo("credential ${NOT_SET_HERE} is missing on this machine");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isKilledWithAllItsChildrenAtTheTimeout() throws Exception {
        Path child = files.resolve("child");
        Notifier notifier = shell("setsid sh -c 'echo $$ > " + child + "; exec sleep 600' & sleep 600");

        Delivery delivery = notifier.send(Notices.firing(), Optional.empty(), Duration.ofSeconds(2));

        assertThat(retry(delivery).why()).isEqualTo("sh was killed after 2000 ms without an end");
        long pid = Long.parseLong(Files.readString(child).strip());
        await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void tellsACommandThatIsNotThere() throws Exception {
        assertThat(refused(send(open(TYPE, "argv: [/no/such/command]"), Notices.firing()))
                        .why())
                .contains("/no/such/command cannot be started");
    }

    @Test
    void tellsMistakes() {
        assertProblem(TYPE, "{}", "no command");
        assertProblem(TYPE, "{argv: [a], env: {'a b': c}}", "cannot be set");
        assertProblem(TYPE, "{argv: [\"a\\0\"]}", "NUL");
    }

    private static Notifier shell(String script) throws IOException {
        return TYPE.open(new CustomChannel(List.of("sh", "-c", script), Map.of(), Map.of()));
    }
}
