package org.watchfloor.notify.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.watchfloor.model.RetryAfter;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.text.Excerpt;

/** What a status means for a notice (RFC 9110, 15): 5xx, 408 and 429 may pass, other refusals do not. Stateless. */
final class Verdict {
    private static final Set<Integer> MAY_PASS = Set.of(408, 429);
    private static final Set<Integer> SAYS_WHEN = Set.of(429, 503);
    private static final int EXCERPT = 200;

    private final InstantSource clock;

    Verdict(InstantSource clock) {
        this.clock = clock;
    }

    Delivery of(Answer answer, String peer, Function<String, Delivery> good) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return good.apply(answer.body());
        }
        String why = "HTTP " + status + " from " + peer;
        if (status >= 300 && status < 400) {
            return new Delivery.Refused(why + ": redirects are not followed; write the new URL into the channel");
        }
        String said = Excerpt.line(answer.body(), EXCERPT);
        String whole = said.isEmpty() ? why : why + ": " + said;
        return status >= 500 || MAY_PASS.contains(status)
                ? new Delivery.Retry(whole, after(answer))
                : new Delivery.Refused(whole);
    }

    private Optional<Duration> after(Answer answer) {
        return answer.retryAfter()
                .filter(_ -> SAYS_WHEN.contains(answer.status()))
                .flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }
}
