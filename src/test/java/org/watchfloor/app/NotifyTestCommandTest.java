package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test notice, sent to a real web server. */
class NotifyTestCommandTest {
    @TempDir
    private Path temp;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    NotifyTestCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    @BeforeEach
    void listen() throws IOException {
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        configure("""
                channels:
                  hook: { webhook: { url: "http://127.0.0.1:%d/secret-path" } }
                  other: { webhook: { url: "http://127.0.0.1:1/" } }
                """.formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsOneTestAndSaysThatItWasAccepted() {
        Printed test = test("hook");

        assertThat(test.errors()).isEmpty();
        assertThat(test.output())
                .startsWith("hook (webhook of 127.0.0.1) accepted the test")
                .doesNotContain("secret");
        assertThat(test.exitCode()).isZero();
        assertThat(received).hasSize(1).first().asString().contains("This is a test of the channel");
    }

    @ParameterizedTest
    @CsvSource({"404, refused the test", "503, did not take the test"})
    void saysWhatTheReceiverSaid(int answer, String said) {
        status = answer;

        Printed test = test("hook");

        assertThat(test.output()).contains(said, Integer.toString(answer)).doesNotContain("secret");
        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(received).hasSize(1);
    }

    @Test
    void saysThatNobodyListens() {
        Printed test = test("other");

        assertThat(test.output()).contains("other (webhook of 127.0.0.1) did not take the test");
        assertThat(test.exitCode()).isEqualTo(1);
    }

    @Test
    void namesTheChannelsThatThereAre() throws IOException {
        Printed test = test("hok");

        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(test.errors()).contains("no channel \"hok\"", "known are: hook, other");
        assertThat(received).isEmpty();

        configure("{}\n");
        assertThat(test("hook").errors()).contains("none is configured");
    }

    @Test
    void sendsNothingWhileTheConfigurationIsBroken() throws IOException {
        configure("channels:\n  hook: { webhok: {} }\n");

        Printed test = test("hook");

        assertThat(test.exitCode()).isEqualTo(2);
        assertThat(test.errors()).contains("site.yaml:2:", "webhok");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(Printed.by(new NotifyCommand()).exitCode()).isEqualTo(2);
        Printed nameless = Printed.by(new NotifyCommand(), "test");
        assertThat(nameless.exitCode()).isEqualTo(2);
        assertThat(nameless.errors()).contains("CHANNEL");
    }

    @Test
    void isACommandOfTheProgram() throws Exception {
        try (Run run = Run.of(temp.resolve("data"), Map.of(), "notify", "test", "--config", temp.toString(), "hook")) {
            assertThat(run.exitCode()).as(run.errors()).isZero();
            assertThat(run.output()).contains("accepted the test");
            assertThat(run.errors()).isEmpty();
        }
        assertThat(received).hasSize(1);
    }

    private Printed test(String channel) {
        return Printed.by(new NotifyCommand(), "test", "--config", temp.toString(), channel);
    }

    private void configure(String yaml) throws IOException {
        Files.writeString(temp.resolve("site.yaml"), yaml);
    }
}
