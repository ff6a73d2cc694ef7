package org.watchfloor.probe.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.ladder.Seen;
import org.watchfloor.probe.ladder.Step;
import org.watchfloor.probe.ladder.Way;
import org.watchfloor.probe.tls.TlsFailure;

/** The way of an HTTP check: to the proxy or the target, then TLS, HTTP and the content. Pure functions. */
final class HttpWay {
    private static final String STATUS_LINE = "status line";

    private static final Step TLS =
            new Step("TLS", TlsFailure.REASONS, seen -> Seen.has(seen, Phase.TLS), Phase.TLS, Seen::certificate);
    private static final Step HTTP = new Step(
            "HTTP",
            Set.of(Reason.STATUS, Reason.HEADER_MISMATCH, Reason.AUTH_FAILED, Reason.CREDENTIAL_MISSING),
            seen -> !Seen.fact(seen, STATUS_LINE).isEmpty(),
            Phase.FIRST_BYTE,
            seen -> Seen.fact(seen, STATUS_LINE));
    private static final Step CONTENT = new Step(
            "content",
            Set.of(Reason.BODY_MISMATCH, Reason.JSON_MISMATCH, Reason.TOO_LARGE),
            _ -> false,
            Phase.BODY,
            HttpWay::content);

    private HttpWay() {}

    static Way of(HttpCheck check) {
        HttpUrl url = HttpUrl.get(check.url().toString());
        List<Step> steps = new ArrayList<>();
        if (url.isHttps()) {
            steps.add(TLS);
        }
        steps.addAll(List.of(HTTP, CONTENT));
        return check.proxy()
                .map(proxy -> new Way(proxy.getHost(), port(proxy), "the proxy", steps))
                .orElseGet(() -> new Way(url.host(), url.port(), "", steps));
    }

    private static int port(URI proxy) {
        return proxy.getPort() < 0 ? HttpUrl.defaultPort("http") : proxy.getPort();
    }

    private static String content(Observation seen) {
        String size = Seen.size(seen);
        return size.isEmpty() ? "" : "body of " + size;
    }
}
