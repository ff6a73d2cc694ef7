package org.watchfloor.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Muting;
import org.watchfloor.alert.Silence;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;

/** What silences mute, would mute and have muted, and when they end. */
final class SilenceEndpoints {
    private static final Duration PAST = Duration.ofDays(30);
    private static final int MOST_MATCHERS = 50;

    private final Policies policies;
    private final KnownAlerts alerts;
    private final SilenceHistory history;
    private final Edits edits;
    private final InstantSource clock;

    SilenceEndpoints(EnginePorts engine, Edits edits, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.history = engine.editing().silences();
        this.edits = edits;
        this.clock = clock;
    }

    Reply one(Call call) throws InterruptedException {
        Silence silence = known(call);
        Instant now = clock.instant();
        Instant until = silence.until().isBefore(now) ? silence.until() : now;
        Muted soFar = Answers.await(history.muted(silence.id(), silence.from(), until));
        Muting.Count past = Answers.await(history.wouldHaveMuted(silence.matchers(), now.minus(PAST)));
        Optional<WrittenEntry> entry = edits.find(AlertSection.SILENCES.entry(silence.id()));
        Reply.Text reply = Reply.json(
                200,
                new SilenceDetail(
                        QuietEndpoints.SilenceJson.of(silence, now, alerts.present(silence.matchers())),
                        preview(silence.matchers(), past),
                        MutedJson.of(soFar),
                        entry.map(EditJson.EntryJson::of)));
        return reply.with(entry.map(Edits::etag).orElse(Map.of()));
    }

    Reply preview(Call call) throws InterruptedException {
        PreviewBody body = call.body(PreviewBody.class);
        Matchers matchers = matchers(body.match().orElse(List.of()));
        Instant since = clock.instant().minus(PAST);
        return Reply.ok(preview(matchers, Answers.await(history.wouldHaveMuted(matchers, since))));
    }

    Reply expire(Call call) throws InterruptedException {
        ByBody body = call.body(ByBody.class, new ByBody(Optional.empty()));
        Actor by = CallerText.by(body.by());
        Silence silence = known(call);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!silence.until().isAfter(now)) {
            throw Problem.of(409, "the silence " + silence.id() + " is over already");
        }
        return end(call, "expire", silence, silence.from().isBefore(now) ? Optional.of(now) : Optional.empty(), by);
    }

    Reply extend(Call call) throws InterruptedException {
        ExtendBody body = call.body(ExtendBody.class);
        Actor by = CallerText.by(body.by());
        Silence silence = known(call);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = silence.until().isBefore(now) ? now : silence.until();
        String length = body.lasting().orElseThrow(() -> Problem.badParameter("for", "say for how long, such as 2h"));
        return end(call, "extend", silence, Optional.of(end.plus(TimeSpan.length("for", length))), by);
    }

    /** @param until empty: it has not begun, and shall not */
    private Reply end(Call call, String command, Silence silence, Optional<Instant> until, Actor by)
            throws InterruptedException {
        EntryId id = AlertSection.SILENCES.entry(silence.id());
        WrittenEntry entry = edits.find(id)
                .orElseThrow(() -> Problem.notFound("the silence " + silence.id() + " has just been deleted"));
        Change change = until.<Change>map(
                        at -> new Change.Save(id, entry.keys().with("until", at.toString()), entry.revision()))
                .orElseGet(() -> new Change.Remove(id, entry.revision()));
        return edits.make(call, new Edits.Order(command, change, by));
    }

    private Silence known(Call call) {
        String id = EntryCommands.id(call, AlertSection.SILENCES).id();
        return policies.alerts().silences().stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "there is no such silence in force; GET /api/v1/silences lists them, and one that was just"
                                + " made comes into force within a second"));
    }

    private Preview preview(Matchers matchers, Muting.Count past) {
        return new Preview(
                matchers.all().stream().map(Matcher::toString).toList(),
                alerts.present(matchers),
                PAST.toDays(),
                PastJson.of(past));
    }

    private static Matchers matchers(List<String> texts) {
        if (texts.isEmpty() || texts.size() > MOST_MATCHERS) {
            throw Problem.badParameter("match", "give 1 to " + MOST_MATCHERS + " matchers such as host=\"web-1\"");
        }
        return new Matchers(texts.stream()
                .map(text -> Matcher.parse(text)
                        .orElseThrow(() -> Problem.badParameter(
                                "match", "write such as host=\"web-1\", severity!=\"low\" or host=~\"web-.*\"")))
                .toList());
    }

    /** A silence, what it mutes now, what it would have muted, what it has muted, and how it is written. */
    record SilenceDetail(
            QuietEndpoints.SilenceJson silence,
            Preview preview,
            MutedJson soFar,
            Optional<EditJson.EntryJson> written) {}

    /**
     * What matchers mute.
     *
     * @param now numbers of the present alerts that match
     * @param past of the last days
     */
    record Preview(List<String> match, List<Long> now, long days, PastJson past) {}

    /**
     * What would have been muted.
     *
     * @param notSent notices about nothing else
     * @param shorter notices also about other alerts
     * @param complete false if only the newest part was counted
     */
    record PastJson(long alerts, List<Long> newest, long notSent, long shorter, boolean complete) {
        static PastJson of(Muting.Count count) {
            return new PastJson(
                    count.alerts(), numbers(count.newest()), count.unsent(), count.shorter(), count.complete());
        }
    }

    /** What has been muted so far. */
    record MutedJson(
            long alerts, List<Long> newest, Optional<Instant> first, Optional<Instant> last, boolean complete) {
        static MutedJson of(Muted muted) {
            return new MutedJson(
                    muted.alerts(), numbers(muted.newest()), muted.first(), muted.last(), muted.complete());
        }
    }

    private static List<Long> numbers(List<AlertId> ids) {
        return ids.stream().map(AlertId::value).toList();
    }

    /** What a caller sends to see what a silence would do. */
    record PreviewBody(Optional<List<String>> match) {}

    /** What a caller may send with a command that needs nothing. */
    record ByBody(Optional<String> by) {}

    /** What a caller sends to have a silence last longer. */
    record ExtendBody(
            Optional<String> by, @JsonProperty("for") Optional<String> lasting) {}
}
