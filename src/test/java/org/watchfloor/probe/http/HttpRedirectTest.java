package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Reason;

/** Redirects: followed, limited, asserted. */
class HttpRedirectTest {
    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path files;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void followsRedirectsAndShowsThem() {
        redirect(302, "/second");
        server.enqueue(new MockResponse.Builder().body("there").build());

        Observation seen = HttpLooks.look(url());

        assertUp(seen);
        assertThat(fact(seen, "redirect")).isEqualTo("302 → http://127.0.0.1:" + server.getPort() + "/second");
        assertThat(fact(seen, "body")).isEqualTo("there");
    }

    @Test
    void stopsAtTheLimit() {
        for (int i = 0; i < 3; i++) {
            redirect(301, "/again");
        }

        assertDown(
                HttpLooks.look(url() + "\nredirects: {limit: 2}"),
                Reason.STATUS,
                "HTTP 301: more than 2 redirects, the last to http://127.0.0.1:");
    }

    @Test
    void assertsTheLocationInstead() {
        redirect(301, "https://example.org/new");
        redirect(301, "https://example.org/old");

        assertUp(HttpLooks.look(url() + "\nredirects: {follow: false, expect-location: '/new$'}"));
        assertDown(
                HttpLooks.look(url() + "\nredirects: {follow: false, expect-location: '/new$'}"),
                Reason.HEADER_MISMATCH,
                "header Location is \"https://example.org/old\", which does not match //new$/");
    }

    @Test
    void takesARedirectForAStatusWhenItDoesNotFollow() {
        redirect(302, "/login");

        assertDown(
                HttpLooks.look(url() + "\nredirects: {follow: false}"),
                Reason.STATUS,
                "HTTP 302 Redirection, expected 200-299");
    }

    @Test
    void turnsAPostIntoAGetAfterASeeOther() throws InterruptedException {
        redirect(303, "/a");
        server.enqueue(new MockResponse.Builder().build());

        assertUp(HttpLooks.look(url() + "\nmethod: POST\nbody: x"));

        assertThat(request().getMethod()).isEqualTo("POST");
        assertThat(request().getMethod()).isEqualTo("GET");
    }

    @Test
    void keepsThePostAfterATemporaryRedirect() throws InterruptedException {
        redirect(307, "/b");
        server.enqueue(new MockResponse.Builder().build());

        assertUp(HttpLooks.look(url() + "\nmethod: POST\nbody: x"));

        request();
        assertThat(request().getMethod()).isEqualTo("POST");
    }

    @Test
    void keepsCredentialsFromAnotherHost() throws Exception {
        Path token = Files.writeString(files.resolve("token"), "tok-1");
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(new MockResponse.Builder().build());
            redirect(302, "http://ann:pw@127.0.0.1:" + other.getPort() + "/");

            Observation seen = HttpLooks.look(url() + "\nauth: {bearer: 'file:" + token + "'}");

            assertUp(seen);
            assertThat(request().getHeaders().get("Authorization")).isEqualTo("Bearer tok-1");
            RecordedRequest second = other.takeRequest(5, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(second.getHeaders().get("Authorization")).isNull();
            assertThat(fact(seen, "redirect")).doesNotContain("ann", "pw@");
        }
    }

    @Test
    void doesNotFollowWhereHttpDoesNotReach() {
        redirect(302, "file:///etc/passwd");

        assertDown(HttpLooks.look(url()), Reason.STATUS, "HTTP 302");
    }

    private void redirect(int status, String location) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build());
    }

    private RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private String url() {
        return "url: http://127.0.0.1:" + server.getPort() + "/";
    }
}
