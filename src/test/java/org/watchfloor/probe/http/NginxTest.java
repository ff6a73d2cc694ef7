package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;
import static org.watchfloor.probe.net.Looks.measured;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.tls.HeldCertificate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.tls.TlsPeers;

/** HTTP probes against a real nginx, started for this test on ports of its own. */
@Tag("peers")
class NginxTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    @TempDir
    private static Path prefix;

    private static @Nullable Process nginx;
    private static int http;
    private static int https;
    private static int old;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(NGINX), "nginx is not installed");
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0);
                ServerSocket three = new ServerSocket(0)) {
            http = one.getLocalPort();
            https = two.getLocalPort();
            old = three.getLocalPort();
        }
        HeldCertificate certificate = TlsPeers.good();
        Files.writeString(prefix.resolve("site.pem"), certificate.certificatePem());
        Files.writeString(prefix.resolve("site.key"), certificate.privateKeyPkcs8Pem());
        Files.writeString(prefix.resolve("ca.pem"), TlsPeers.AUTHORITY.certificatePem());
        Files.writeString(prefix.resolve("users"), "ann:{PLAIN}s3cret\n");
        Files.createDirectories(prefix.resolve("www"));
        Files.writeString(prefix.resolve("www/big.txt"), "x".repeat(200_000));
        Files.writeString(prefix.resolve("nginx.conf"), configuration());
        nginx = new ProcessBuilder(
                        NGINX.toString(), "-p", prefix.toString(), "-c", "nginx.conf", "-e", prefix + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(prefix.resolve("output.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), http).close();
            return true;
        });
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            assertThat(nginx.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void looksAtAPlainPage() {
        Observation seen = HttpLooks.look("url: http://127.0.0.1:" + http + "/\nexpect: {body-contains: healthy}");

        assertUp(seen);
        assertThat(fact(seen, "header Server")).startsWith("nginx");
        assertThat(fact(seen, "status line")).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void followsARedirectToTls() {
        Observation seen = HttpLooks.look(
                "{url: 'http://127.0.0.1:" + http + "/moved', tls: {ca: " + prefix.resolve("ca.pem") + "}}");

        assertUp(seen);
        assertThat(fact(seen, "redirect")).startsWith("301 → https://127.0.0.1:" + https);
        assertThat(measured(seen, "cert_days_left")).isBetween(9.9, 10.1);
    }

    @Test
    void speaksHttp2() {
        Observation seen = HttpLooks.look("{url: 'https://127.0.0.1:" + https + "/', protocol: http2, tls: {ca: "
                + prefix.resolve("ca.pem") + "}}");

        assertUp(seen);
        assertThat(fact(seen, "protocol")).isEqualTo("h2");
    }

    @Test
    void tellsAMissingPageAndRefusedCredentials() throws IOException {
        assertDown(
                HttpLooks.look("url: http://127.0.0.1:" + http + "/none"),
                Reason.STATUS,
                "HTTP 404 Not Found, expected 200-299");
        Path right = Files.writeString(prefix.resolve("right"), "s3cret");
        Path wrong = Files.writeString(prefix.resolve("wrong"), "guess");
        String locked = "url: http://127.0.0.1:" + http + "/locked\nauth: {basic: {user: ann, password: 'file:";
        assertUp(HttpLooks.look(locked + right + "'}}"));
        assertDown(HttpLooks.look(locked + wrong + "'}}"), Reason.AUTH_FAILED, "HTTP 401 Unauthorized");
    }

    @Test
    void cutsASlowBodyAtItsBudget() {
        assertDown(
                HttpLooks.look("url: http://127.0.0.1:" + http + "/big.txt", Duration.ofSeconds(1)),
                Reason.RESPONSE_TIMEOUT,
                "but no full answer within 1 s");
    }

    @Test
    void tellsAServerThatIsTooOldOrCloses() {
        assertDown(
                HttpLooks.look("{url: 'https://127.0.0.1:" + old + "/', tls: {min-version: 1.3, ca: "
                        + prefix.resolve("ca.pem") + "}}"),
                Reason.TLS_TOO_OLD,
                "offers no TLS version that is new enough");
        assertDown(
                HttpLooks.look("url: http://127.0.0.1:" + http + "/closed"),
                Reason.CUT_OFF,
                "connection cut off by 127.0.0.1:");
    }

    private static String configuration() {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                events {}
                http {
                  access_log off;
                  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
                  ssl_certificate site.pem;
                  ssl_certificate_key site.key;
                  server {
                    listen 127.0.0.1:%1$d;
                    root www;
                    location = / { return 200 "healthy"; }
                    location = /moved { return 301 https://127.0.0.1:%2$d/; }
                    location = /closed { return 444; }
                    location = /locked { auth_basic x; auth_basic_user_file users; try_files /big.txt =404; }
                    location = /big.txt { limit_rate 10k; }
                  }
                  server { listen 127.0.0.1:%2$d ssl http2; location / { return 200 "secure"; } }
                  server { listen 127.0.0.1:%3$d ssl; ssl_protocols TLSv1.2; location / { return 200 "old"; } }
                }
                """.formatted(http, https, old);
    }
}
