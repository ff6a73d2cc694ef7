package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.ui.fx.Formats;

/** Maintenance that is being written, and when it would take place. FX thread only; knows no control. */
public final class MaintenanceFormViewModel {
    private static final Duration AHEAD = Duration.ofDays(3_660);
    private static final int MOST = 5;
    private static final String USUAL = "2h";

    private final QuietEdits edits;
    private final Formats formats;
    private final ObjectProperty<WorkKind> kind = new SimpleObjectProperty<>(this, "kind", WorkKind.ONCE);
    private final StringProperty title = text("title");
    private final StringProperty from = text("from");
    private final StringProperty to = text("to");
    private final StringProperty lasts = text("lasts");
    private final StringProperty flexible = text("flexible");
    private final StringProperty rule = text("rule");
    private final StringProperty zone = text("zone");
    private final StringProperty reason = text("reason");
    private final StringProperty except = text("except");
    private final TargetFields targets = new TargetFields();
    private final ObservableSet<DayOfWeek> days = FXCollections.observableSet();
    private final ObjectProperty<Ordinal> ordinal = new SimpleObjectProperty<>(this, "ordinal", Ordinal.FIRST);
    private final ObjectProperty<DayOfWeek> weekday = new SimpleObjectProperty<>(this, "weekday", DayOfWeek.SUNDAY);
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper(this, "next", "");
    private Optional<WrittenEntry> edited = Optional.empty();
    private Instant now = Instant.EPOCH;
    private boolean open;

    MaintenanceFormViewModel(QuietEdits edits, Formats formats) {
        this.edits = edits;
        this.formats = formats;
        Stream.<Observable>of(
                        kind,
                        title,
                        from,
                        to,
                        lasts,
                        flexible,
                        rule,
                        zone,
                        reason,
                        except,
                        targets.kindProperty(),
                        targets.namesProperty(),
                        days,
                        ordinal,
                        weekday)
                .forEach(part -> part.subscribe(this::look));
    }

    private StringProperty text(String name) {
        return new SimpleStringProperty(this, name, "");
    }

    /** Begins anew. */
    void open(Instant at) {
        String begin = WhenText.nextHour(at, formats.zone());
        String end = WhenText.nextHour(at.plus(Duration.ofHours(2)), formats.zone());
        String here =
                formats.zone().getId().equals("Z") ? "UTC" : formats.zone().getId();
        begin(at, "New maintenance", Optional.empty());
        load(Written.Keys.NONE
                .with("from", begin)
                .with("to", end)
                .with("lasts", USUAL)
                .with("zone", here));
        days.add(DayOfWeek.SUNDAY);
        finish();
    }

    /** Begins with what stands in the file. */
    void open(WrittenEntry entry, Instant at) {
        begin(at, "Maintenance " + entry.id().id(), Optional.of(entry));
        load(entry.keys());
        finish();
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
    }

    private void load(Written.Keys keys) {
        Map.of(
                        "title",
                        title,
                        "reason",
                        reason,
                        "zone",
                        zone,
                        "from",
                        from,
                        "to",
                        to,
                        "lasts",
                        lasts,
                        "flexible",
                        flexible)
                .forEach((key, field) -> field.set(WrittenText.line(keys, key)));
        except.set(WrittenText.list(keys, "except", ","));
        WorkRule work = WorkRule.of(keys);
        kind.set(work.kind());
        days.clear();
        days.addAll(work.days());
        ordinal.set(work.ordinal());
        weekday.set(work.weekday());
        rule.set(work.text());
        targets.load(keys);
    }

    void show(Instant at) {
        now = at;
    }

    /** All that is typed is read at once; a rule costs far less than a frame. */
    private void look() {
        if (open) {
            EntryDraft draft = EntryDraft.read(AlertSection.MAINTENANCE, keys(), formats.zone());
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

    Written.Keys keys() {
        Written.Keys keys = written(Written.Keys.NONE, "title", title);
        keys = written(keys, "reason", reason);
        keys = written(keys, "zone", zone);
        keys = switch (kind.get()) {
            case ONCE -> written(written(keys, "from", from), "to", to);
            case WEEKLY -> lasting(keys.with("rrule", WorkRule.everyWeek(days)));
            case MONTHLY -> lasting(keys.with("rrule", WorkRule.everyMonth(ordinal.get(), weekday.get())));
            case RRULE -> lasting(keys.with("rrule", rule.get().strip()));
            case CRON -> recurring(keys.with("cron", rule.get().strip()));
        };
        return written(keys, "flexible", flexible).with(targets.keys());
    }

    private Written.Keys lasting(Written.Keys keys) {
        return recurring(written(keys, "from", from));
    }

    private Written.Keys recurring(Written.Keys keys) {
        List<String> left = Arrays.stream(except.get().split(",", -1))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .toList();
        Written.Keys lasting = written(keys, "lasts", lasts);
        return left.isEmpty() ? lasting : lasting.with("except", Written.Items.of(left));
    }

    private static Written.Keys written(Written.Keys keys, String key, StringProperty value) {
        return value.get().isBlank() ? keys : keys.with(key, value.get().strip());
    }

    static String name(DayOfWeek day) {
        return day.name().substring(0, 1) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** @param then run when it is written */
    void save(Runnable then) {
        look();
        if (problem.get().isEmpty()) {
            EntryId fresh = AlertSection.MAINTENANCE.entry(QuietEdits.freshId("work", now));
            edits.apply(List.of(QuietEdits.change(edited, fresh, keys())), "The maintenance is saved", then);
        }
    }

    ObjectProperty<WorkKind> kindProperty() {
        return kind;
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty fromProperty() {
        return from;
    }

    /** Of what takes place once. */
    StringProperty toProperty() {
        return to;
    }

    /** Of what recurs. */
    StringProperty lastsProperty() {
        return lasts;
    }

    StringProperty flexibleProperty() {
        return flexible;
    }

    /** RRULE or cron, as it is. */
    StringProperty ruleProperty() {
        return rule;
    }

    StringProperty zoneProperty() {
        return zone;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /** Of what recurs: days or beginnings that are left out, parted by commas. */
    StringProperty exceptProperty() {
        return except;
    }

    TargetFields targets() {
        return targets;
    }

    ObservableSet<DayOfWeek> days() {
        return days;
    }

    ObjectProperty<Ordinal> ordinalProperty() {
        return ordinal;
    }

    ObjectProperty<DayOfWeek> weekdayProperty() {
        return weekday;
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
