package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Secret;

/** Who may come in, on real sockets. */
class GuardTest {
    @TempDir
    Path directory;

    @Test
    void refusesAnotherAddressThanLoopbackWithoutAToken() {
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);

        assertThatThrownBy(() -> new WebSettings(everywhere, Optional.empty(), Set.of(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("will not listen on 0.0.0.0 without a token")
                .hasMessageContaining("at least 16 characters in WATCHFLOOR_TOKEN");
    }

    @Test
    void refusesATokenThatIsMissingOrShortWithoutShowingIt() throws Exception {
        Secret missing = new Secret.Variable("WATCHFLOOR_NO_SUCH_VARIABLE");
        Secret weak = new Secret.File(Files.writeString(directory.resolve("weak"), "hunter2"));

        assertThatThrownBy(() -> TestDoor.settings(Optional.of(missing))).hasMessageContaining("is missing");
        assertThatThrownBy(() -> TestDoor.settings(Optional.of(weak)))
                .hasMessageContaining("shorter than 16")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void listensEverywhereWithATokenAndAnswersUnderItsAddress() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), TestDoor.TOKEN);
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);
        WebSettings settings = new WebSettings(everywhere, Optional.of(new Secret.File(file)), Set.of(), 1_000, 1_000);

        try (TestDoor door = new TestDoor(settings)) {
            assertThat(door.get("/api/v1").statusCode()).isEqualTo(401);
            assertThat(door.send(door.to("/api/v1").header("Authorization", "Bearer " + TestDoor.TOKEN))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void answersUnderAnyNameWhoeverHasTheToken() throws Exception {
        try (TestDoor door = TestDoor.withToken(directory)) {
            String head = "GET /api/v1 HTTP/1.1\r\nHost: ops.somewhere.example\r\nConnection: close\r\n";

            assertThat(door.raw(head + "\r\n")).startsWith("HTTP/1.1 401");
            assertThat(door.raw(head + "Authorization: Bearer " + TestDoor.TOKEN + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void wantsTheTokenForAllButLiveness() throws Exception {
        try (TestDoor door = TestDoor.withToken(directory)) {
            HttpResponse<String> without = door.get("/health");

            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"watchfloor\"");
            assertThat(without.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(door.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(door.get("/api/v1/events").statusCode()).isEqualTo(401);
            assertThat(door.get("/no/such/place").statusCode()).isEqualTo(401);
            assertThat(door.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong-wrong-wrong-wrong",
                "Bearer ",
                "Bearer",
                "Basic s3cret-s3cret-s3cret",
                "s3cret-s3cret-s3cret",
                "Bearer s3cret-s3cret-s3cret, Bearer s3cret-s3cret-s3cret",
                "Bearer s3cret-s3cret-s3cre"
            })
    void refusesEveryOtherToken(String header) throws Exception {
        try (TestDoor door = TestDoor.withToken(directory)) {
            HttpResponse<String> response = door.send(door.to("/api/v1/engine").header("Authorization", header));

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).doesNotContain("s3cret");
        }
    }

    @Test
    void takesANewTokenAtOnceAndLetsNobodyInWhenItIsGone() throws Exception {
        try (TestDoor door = TestDoor.withToken(directory)) {
            Files.writeString(directory.resolve("token"), "another-another-another");

            assertThat(door.send(door.to("/api/v1").header("Authorization", "Bearer " + TestDoor.TOKEN))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(door.send(door.to("/api/v1").header("Authorization", "bearer another-another-another"))
                            .statusCode())
                    .isEqualTo(200);

            Files.delete(directory.resolve("token"));

            assertThat(door.send(door.to("/api/v1").header("Authorization", "Bearer another-another-another"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "192.0.2.7",
                "user@localhost",
                "localhost/evil",
                "[::ffff:192.0.2.7]",
                "loc%61lhost",
                ""
            })
    void refusesAHostThatIsNotThisOne(String host) throws Exception {
        try (TestDoor door = new TestDoor()) {
            String answer = door.raw("GET /api/v1/engine HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 403").contains("the Host header does not name this machine");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:7070",
                "localhost.",
                "127.0.0.1:7070",
                "127.1.2.3",
                "[::1]:7070",
                "ops.example",
                "OPS.example:443"
            })
    void acceptsTheNamesOfThisMachine(String host) throws Exception {
        try (TestDoor door = new TestDoor()) {
            assertThat(door.raw("GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesARequestWithoutHostOrWithTwoOrForAnotherAuthority() throws Exception {
        try (TestDoor door = new TestDoor()) {
            assertThat(door.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(door.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n"))
                    .doesNotStartWith("HTTP/1.1 200");
            assertThat(door.raw(
                            "GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://localhost:3000", "null", "http://localhost.evil.example"})
    void refusesACommandFromAWebPageOfAnotherOrigin(String origin) throws Exception {
        try (TestDoor door = new TestDoor()) {
            String answer = door.raw("POST /api/v1/checks/web-1/front/pause HTTP/1.1\r\nHost: localhost\r\nOrigin: "
                    + origin + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 403").contains("a web page from elsewhere");
            assertThat(door.engine.told).isEmpty();
        }
    }

    @Test
    void refusesACommandThatABrowserCallsCrossSiteAndAcceptsOneFromItsOwnPage() throws Exception {
        try (TestDoor door = new TestDoor()) {
            String command =
                    "POST /api/v1/checks/web-1/front/pause HTTP/1.1\r\nHost: localhost:7070\r\nContent-Length: 0\r\n";

            assertThat(door.raw(command + "Connection: close\r\nSec-Fetch-Site: cross-site\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(
                            door.raw(
                                    command
                                            + "Connection: close\r\nOrigin: http://localhost:7070\r\nSec-Fetch-Site: same-origin\r\n\r\n"))
                    .startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void slowsDownAClientThatAsksTooOftenButNotLiveness() throws Exception {
        WebSettings settings = new WebSettings(TestDoor.loopback(), Optional.empty(), Set.of(), 0.001, 3);
        try (TestDoor door = new TestDoor(settings)) {
            for (int request = 0; request < 3; request++) {
                assertThat(door.get("/api/v1").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> tooMany = door.get("/api/v1");

            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(door.get("/health/live").statusCode()).isEqualTo(200);
        }
    }
}
