package org.watchfloor.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;

/** Short messages by Twilio and by any gateway. */
class SmsNotifierTest {
    private static final SmsNotifierType TYPE = new SmsNotifierType(TestChannels.SENDER, Notices.TEXT);

    private final WebPeer peer = new WebPeer();

    @TempDir
    Path files;

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void postsAFormToTwilio() throws Exception {
        peer.answers(201, "{\"sid\":\"SM1\"}");

        assertThat(send(twilio("['+491510001']"), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);

        RecordedRequest request = peer.request();
        assertThat(request.getMethod() + " " + request.getTarget())
                .isEqualTo("POST /2010-04-01/Accounts/AC1/Messages.json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(Credentials.basic("AC1", "t0ken"));
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(URLDecoder.decode(WebPeer.text(request), StandardCharsets.UTF_8))
                .isEqualTo("To=+491510001&From=+1500&Body=[P1] web-1/front is down: connection refused");
    }

    @Test
    void doesNotTellANumberTwice() throws Exception {
        peer.answers(201, "").answers(503, "").answers(201, "");
        Notifier notifier = twilio("['+491510001', '+491510002']");

        Delivery first = send(notifier, Notices.firing());
        Delivery second = send(notifier, Notices.firing());

        assertThat(retry(first).why()).startsWith("1 of 2 numbers not told, …0002: HTTP 503");
        assertThat(second).isEqualTo(Delivery.Accepted.PLAIN);
        assertThat(peer.server().getRequestCount()).isEqualTo(3);
        peer.request();
        peer.request();
        assertThat(WebPeer.text(peer.request())).contains("491510002");
    }

    @Test
    void tellsEveryNumberOfTheNextNotice() throws Exception {
        peer.answers(201, "").answers(201, "");
        Notifier notifier = twilio("['+491510001']");

        send(notifier, Notices.firing());
        send(notifier, Notices.with(Notices.resolved(), 8, 0, ""));

        assertThat(peer.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void leavesTimeForTheNextNumber() throws Exception {
        peer.hangs().answers(201, "");

        Delivery delivery =
                twilio("['+491510001', '+491510002']").send(Notices.firing(), Optional.empty(), Duration.ofSeconds(2));

        assertThat(retry(delivery).why()).contains("1 of 2 numbers not told, …0001");
        assertThat(peer.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void givesUpOnAWrongNumberWithoutTellingTheToken() throws Exception {
        peer.answers(400, "{\"code\":21211,\"message\":\"Invalid 'To', t0ken\"}");

        assertThat(refused(send(twilio("['+491510001']"), Notices.firing())).why())
                .contains("…0001: HTTP 400", "Invalid 'To', ***");
    }

    @Test
    void cutsTheText() throws Exception {
        peer.answers(201, "");

        send(twilio("['+491510001'], parts: 1"), Notices.of(Notice.Kind.FIRING, Notices.item("x".repeat(400))));

        String form = URLDecoder.decode(WebPeer.text(peer.request()), StandardCharsets.UTF_8);
        assertThat(form.substring(form.indexOf("Body=") + 5)).hasSize(160).endsWith("...");
    }

    @Test
    void fillsInAnyGateway() throws Exception {
        peer.answers(200, "").answers(200, "");

        send(
                open(
                        TYPE,
                        "{numbers: ['+491510001'], gateway: {url: '" + peer.url() + "/send', "
                                + "body: '{\"to\": \"{{number}}\", \"text\": \"{{text}}\"}'}}"),
                Notices.of(Notice.Kind.FIRING, Notices.item("say \"no\"")));
        send(
                open(
                        TYPE,
                        "{numbers: ['+491510001'], gateway: {method: get, url: '" + peer.url()
                                + "/send?to={{number}}&text={{text}}'}}"),
                Notices.of(Notice.Kind.FIRING, Notices.item("a&b")));

        RecordedRequest post = peer.request();
        assertThat(WebPeer.json(post).path("to").asString()).isEqualTo("+491510001");
        assertThat(WebPeer.json(post).path("text").asString()).isEqualTo("[P1] say \"no\"");
        RecordedRequest get = peer.request();
        assertThat(get.getMethod()).isEqualTo("GET");
        assertThat(get.getUrl().queryParameter("to")).isEqualTo("+491510001");
        assertThat(get.getUrl().queryParameter("text")).isEqualTo("[P1] a&b");
    }

    @Test
    void tellsMistakes() {
        String gateway = "{numbers: ['+491510001'], gateway: ";
        assertProblem(TYPE, "{numbers: ['+491510001']}", "neither twilio nor gateway");
        assertProblem(TYPE, gateway + "{url: 'http://x/'}}", "the request says nothing");
        assertProblem(TYPE, gateway + "{url: 'http://{{number}}/', body: '{}'}}", "does not become a URL");
        assertProblem(TYPE, gateway + "{url: 'http://x/', body: '[{{numbr}}]'}}", "unknown name \"numbr\"");
        assertProblem(TYPE, gateway + "{url: 'http://x/', body: '{}', secrets: {key: abc}}}", "holds a secret itself");
        assertProblem(TYPE, "{numbers: [me], twilio: {account: AC1, token: '${T}', from: X}}", "is not a number");
        assertProblem(TYPE, "{twilio: {account: AC1, token: '${T}', from: X}}", "nobody to tell");
    }

    private Notifier twilio(String numbers) throws IOException {
        Path token = Files.writeString(files.resolve("token"), "t0ken");
        return open(
                TYPE,
                "{numbers: " + numbers + ", twilio: {account: AC1, token: 'file:" + token
                        + "', from: '+1500', base-url: '" + peer.url() + "'}}");
    }
}
