package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample configuration on the lab, as the real program runs them: a server breaks, and a runbook of the sample sees it through. */
@Tag("peers")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LabRecoveryPeerTest {
    private static final Path SAMPLE = Path.of("sample-config");
    private static final Pattern PORT = Pattern.compile("\\b180(0[1-9]|1[0-4])\\b");
    private static final int SERVICES = 14;

    @TempDir
    private Path temp;

    @Test
    void aServerOfTheLabThatBreaksIsTriedUntilItIsBackAndProved() throws Exception {
        int base = freeBase();
        Path config = sample(base);
        Path script = Files.writeString(temp.resolve("web-2.lab"), """
                at 15s: break web-2 refuse
                at 23s: mend web-2
                """);
        try (Run run = start(base, config, script)) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.automate("LIMITED");
            door.awaitState("web-2/page", "UP");

            JsonNode begun = door.awaitAction(
                    action -> action.path("runbook").asString("").equals("try-page-again"));
            JsonNode over = door.awaitOver(begun.path("id").asLong(0));

            assertThat(over.at("/action/status").asString(""))
                    .as(over.toString())
                    .isEqualTo("succeeded");
            assertThat(over.at("/action/check").asString("")).isEqualTo("web-2/page");
            assertThat(over.at("/action/by").asString("")).startsWith("failure ");
            assertThat(over.at("/steps/0/kind").asString("")).isEqualTo("retry");
            assertThat(run.log()).contains("lab: web-2 breaks: the port is closed");
            door.awaitState("web-2/page", "UP");
        }
    }

    private Run start(int base, Path config, Path script) throws IOException {
        return Run.of(
                temp.resolve("data"),
                Map.of("WATCHFLOOR_TOKEN", RecoveryTalk.TOKEN),
                List.of("-Dlab.base-port=" + base),
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--lab-script",
                script.toString(),
                "--config",
                config.toString(),
                "--data",
                temp.resolve("data").toString());
    }

    /** The sample with the ports of a lab that was moved. */
    private Path sample(int base) throws IOException {
        Path copy = temp.resolve("config");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            files.forEach(file -> copy(file, copy.resolve(SAMPLE.relativize(file)), base));
        }
        return copy;
    }

    private static void copy(Path from, Path to, int base) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.writeString(
                        to,
                        PORT.matcher(Files.readString(from))
                                .replaceAll(found -> Integer.toString(base + Integer.parseInt(found.group(1)))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports that the system hands to whoever connects. */
    private static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(18_200, 32_000)
                .filter(base -> IntStream.rangeClosed(1, SERVICES).allMatch(number -> isFree(base + number)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
