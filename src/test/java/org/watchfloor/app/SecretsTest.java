package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password goes to the server that it is for, and nowhere else. */
class SecretsTest {
    private static final String PASSWORD = "q7-Zebra-Quartz-41";
    private static final String BASE64 = "cTctWmVicmEtUXVhcnR6LTQx";

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    SecretsTest() throws IOException {}

    @Test
    void staysOutOfLogsDataAndAnswers() throws Exception {
        Path config = temp.resolve("config");
        Path data = temp.resolve("data");
        site.configure(config, secretive(site.port()));
        Map<String, String> environment = Map.of("LOGIN_PASSWORD", PASSWORD);
        try (Run run = Run.of(
                data,
                environment,
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--config",
                config.toString(),
                "--data",
                data.toString())) {
            run.awaitState("web-2/token", "UP");
            run.awaitState("web-2/login", "DOWN");
            run.awaitState("web-2/command", "DOWN");

            run.awaitReady();

            for (String path : List.of(
                    "/api/v1/checks",
                    "/api/v1/checks/web-2/login",
                    "/api/v1/checks/web-2/token",
                    "/api/v1/checks/web-2/command",
                    "/api/v1/incidents",
                    "/api/v1/engine",
                    "/health/detailed",
                    "/metrics")) {
                HttpResponse<String> answer = run.get(path);
                assertThat(answer.statusCode()).as(path).isIn(200, path.startsWith("/health") ? 503 : 200);
                assertThat(answer.body()).as(path).doesNotContain(PASSWORD, BASE64);
            }
            run.signal("TERM");
            run.exitCode();
            assertThat(run.errors() + run.output()).contains("web-2/login").doesNotContain(PASSWORD, BASE64);
        }
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSWORD, BASE64));
        }
    }

    private static String secretive(int port) {
        return """
            web-2:
              address: 127.0.0.1
              checks:
                login:
                  http:
                    url: "http://127.0.0.1:%d/"
                    auth: { basic: { user: watch, password: "${LOGIN_PASSWORD}" } }
                    expect: { body-contains: nowhere }
                token:
                  http:
                    url: "http://127.0.0.1:%d/"
                    auth: { bearer: "${LOGIN_PASSWORD}" }
                command:
                  command:
                    argv: [sh, -c, 'echo "$PASSWORD"; exit 2']
                    env: { PASSWORD: "${LOGIN_PASSWORD}" }
            """.formatted(port, port);
    }
}
