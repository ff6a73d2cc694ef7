package org.watchfloor.web;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ChannelId;

/** One decision about one alert with its reason, as the API tells it. */
record VerdictJson(
        long id,
        Instant at,
        long alert,
        String rule,
        AlertJson.SubjectJson subject,
        Verdict.Kind kind,
        Optional<String> channel,
        Optional<String> actor,
        String text) {
    static VerdictJson of(Verdict verdict) {
        return new VerdictJson(
                verdict.id(),
                verdict.at(),
                verdict.alert().value(),
                verdict.rule(),
                AlertJson.SubjectJson.of(verdict.subject()),
                verdict.kind(),
                verdict.channel().map(ChannelId::value),
                verdict.actor().map(Actor::name),
                verdict.text());
    }
}
