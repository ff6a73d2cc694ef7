package org.watchfloor.ui.quiet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.ical.CalendarEvents;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Formats;

/** Silences and maintenance as they stand, and what can be done with the chosen one. FX thread only; knows no control. */
public final class QuietViewModel {
    private static final Comparator<SilenceRow> ORDER = Comparator.comparing(SilenceRow::phase)
            .thenComparingLong(row -> row.phase() == Phase.PAST
                    ? -row.silence().until().getEpochSecond()
                    : row.silence().until().getEpochSecond())
            .thenComparing(row -> row.silence().id());

    private final Formats formats;
    private final QuietEdits edits;
    private final QuietForms forms;
    private final CalendarFiles files;
    private final CalendarViewModel calendar;
    private final MutedCounts counts;
    private final ObservableList<SilenceRow> silences = FXCollections.observableArrayList();
    private final ObservableList<PlannedRow> planned = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<QuietDetail>> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
    private final ObjectProperty<QuietLook> look = new SimpleObjectProperty<>(this, "look", QuietLook.LIST);
    private Optional<EntryId> chosen = Optional.empty();
    private AlertPolicy policy = AlertPolicy.NONE;
    private PresentAlerts present = PresentAlerts.NONE;
    private Instant loadedAt = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    /** @param files where calendars are read and written */
    public QuietViewModel(SilenceHistory history, QuietEdits edits, CalendarFiles files, Formats formats, Executor fx) {
        this.formats = formats;
        this.edits = edits;
        this.files = files;
        forms = new QuietForms(history, edits, files, formats, fx);
        calendar = new CalendarViewModel(formats);
        counts = new MutedCounts(history, fx, this::arrange);
        look.subscribe(next -> {
            switch (next) {
                case LIST -> {}
                case WEEK -> calendar.showWeeks();
                case MONTH -> calendar.showMonths();
            }
        });
    }

    public void show(Snapshot snapshot) {
        AlertPolicy next = snapshot.site().section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        PresentAlerts alerts = PresentAlerts.of(snapshot.state().alerting().book());
        Instant second = snapshot.at().truncatedTo(ChronoUnit.SECONDS);
        if (next.equals(policy) && alerts.equals(present) && second.equals(now)) {
            return;
        }
        policy = next;
        present = alerts;
        now = second;
        loadedAt = snapshot.state().siteLoadedAt();
        forms.show(present, now);
        calendar.show(policy, now);
        arrange();
        counts.ask(silences.stream().map(SilenceRow::silence).toList(), now);
    }

    private void arrange() {
        replace(
                silences,
                policy.silences().stream().map(this::row).sorted(ORDER).toList());
        replace(
                planned,
                policy.maintenance().stream()
                        .map(one -> PlannedRow.of(one, now))
                        .sorted(Comparator.comparing(
                                row -> row.occurrence().map(span -> span.from()).orElse(Instant.MAX)))
                        .toList());
        describe();
    }

    private SilenceRow row(Silence silence) {
        return new SilenceRow(
                silence, Phase.of(silence, now), present.matching(silence.matchers()), counts.of(silence));
    }

    /** Rows are values: unchanged ones stay, so that selection and scroll survive. */
    private static <T> void replace(ObservableList<T> rows, List<T> fresh) {
        if (rows.size() != fresh.size()) {
            rows.setAll(fresh);
        } else {
            IntStream.range(0, fresh.size())
                    .filter(i -> !rows.get(i).equals(fresh.get(i)))
                    .forEach(i -> rows.set(i, fresh.get(i)));
        }
    }

    private void describe() {
        detail.set(chosen.flatMap(
                id -> details().filter(one -> one.entry().equals(id)).findFirst()));
    }

    private Stream<QuietDetail> details() {
        return Stream.concat(
                silences.stream().map(row -> QuietDetail.of(row, formats, now)),
                planned.stream().map(row -> QuietDetail.of(row, now)));
    }

