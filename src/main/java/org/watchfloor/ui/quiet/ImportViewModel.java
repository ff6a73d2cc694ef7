package org.watchfloor.ui.quiet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.alert.calendar.ical.CalendarImport;
import org.watchfloor.alert.calendar.ical.CalendarReading;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Counted;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/** A calendar that is to be taken over, and what would come of it. FX thread only; knows no control. */
final class ImportViewModel implements QuietForm {
    private static final int MOST_LINES = 30;

    private final QuietEdits edits;
    private final CalendarFiles files;
    private final Formats formats;
    private final TargetFields targets = new TargetFields();
    private final LatestReply<Source> reading;
    private final LatestReply<Judged> judging;
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper lines = new ReadOnlyStringWrapper(this, "lines", "");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(this, "left", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Optional<Source> source = Optional.empty();
    private Optional<ImportPreview> preview = Optional.empty();
    private Instant now = Instant.EPOCH;

    ImportViewModel(QuietEdits edits, CalendarFiles files, Formats formats, Executor fx) {
        this.edits = edits;
        this.files = files;
        this.formats = formats;
        reading = new LatestReply<>(fx);
        judging = new LatestReply<>(fx);
        targets.kindProperty().subscribe(this::judge);
        targets.namesProperty().subscribe(this::judge);
    }

    /** What was read. */
    private record Source(CalendarReading calendar, List<WrittenEntry> present, String trouble) {}

    private record Judged(ImportPreview preview, String problem) {}

    void show(Instant at) {
        now = at;
    }

    void open(Path file) {
        edits.forgetTrouble();
        heading.set("Import " + file.getFileName());
        source = Optional.empty();
        judging.cancel();
        forget("Reading " + file + " …");
        targets.load(Written.Keys.NONE);
        busy.set(true);
        reading.ask(
                read(file),
                found -> {
                    source = Optional.of(found).filter(one -> one.trouble().isEmpty());
                    busy.set(false);
                    forget("");
                    problem.set(found.trouble());
                    judge();
                },
                broke -> fail("The calendar cannot be read: " + broke.getMessage()));
    }

    private CompletableFuture<Source> read(Path file) {
        return files.read(file, formats.zone())
                .thenCompose(content -> edits.find(CalendarImport.ids(content.calendar()))
                        .thenApply(present -> new Source(content.calendar(), present, content.trouble())));
    }

    private void judge() {
        source.ifPresent(found -> {
            busy.set(true);
            judging.ask(
                    judged(found, targets.keys()),
                    this::tell,
                    broke -> fail("It cannot be checked: " + broke.getMessage()));
        });
    }

    private CompletableFuture<Judged> judged(Source found, Written.Keys meant) {
        Instant at = now;
        var asked = new ImportPreview.Asked(found.calendar(), found.present(), meant);
        return files.work(() -> ImportPreview.of(asked, formats.zone(), at))
                .thenCompose(seen -> seen.changes().isEmpty()
                        ? CompletableFuture.completedFuture(new Judged(seen, ""))
                        : edits.check(seen.changes()).thenApply(wrong -> new Judged(seen, wrong)));
    }

    private void tell(Judged judged) {
        ImportPreview seen = judged.preview();
        busy.set(false);
        preview = Optional.of(seen).filter(_ -> judged.problem().isEmpty());
        summary.set(seen.added().size() + " new, " + seen.changed().size() + " changed, " + seen.same()
                + " as they are, " + seen.left().size() + " not taken over");
        lines.set(list(Stream.concat(
                        seen.added().stream().map(line -> "+ " + line),
                        seen.changed().stream().map(line -> "~ " + line))
                .toList()));
        left.set(list(seen.left()));
        problem.set(judged.problem());
    }

    private static String list(List<String> all) {
        String shown = all.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        return all.size() > MOST_LINES ? shown + "\nand " + (all.size() - MOST_LINES) + " more" : shown;
    }

    private void forget(String words) {
        preview = Optional.empty();
        summary.set(words);
        lines.set("");
        left.set("");
        problem.set("");
    }

    private void fail(String words) {
        busy.set(false);
        forget("");
        problem.set(words);
    }

    /** A calendar that could be read is worth keeping. */
    @Override
    public boolean isTyped() {
        return busy.get() || source.isPresent();
    }

    @Override
    public String words() {
        return heading.get();
    }

    /** It serves for one calendar only, so that all stays as it is. */
    @Override
    public Runnable putAside() {
        return edits::forgetTrouble;
    }

    @Override
    public void save(Runnable then) {
        preview.filter(_ -> canSave())
                .ifPresent(seen -> edits.apply(
                        seen.changes(),
                        Counted.of(seen.changes().size(), "event") + " imported; Undo takes them back",
                        then));
    }

    boolean canSave() {
        return !busy.get() && preview.filter(seen -> !seen.changes().isEmpty()).isPresent();
    }

    /** What new maintenance is for. */
    TargetFields targets() {
        return targets;
    }

    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** {@code 3 new, 1 changed, 0 as they are, 2 not taken over}, or what is being done. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What would be written, {@code +} if it is new, one in a line. */
    ReadOnlyStringProperty linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** What would not be, and why, one in a line. */
    ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** What keeps it from being saved. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is being read or judged. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
