package org.watchfloor.notify.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;
import tools.jackson.databind.JsonNode;

/** Opsgenie's Alert API. */
class OpsgenieNotifierTest {
    private static final OpsgenieNotifierType TYPE = new OpsgenieNotifierType(TestChannels.SENDER, Notices.TEXT);
    private static final String TAKEN = "{\"result\":\"Request will be processed\"}";

    private final WebPeer peer = new WebPeer();

    @TempDir
    Path files;

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void createsAnAlert() throws Exception {
        peer.answers(202, TAKEN);

        assertThat(send(notifier(), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);

        RecordedRequest request = peer.request();
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath()).isEqualTo("POST /v2/alerts");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("GenieKey k-1");
        JsonNode alert = WebPeer.json(request);
        assertThat(alert.path("message").asString()).startsWith("[P1] web-1/front");
        assertThat(alert.path("alias").asString()).isEqualTo("e-17");
        assertThat(alert.path("priority").asString()).isEqualTo("P1");
        assertThat(alert.path("description").asString()).contains("the shop is closed");
        assertThat(alert.path("tags").path(0).asString()).isEqualTo("shop");
        assertThat(alert.path("details").path("host").asString()).isEqualTo("web-1");
        assertThat(alert.path("entity").asString()).isEqualTo("web-1");
    }

    @Test
    void acknowledgesAndClosesByAlias() throws Exception {
        peer.answers(202, TAKEN).answers(202, TAKEN);

        send(notifier(), Notices.acknowledged());
        send(notifier(), Notices.resolved());

        RecordedRequest acknowledged = peer.request();
        assertThat(acknowledged.getTarget()).isEqualTo("/v2/alerts/e-17/acknowledge?identifierType=alias");
        assertThat(WebPeer.json(acknowledged).path("note").asString()).contains("ACKNOWLEDGED");
        assertThat(peer.request().getTarget()).isEqualTo("/v2/alerts/e-17/close?identifierType=alias");
    }

    @Test
    void keepsWithinTheLimits() throws Exception {
        peer.answers(202, TAKEN);

        send(notifier(), Notices.of(Notice.Kind.FIRING, Notices.item("x".repeat(50_000))));

        JsonNode alert = WebPeer.json(peer.request());
        assertThat(alert.path("message").asString()).hasSize(130);
        assertThat(alert.path("description").asString()).hasSizeLessThanOrEqualTo(15_000);
    }

    @Test
    void triesAgainOrGivesUp() throws Exception {
        peer.answers(503, "")
                .answers(422, "{\"message\":\"Key format is not valid: k-1\"}")
                .answers(202, TAKEN);

        retry(send(notifier(), Notices.firing()));
        assertThat(refused(send(notifier(), Notices.firing())).why())
                .contains("HTTP 422", "Key format is not valid: ***");
        assertThat(send(notifier(), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);
    }

    @Test
    void tellsMistakes() {
        assertProblem(TYPE, "{}", "\"api-key\" is missing");
        assertThat(TestChannels.read(TYPE, "api-key: ${OG}").baseUrl()).hasToString("https://api.opsgenie.com");
    }

    private Notifier notifier() throws IOException {
        Path key = Files.writeString(files.resolve("key"), "k-1");
        return open(TYPE, "{api-key: 'file:" + key + "', tags: [shop], base-url: '" + peer.url() + "'}");
    }
}
