package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.ui.fx.Formats;

/** Maintenance that is being written, and when it would take place. FX thread only; knows no control. */
public final class MaintenanceFormViewModel implements QuietForm {
    private static final Duration AHEAD = Duration.ofDays(3_660);
    private static final int MOST = 5;
    private static final String USUAL = "2h";

    private final QuietEdits edits;
    private final Formats formats;
    private final WorkFields fields = new WorkFields();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper(this, "next", "");
    private Optional<WrittenEntry> edited = Optional.empty();
    private Instant now = Instant.EPOCH;
    private boolean open;
    private Typed begun;

    MaintenanceFormViewModel(QuietEdits edits, Formats formats) {
        this.edits = edits;
        this.formats = formats;
        fields.all().forEach(part -> part.subscribe(this::look));
        begun = fields.typed();
    }

    /** Begins anew. */
    void open(Instant at) {
        String begin = WhenText.nextHour(at, formats.zone());
        String end = WhenText.nextHour(at.plus(Duration.ofHours(2)), formats.zone());
        String here =
                formats.zone().getId().equals("Z") ? "UTC" : formats.zone().getId();
        begin(at, "New maintenance", Optional.empty());
        fields.load(Written.Keys.NONE
                .with("from", begin)
                .with("to", end)
                .with("lasts", USUAL)
                .with("zone", here));
        fields.days().add(DayOfWeek.SUNDAY);
        finish();
    }

    /** Begins with what stands in the file. */
    void open(WrittenEntry entry, Instant at) {
        begin(at, "Maintenance " + entry.id().id(), Optional.of(entry));
        fields.load(entry.keys());
        finish();
    }

    @Override
    public boolean isTyped() {
        return !fields.typed().isSame(begun);
    }

    @Override
    public String words() {
        String what = fields.titleProperty().get().strip();
        return heading.get() + (edited.isPresent() || what.isEmpty() ? "" : ": " + what);
    }

    @Override
    public Runnable putAside() {
        Typed typed = fields.typed();
        Typed first = begun;
        String what = heading.get();
        Optional<WrittenEntry> entry = edited;
        return () -> {
            begin(now, what, entry);
            typed.putBack().run();
            finish();
            begun = first;
        };
    }

    private void begin(Instant at, String what, Optional<WrittenEntry> entry) {
        now = at;
        open = false;
        heading.set(what);
        edited = entry;
        edits.forgetTrouble();
    }

    private void finish() {
        open = true;
        look();
        begun = fields.typed();
    }

    void show(Instant at) {
        now = at;
    }

    /** All that is typed is read at once; a rule costs far less than a frame. */
    private void look() {
        if (open) {
            EntryDraft draft = EntryDraft.read(AlertSection.MAINTENANCE, fields.keys(), formats.zone());
            problem.set(draft.problem());
            next.set(draft.policy().maintenance().stream()
                    .findFirst()
                    .map(this::occurrences)
                    .orElse(""));
        }
    }

    private String occurrences(Maintenance planned) {
        Formats there = new Formats(planned.zone());
        List<Span> spans = planned.window().between(now, now.plus(AHEAD), MOST);
        return spans.isEmpty()
                ? "It will not take place again"
                : spans.stream().map(span -> line(span, there)).collect(Collectors.joining("\n"));
    }

    private static String line(Span span, Formats there) {
        String weekday = name(span.from().atZone(there.zone()).getDayOfWeek());
        return weekday + " " + there.moment(span.from()) + ", " + Formats.duration(span.length());
    }

    static String name(DayOfWeek day) {
        return day.name().substring(0, 1) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    @Override
    public void save(Runnable then) {
        look();
        if (problem.get().isEmpty()) {
            EntryId fresh = AlertSection.MAINTENANCE.entry(QuietEdits.freshId("work", now));
            edits.apply(List.of(QuietEdits.change(edited, fresh, fields.keys())), "The maintenance is saved", then);
        }
    }

    /** What is typed. */
    WorkFields fields() {
        return fields;
    }

    /** What is written here. */
    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** What keeps it from being saved. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The next five times, one in a line. */
    ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }
}
