package org.watchfloor.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.AMPLE;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;
import tools.jackson.databind.JsonNode;

/** Slack by webhook and by bot. */
class SlackNotifierTest {
    private static final SlackNotifierType TYPE = new SlackNotifierType(TestChannels.SENDER, Notices.TEXT);

    private final WebPeer peer = new WebPeer();

    @TempDir
    Path files;

    private Path hook = Path.of("");
    private Path token = Path.of("");

    @BeforeEach
    void keepSecrets() throws IOException {
        hook = Files.writeString(files.resolve("hook"), peer.url() + "/services/T0/B0/topsecret");
        token = Files.writeString(files.resolve("token"), "xoxb-1");
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void postsBlocksToAWebhook() throws Exception {
        peer.answers(200, "ok");

        assertThat(send(byHook(), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);

        RecordedRequest request = peer.request();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/services/T0/B0/topsecret");
        JsonNode body = WebPeer.json(request);
        assertThat(body.path("text").asString()).isEqualTo("[P1] web-1/front is down: connection refused");
        JsonNode header = body.path("blocks").path(0);
        assertThat(header.path("type").asString()).isEqualTo("header");
        assertThat(header.path("text").path("type").asString()).isEqualTo("plain_text");
        JsonNode section = body.path("blocks").path(1);
        assertThat(section.path("text").path("type").asString()).isEqualTo("mrkdwn");
        assertThat(section.path("text").path("text").asString())
                .contains("the shop is closed", "<https://wiki.example.org/front?a=1&amp;b=2|Runbook>");
    }

    @Test
    void leavesNothingToReadAsMarkup() throws Exception {
        peer.answers(200, "ok");

        send(byHook(), Notices.of(Notice.Kind.FIRING, Notices.item("<!channel> & <@U1>")));

        String body = WebPeer.text(peer.request());
        assertThat(body).contains("&lt;!channel&gt; &amp; &lt;@U1&gt;");
        assertThat(WebPeer.json(body)
                        .path("blocks")
                        .path(1)
                        .path("text")
                        .path("text")
                        .asString())
                .doesNotContain("<!channel>");
    }

    @Test
    void keepsWithinTheLimitsOfBlocks() throws Exception {
        peer.answers(200, "ok");
        Notice.Item[] many = IntStream.range(0, 30)
                .mapToObj(i -> Notices.item("&".repeat(5_000)))
                .toArray(Notice.Item[]::new);

        send(byHook(), Notices.of(Notice.Kind.FIRING, many));

        JsonNode blocks = WebPeer.json(peer.request()).path("blocks");
        assertThat(blocks.size()).isEqualTo(12);
        assertThat(blocks.path(0).path("text").path("text").asString()).hasSizeLessThanOrEqualTo(150);
        for (JsonNode block : blocks) {
            assertThat(block.path("text").path("text").asString()).hasSizeLessThanOrEqualTo(3_000);
        }
        assertThat(blocks.path(11).path("text").path("text").asString()).isEqualTo("… and 20 more");
    }

    @Test
    void repliesInTheThreadOfTheEpisode() throws Exception {
        peer.answers(200, "{\"ok\":true,\"ts\":\"1503435956.000247\"}")
                .answers(200, "{\"ok\":true,\"ts\":\"1503435999.000100\"}");

        Delivery first = send(byBot(), Notices.firing());
        Delivery second = byBot().send(Notices.resolved(), Optional.of("1503435956.000247"), AMPLE);

        assertThat(first).isEqualTo(new Delivery.Accepted(Optional.of("1503435956.000247")));
        assertThat(second).isEqualTo(first);
        RecordedRequest opening = peer.request();
        assertThat(opening.getUrl().encodedPath()).isEqualTo("/api/chat.postMessage");
        assertThat(opening.getHeaders().get("Authorization")).isEqualTo("Bearer xoxb-1");
        assertThat(WebPeer.json(opening).path("channel").asString()).isEqualTo("#ops");
        assertThat(WebPeer.json(opening).has("thread_ts")).isFalse();
        assertThat(WebPeer.json(peer.request()).path("thread_ts").asString()).isEqualTo("1503435956.000247");
    }

    @Test
    void knowsWhatSlackMeansByAnError() throws Exception {
        peer.answers(200, "{\"ok\":false,\"error\":\"rate_limited\"}")
                .answers(200, "{\"ok\":false,\"error\":\"invalid_auth\"}")
                .answers(200, "{\"ok\":false,\"error\":\"channel_not_found\"}")
                .answers(200, "<html>");

        retry(send(byBot(), Notices.firing()));
        assertThat(refused(send(byBot(), Notices.firing())).why()).isEqualTo("Slack says invalid_auth");
        assertThat(refused(send(byBot(), Notices.firing())).why()).isEqualTo("Slack says channel_not_found");
        retry(send(byBot(), Notices.firing()));
    }

    @Test
    void waitsWhenItIsTooFast() throws Exception {
        peer.answers(new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "30")
                        .build())
                .answers(404, "no_service");

        assertThat(retry(send(byHook(), Notices.firing())).after()).contains(Duration.ofSeconds(30));
        assertThat(refused(send(byHook(), Notices.firing())).why())
                .isEqualTo("HTTP 404 from " + peer.name() + ": no_service")
                .doesNotContain("topsecret");
    }

    @Test
    void tellsMistakes() {
        assertProblem(TYPE, "{}", "neither webhook nor token");
        assertProblem(TYPE, "{webhook: 'https://hooks.slack.com/services/x'}", "holds a secret itself");
        assertProblem(TYPE, "{token: '${T}'}", "no channel to post to");
        assertProblem(TYPE, "{webhook: '${W}', channel: ops}", "posts to its own channel");
        assertProblem(TYPE, "{webhook: '${W}', token: '${T}', channel: ops}", "both webhook and token");
    }

    private Notifier byHook() {
        return open(TYPE, "{webhook: 'file:" + hook + "'}");
    }

    private Notifier byBot() {
        return open(TYPE, "{token: 'file:" + token + "', channel: '#ops', base-url: '" + peer.url() + "/api'}");
    }
}
