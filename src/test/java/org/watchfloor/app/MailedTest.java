package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a web server that breaks to a mail in somebody's box, and to its end in the same thread of mails. */
class MailedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    MailedTest() throws IOException {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void beginAndEndAreOneThreadOfMails() throws Exception {
        try (Run run = Run.headless(configure(), temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length == 1);
            site.answers(200);
            await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length == 2);
        }

        MimeMessage begin = server.getReceivedMessages()[0];
        MimeMessage end = server.getReceivedMessages()[1];
        assertThat(begin.getSubject()).startsWith("[P2] web-1/page is down");
        assertThat(begin.getAllRecipients()[0]).hasToString("ops@example.org");
        assertThat(end.getSubject()).contains("RESOLVED").contains("web-1/page is down");
        assertThat(end.getHeader("In-Reply-To", null)).isEqualTo(begin.getHeader("Message-ID", null));
        assertThat(end.getHeader("References", null))
                .contains(begin.getHeader("References", null))
                .contains(begin.getHeader("Message-ID", null));
    }

    private Path configure() throws IOException {
        Path config = temp.resolve("config");
        site.configure(config);
        Files.writeString(
                config.resolve("alerting.yaml"), """
                channels:
                  ops-mail:
                    mail: { host: 127.0.0.1, port: %d, security: none, from: floor@example.org, to: ops@example.org }
                receivers: { ops: { tell: ops-mail } }
                routing: { group-wait: 1s, group-interval: 1s }
                """.formatted(server.getSmtp().getPort()));
        return config;
    }
}