    void choose(SilenceRow row) {
        choose(QuietDetail.of(row, formats, now));
    }

    void choose(PlannedRow row) {
        choose(QuietDetail.of(row, now));
    }

    void choose(EntryId entry) {
        details().filter(one -> one.entry().equals(entry)).findFirst().ifPresent(this::choose);
    }

    /** Shows the entry in the lists, as soon as it is known. */
    void open(EntryId entry) {
        chosen = Optional.of(entry);
        edits.forgetFinding();
        forms.leave();
        look.set(QuietLook.LIST);
        describe();
    }

    /** What is chosen already, a form over it included, stays as it is; what is typed elsewhere is put aside. */
    private void choose(QuietDetail next) {
        boolean isOther = !chosen.equals(Optional.of(next.entry()));
        chosen = Optional.of(next.entry());
        detail.set(Optional.of(next));
        if (isOther) {
            edits.forgetFinding();
            forms.leave();
        }
    }

    /** Chooses the one below the chosen one, or above it, in the calendar. */
    void step(int lines) {
        List<EntryId> shown = calendar.entries();
        int at = chosen.map(shown::indexOf).orElse(-1);
        if (!shown.isEmpty()) {
            choose(shown.get(at < 0 ? 0 : Math.clamp((long) at + lines, 0, shown.size() - 1)));
        }
    }

    /** Nothing is chosen any more. */
    void leave() {
        chosen = Optional.empty();
        edits.forgetFinding();
        detail.set(Optional.empty());
    }

    /** Opens the chosen one in its form as soon as it is read; what is written by hand is not edited here. */
    void edit() {
        detail.get().ifPresent(shown -> edits.find(shown.entry(), forms::edit));
    }

    /** Writes all planned maintenance as a calendar. */
    void exportTo(Path file) {
        List<Maintenance> all = policy.maintenance();
        Instant at = now;
        Instant changed = loadedAt;
        edits.follow(
                files.write(file, () -> CalendarEvents.text(all, changed, at)),
                "All maintenance is written to " + file,
                () -> {});
    }

    /** One that is over begins to count from now. */
    void extend(Duration length) {
        chosenSilence().ifPresent(silence -> {
            Instant end = silence.until().isBefore(now) ? now : silence.until();
            save(silence, end.plus(length), "The silence lasts " + Formats.duration(length) + " longer");
        });
    }

    /** One that has not begun is taken away. */
    void end() {
        chosenSilence().filter(silence -> silence.until().isAfter(now)).ifPresent(silence -> {
            if (silence.from().isBefore(now)) {
                save(silence, now, "The silence is ended");
            } else {
                delete();
            }
        });
    }

    private void save(Silence silence, Instant until, String words) {
        EntryId id = AlertSection.SILENCES.entry(silence.id());
        edits.change(
                id,
                entry -> new Change.Save(id, entry.keys().with("until", until.toString()), entry.revision()),
                words);
    }

    void delete() {
        detail.get()
                .filter(QuietDetail::isOurs)
                .map(QuietDetail::entry)
                .ifPresent(id -> edits.change(
                        id, entry -> new Change.Remove(id, entry.revision()), id + " is deleted; Undo brings it back"));
    }

    private Optional<Silence> chosenSilence() {
        return detail.get()
                .filter(QuietDetail::canExtend)
                .flatMap(shown -> policy.silences().stream()
                        .filter(silence -> silence.id().equals(shown.entry().id()))
                        .findFirst());
    }

    ObservableList<SilenceRow> silences() {
        return FXCollections.unmodifiableObservableList(silences);
    }

    ObservableList<PlannedRow> planned() {
        return FXCollections.unmodifiableObservableList(planned);
    }

    ReadOnlyObjectProperty<Optional<QuietDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    ObjectProperty<QuietLook> lookProperty() {
        return look;
    }

    QuietForms forms() {
        return forms;
    }

    CalendarViewModel calendar() {
        return calendar;
    }

    QuietEdits edits() {
        return edits;
    }
}
