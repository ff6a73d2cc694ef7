package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.watchfloor.config.Written;
import org.watchfloor.ui.fx.Formats;

/** Maintenance that is being written, and when it would take place. FX thread only; knows no control. */
public final class MaintenanceFormViewModel {
    private static final Duration AHEAD = Duration.ofDays(3_660);
    private static final int MOST = 5;

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
    private final StringProperty targetKind = text("targetKind");
    private final StringProperty targets = text("targets");
    private final ObservableSet<DayOfWeek> days = FXCollections.observableSet();
    private final ObjectProperty<Ordinal> ordinal = new SimpleObjectProperty<>(this, "ordinal", Ordinal.FIRST);
    private final ObjectProperty<DayOfWeek> weekday = new SimpleObjectProperty<>(this, "weekday", DayOfWeek.SUNDAY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper(this, "next", "");
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
                        targetKind,
                        targets,
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
        now = at;
        open = false;
        List.of(title, flexible, rule, reason, targets).forEach(part -> part.set(""));
        kind.set(WorkKind.ONCE);
        from.set(WhenText.nextHour(now, formats.zone()));
        to.set(WhenText.nextHour(now.plus(Duration.ofHours(2)), formats.zone()));
        lasts.set("2h");
        zone.set(formats.zone().getId().equals("Z") ? "UTC" : formats.zone().getId());
        targetKind.set("hosts");
        days.clear();
        days.add(DayOfWeek.SUNDAY);
        edits.forgetTrouble();
        open = true;
        look();
    }

    void show(Instant at) {
        now = at;
    }

    /** All that is typed is read at once; a rule costs far less than a frame. */
    private void look() {
        if (open) {
            MaintenanceDraft draft = MaintenanceDraft.read(keys(), formats.zone());
            problem.set(draft.problem());
            next.set(draft.planned().map(this::occurrences).orElse(""));
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
            case WEEKLY -> lasting(keys.with("rrule", weekly()));
            case MONTHLY -> lasting(keys.with("rrule", monthly()));
            case RRULE -> lasting(keys.with("rrule", rule.get().strip()));
            case CRON -> written(keys.with("cron", rule.get().strip()), "lasts", lasts);
        };
        keys = written(keys, "flexible", flexible);
        List<String> names = names();
        return names.isEmpty() ? keys : keys.with(targetKind.get(), Written.Items.of(names));
    }

    private Written.Keys lasting(Written.Keys keys) {
        return written(written(keys, "from", from), "lasts", lasts);
    }

    private static Written.Keys written(Written.Keys keys, String key, StringProperty value) {
        return value.get().isBlank() ? keys : keys.with(key, value.get().strip());
    }

    private String weekly() {
        return "FREQ=WEEKLY"
                + (days.isEmpty()
                        ? ""
                        : ";BYDAY="
                                + days.stream()
                                        .sorted()
                                        .map(MaintenanceFormViewModel::letters)
                                        .collect(Collectors.joining(",")));
    }

    private String monthly() {
        return "FREQ=MONTHLY;BYDAY=" + ordinal.get().number() + letters(weekday.get());
    }

    private static String letters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** {@code Mon}. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 1) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** Matchers may hold commas between quotes, so they are parted by semicolons. */
    private List<String> names() {
        String between = targetKind.get().equals("matching") ? ";" : ",";
        return Arrays.stream(targets.get().split(between, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** @param then run when it is written */
    void save(Runnable then) {
        look();
        if (problem.get().isEmpty()) {
            String id = QuietEdits.freshId("work", now);
            edits.add(AlertSection.MAINTENANCE.entry(id), keys(), "The maintenance is saved", then);
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

    /** A key of the configuration: {@code hosts}, {@code groups}, {@code services}, {@code tags}, {@code matching}. */
    StringProperty targetKindProperty() {
        return targetKind;
    }

    StringProperty targetsProperty() {
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

    /** What keeps it from being saved. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The next five times, one in a line. */
    ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }
}
