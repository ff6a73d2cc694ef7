package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muting;
import org.watchfloor.alert.Silence;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.model.Counted;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/** A silence that is being written, and what it would mute. FX thread only; knows no control. */
public final class SilenceFormViewModel implements QuietForm {
    static final Duration USUAL = Duration.ofHours(2);

    private static final Duration PAST = Duration.ofDays(30);

    private final SilenceHistory history;
    private final QuietEdits edits;
    private final ZoneId zone;
    private final LatestReply<Muting.Count> reply;
    private final StringProperty matchers = new SimpleStringProperty(this, "matchers", "");
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty until = new SimpleStringProperty(this, "until", "");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final ObjectProperty<Duration> length = new SimpleObjectProperty<>(this, "length", USUAL);
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper mutesNow = new ReadOnlyStringWrapper(this, "mutesNow", "");
    private final ReadOnlyStringWrapper wouldHave = new ReadOnlyStringWrapper(this, "wouldHave", "");
    private PresentAlerts present = PresentAlerts.NONE;
    private Optional<WrittenEntry> edited = Optional.empty();
    private Optional<Silence> old = Optional.empty();
    private Optional<Matchers> parsed = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Typed begun;

    SilenceFormViewModel(SilenceHistory history, QuietEdits edits, Formats formats, Executor fx) {
        this.history = history;
        this.edits = edits;
        this.zone = formats.zone();
        reply = new LatestReply<>(fx);
        matchers.subscribe(this::look);
        from.subscribe(this::judge);
        until.subscribe(this::judge);
        begun = typed();
    }

    private Typed typed() {
        return Typed.of(matchers, from, until, reason, length);
    }

    @Override
    public boolean isTyped() {
        return !typed().isSame(begun);
    }

    @Override
    public String words() {
        String what = matchers.get().lines().findFirst().orElse("");
        return heading.get() + (edited.isPresent() || what.isBlank() ? "" : " for " + what.strip());
    }

    @Override
    public Runnable putAside() {
        Typed left = typed();
        Typed first = begun;
        String what = heading.get();
        Optional<WrittenEntry> entry = edited;
        Optional<Silence> before = old;
        return () -> {
            begin(what, entry, before);
            left.putBack().run();
            judge();
            begun = first;
        };
    }

    /** Begins anew. */
    void open(List<String> proposed) {
        begin("New silence", Optional.empty(), Optional.empty());
        from.set("");
        until.set("");
        reason.set("");
        length.set(USUAL);
        matchers.set(String.join("\n", proposed));
        begun = typed();
    }

    /**
     * Begins with what stands in the file.
     *
     * @param silence what the entry says
     */
    void open(WrittenEntry entry, Silence silence) {
        begin("Silence " + entry.id().id(), Optional.of(entry), Optional.of(silence));
        from.set(WhenText.of(silence.from(), zone));
        until.set(WhenText.of(silence.until(), zone));
        reason.set(silence.reason());
        matchers.set(silence.matchers().all().stream().map(Matcher::toString).collect(Collectors.joining("\n")));
        judge();
        begun = typed();
    }

    private void begin(String what, Optional<WrittenEntry> entry, Optional<Silence> before) {
        heading.set(what);
        edited = entry;
        old = before;
        edits.forgetTrouble();
    }

    void show(PresentAlerts alerts, Instant at) {
        now = at;
        if (!alerts.equals(present)) {
            present = alerts;
            count();
        }
    }

    private void look() {
        Optional<Matchers> next = MatcherLines.of(matchers.get()).matchers();
        judge();
        if (!next.equals(parsed)) {
            parsed = next;
            count();
            parsed.ifPresentOrElse(this::ask, this::forget);
        }
    }

    private void count() {
        mutesNow.set(parsed.map(now -> "Mutes now " + Counted.of(present.matching(now), "alert"))
                .orElse(""));
    }

