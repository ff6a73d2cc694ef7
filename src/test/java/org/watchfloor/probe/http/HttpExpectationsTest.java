package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.LoopbackPeer;

/** What the operator expects of an answer, held against one fixed answer of a real server. */
class HttpExpectationsTest {
    private static final String BODY =
            "{\"status\":\"ok\",\"load\":0.75,\"nodes\":[{\"up\":true},{\"up\":false}],\"version\":\"v2.1\",\"none\":null}";
    private LoopbackPeer peer = LoopbackPeer.saying("");

    HttpExpectationsTest() throws IOException {}

    @BeforeEach
    void start() throws IOException {
        peer.close();
        peer = LoopbackPeer.saying(
                "HTTP/1.1 203 Fine\r\nContent-Type: application/json\r\nVia: a\r\nVia: b7\r\n\r\n" + BODY);
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void holdsTheStatusAgainstCodesAndRanges() {
        assertUp(expecting("status: 203"));
        assertUp(expecting("status: [404, 200-204]"));
        assertDown(expecting("status: [200, 300-399]"), Reason.STATUS, "HTTP 203 Fine, expected 200, 300-399");
    }

    @Test
    void holdsTheBodyAgainstTexts() {
        assertUp(expecting("body-contains: [status, load]"));
        assertDown(
                expecting("body-contains: [status, missing]"),
                Reason.BODY_MISMATCH,
                "body does not contain \"missing\"");
        assertUp(expecting("body-not-contains: error"));
        assertDown(expecting("body-not-contains: ok"), Reason.BODY_MISMATCH, "body contains \"ok\"");
    }

    @Test
    void holdsTheBodyAgainstExpressions() {
        assertUp(expecting("body-matches: 'v\\d\\.\\d'"));
        assertDown(expecting("body-matches: 'v\\d\\d'"), Reason.BODY_MISMATCH, "body does not match /v\\d\\d/");
        assertUp(expecting("body-not-matches: 'error|fatal'"));
        assertDown(expecting("body-not-matches: '\\bok\\b'"), Reason.BODY_MISMATCH, "body matches /\\bok\\b/");
    }

    @Test
    void holdsHeadersAgainstExpressions() {
        assertUp(expecting("headers: {content-type: '^application/json', Via: '\\d'}"));
        assertDown(
                expecting("headers: {Content-Type: html}"),
                Reason.HEADER_MISMATCH,
                "header Content-Type is \"application/json\", which does not match /html/");
        assertDown(expecting("headers: {X-None: .}"), Reason.HEADER_MISMATCH, "no header X-None in the answer");
    }

    @Test
    void comparesJsonValues() {
        assertUp(expecting("json: [{pointer: /status, is: == ok}, {pointer: /load, is: '< 1'}]"));
        assertUp(expecting("json: [{pointer: /nodes/0/up, is: == true}, {pointer: /version, is: 'matches ^v\\d'}]"));
        assertUp(expecting("json: [{pointer: /load, is: '== 0.750'}, {pointer: /load, is: '!= 1'}]"));
        assertUp(expecting("json: [{pointer: /none, is: == null}, {pointer: /load, is: '>= 0.75'}]"));
        assertDown(
                expecting("json: [{pointer: /nodes/1/up, is: == true}]"),
                Reason.JSON_MISMATCH,
                "/nodes/1/up is false, expected == true");
        assertDown(
                expecting("json: [{pointer: /load, is: '> 0.75'}]"),
                Reason.JSON_MISMATCH,
                "/load is 0.75, expected > 0.75");
        assertDown(
                expecting("json: [{pointer: /status, is: '<= 3'}]"),
                Reason.JSON_MISMATCH,
                "/status is \"ok\", expected <= 3");
        assertDown(
                expecting("json: [{pointer: /nowhere, is: == 1}]"),
                Reason.JSON_MISMATCH,
                "nothing at /nowhere in the body");
    }

    @Test
    void tellsABodyThatIsNoJson() throws IOException {
        try (LoopbackPeer html = LoopbackPeer.saying("HTTP/1.1 200 OK\r\n\r\n<html>")) {
            Observation seen = HttpLooks.look(
                    "url: http://127.0.0.1:" + html.port() + "\nexpect: {json: [{pointer: /a, is: == 1}]}");

            assertDown(seen, Reason.JSON_MISMATCH, "body is not JSON: ");
        }
    }

    @Test
    void tellsJsonThatBreaksOff() throws IOException {
        try (LoopbackPeer cut = LoopbackPeer.saying("HTTP/1.1 200 OK\r\n\r\n{\"a\": [1")) {
            Observation seen = HttpLooks.look(
                    "url: http://127.0.0.1:" + cut.port() + "\nexpect: {json: [{pointer: /a, is: == 1}]}");

            assertDown(seen, Reason.JSON_MISMATCH, "body is not JSON: ");
            assertThat(seen.outcome().message())
                    .isEqualTo("body is not JSON: Unexpected end-of-input: expected close marker for Array");
        }
    }

    @Test
    void survivesJsonThatIsNestedWithoutEnd() throws IOException {
        try (LoopbackPeer nested = LoopbackPeer.saying("HTTP/1.1 200 OK\r\n\r\n" + "[".repeat(500_000))) {
            Observation seen = HttpLooks.look(
                    "url: http://127.0.0.1:" + nested.port() + "\nexpect: {json: [{pointer: /a, is: == 1}]}");

            assertDown(seen, Reason.JSON_MISMATCH, "body is not JSON: ");
        }
    }

    @Test
    void givesUpAnExpressionThatWouldTakeForEver() throws IOException {
        String trap = "HTTP/1.1 200 OK\r\n\r\n" + "a".repeat(60) + "b";
        try (LoopbackPeer hostile = LoopbackPeer.saying(trap)) {
            Observation seen = HttpLooks.look(
                    "url: http://127.0.0.1:" + hostile.port() + "\nexpect: {body-matches: '(a+)+\\1$'}",
                    Duration.ofMillis(500));

            assertDown(seen, Reason.BODY_MISMATCH, "body could not be compared: the expression takes too long");
        }
    }

    private Observation expecting(String expectation) {
        return HttpLooks.look("url: http://127.0.0.1:" + peer.port() + "\nexpect:\n  " + expectation);
    }
}
