package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.watchfloor.config.Written;

/** What is typed of planned work, as the keys of its entry. FX thread only; knows no control. */
final class WorkFields {
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

    /** All that can change. */
    Stream<Observable> all() {
        return Stream.of(
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
                weekday);
    }

    private StringProperty text(String name) {
        return new SimpleStringProperty(this, name, "");
    }

    /** Takes over what an entry says. */
    void load(Written.Keys keys) {
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

    /** All of it, to be put back later. */
    Typed typed() {
        Set<DayOfWeek> chosen = new TreeSet<>(days);
        return Typed.of(kind, title, from, to, lasts, flexible, rule, zone, reason, except, ordinal, weekday)
                .and(targets.typed())
                .and(new Typed(List.of(chosen.toString()), () -> {
                    days.clear();
                    days.addAll(chosen);
                }));
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
}
