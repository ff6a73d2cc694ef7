package org.watchfloor.notify.slack;

import java.util.Optional;
import java.util.Set;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.text.Excerpt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code {"ok": …}} of Slack's web API means, which comes with status 200 in any case. Pure functions. */
final class SlackAnswer {
    private static final Set<String> MAY_PASS = Set.of(
            "rate_limited",
            "ratelimited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    private SlackAnswer() {}

    /** @param thread stays the reference of the episode; without one, the message itself becomes it */
    static Delivery delivery(String answer, Optional<String> thread) {
        try {
            JsonNode json = JsonMapper.shared().readTree(answer);
            if (json.path("ok").asBoolean(false)) {
                Optional<String> own = Optional.of(json.path("ts").asString("")).filter(ts -> !ts.isEmpty());
                return new Delivery.Accepted(thread.or(() -> own));
            }
            return refused(Excerpt.line(json.path("error").asString("no reason"), 100));
        } catch (JacksonException e) {
            return new Delivery.Retry("what Slack answers is not JSON", Optional.empty());
        }
    }

    private static Delivery refused(String error) {
        String why = "Slack says " + error;
        return MAY_PASS.contains(error) ? new Delivery.Retry(why, Optional.empty()) : new Delivery.Refused(why);
    }
}