    private void forget() {
        reply.cancel();
        wouldHave.set("");
    }

    private void ask(Matchers what) {
        wouldHave.set("Counting the last 30 days …");
        reply.ask(
                history.wouldHaveMuted(what, now.minus(PAST)),
                count -> wouldHave.set(words(count)),
                trouble -> wouldHave.set("The past cannot be read: " + trouble.getMessage()));
    }

    static String words(Muting.Count count) {
        return "In the last 30 days it would have muted " + Counted.of(count.alerts(), "alert") + " and "
                + Counted.of(count.unsent(), "notice")
                + (count.shorter() == 0 ? "" : ", and made " + Counted.of(count.shorter(), "notice") + " shorter")
                + (count.complete() ? "" : "; at least: there is more than is looked at");
    }

    private void judge() {
        problem.set(wrong());
    }

    private String wrong() {
        String lines = MatcherLines.of(matchers.get()).problem();
        if (!lines.isEmpty()) {
            return lines;
        } else if (begin().isEmpty()) {
            return "\"From\" is not a time; " + WhenText.EXAMPLE;
        } else if (end().isEmpty()) {
            return "\"Until\" is not a time; " + WhenText.EXAMPLE;
        }
        boolean isForward = end().flatMap(end -> begin().map(end::isAfter)).orElse(false);
        return isForward ? "" : "It would end before it begins";
    }

    private Optional<Instant> begin() {
        return from.get().isBlank()
                ? Optional.of(now.truncatedTo(ChronoUnit.SECONDS))
                : time(from.get(), old.map(Silence::from));
    }

    /** What is written wins over the chosen length. */
    private Optional<Instant> end() {
        return until.get().isBlank()
                ? begin().map(start -> start.plus(length.get()))
                : time(until.get(), old.map(Silence::until));
    }

    /** The fields show minutes: what nobody typed over keeps its seconds. */
    private Optional<Instant> time(String text, Optional<Instant> before) {
        return before.filter(at -> WhenText.of(at, zone).equals(text.strip()))
                .or(() -> WhenText.parse(text, zone, now));
    }

    /** A length takes the place of an end that was written. */
    void last(Duration chosen) {
        length.set(chosen);
        until.set("");
        judge();
    }

    @Override
    public void save(Runnable then) {
        judge();
        if (problem.get().isEmpty()) {
            EntryId fresh = AlertSection.SILENCES.entry(QuietEdits.freshId("silence", now));
            edits.apply(
                    List.of(QuietEdits.change(
                            edited, fresh, keys(parsed.orElseThrow(), begin().orElseThrow(), end().orElseThrow()))),
                    "The silence is saved",
                    then);
        }
    }

    /** Who asked for it first stays its author. */
    private Written.Keys keys(Matchers what, Instant begin, Instant end) {
        Written.Keys keys = edited.map(WrittenEntry::keys)
                .orElse(Written.Keys.NONE)
                .with(
                        "match",
                        Written.Items.of(
                                what.all().stream().map(Matcher::toString).toList()))
                .with("from", begin.toString())
                .with("until", end.toString());
        Written.Keys signed =
                edited.isPresent() ? keys : keys.with("author", edits.operator().name());
        return reason.get().isBlank()
                ? signed.without("reason")
                : signed.with("reason", reason.get().strip());
    }

    /** What is written here. */
    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** One in a line. */
    StringProperty matchersProperty() {
        return matchers;
    }

    /** Empty: now. */
    StringProperty fromProperty() {
        return from;
    }

    /** Empty: after the chosen length. */
    StringProperty untilProperty() {
        return until;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    ObjectProperty<Duration> lengthProperty() {
        return length;
    }

    /** What keeps it from being saved. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty mutesNowProperty() {
        return mutesNow.getReadOnlyProperty();
    }

    ReadOnlyStringProperty wouldHaveProperty() {
        return wouldHave.getReadOnlyProperty();
    }
}
