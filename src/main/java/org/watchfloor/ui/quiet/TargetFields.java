package org.watchfloor.ui.quiet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.config.Written;

/**
 * What planned work is for, as it is typed: the names of one kind lie in the field, those of the others behind it. FX
 * thread only; knows no control.
 */
final class TargetFields {
    /** Keys of the configuration. */
    static final List<String> KINDS = List.of("hosts", "groups", "services", "tags", "matching");

    private final StringProperty kind = new SimpleStringProperty(this, "kind", KINDS.getFirst());
    private final StringProperty names = new SimpleStringProperty(this, "names", "");
    private final ReadOnlyStringWrapper besides = new ReadOnlyStringWrapper(this, "besides", "");
    private final Map<String, String> others = new LinkedHashMap<>();

    TargetFields() {
        kind.subscribe(this::turn);
    }

    /** Where only one kind has names they go along to the next kind. */
    private void turn(String before, String now) {
        if (!others.isEmpty()) {
            String next = others.getOrDefault(now, "");
            others.remove(now);
            put(before, names.get());
            names.set(next);
            tell();
        }
    }

    private void put(String other, String text) {
        if (!text.isBlank()) {
            others.put(other, text);
        }
    }

    private void tell() {
        besides.set(others.entrySet().stream()
                .map(other -> other.getKey() + " " + other.getValue())
                .collect(Collectors.joining("; ")));
    }

    /** Takes over what an entry is for; nothing if it does not say so. */
    void load(Written.Keys keys) {
        others.clear();
        kind.set(KINDS.stream()
                .filter(one -> !text(keys, one).isBlank())
                .findFirst()
                .orElse(KINDS.getFirst()));
        names.set(text(keys, kind.get()));
        KINDS.stream().filter(one -> !one.equals(kind.get())).forEach(one -> put(one, text(keys, one)));
        tell();
    }

    /** All of it, to be put back later. */
    Typed typed() {
        Map<String, String> behind = new LinkedHashMap<>(others);
        Runnable putBack = () -> {
            others.clear();
            others.putAll(behind);
            tell();
        };
        return new Typed(List.of(behind.toString()), others::clear)
                .and(Typed.of(kind, names))
                .and(new Typed(List.of(), putBack));
    }

    private static String text(Written.Keys keys, String kind) {
        return WrittenText.list(keys, kind, between(kind));
    }

    /** All kinds that have names. */
    Written.Keys keys() {
        Written.Keys keys = Written.Keys.NONE;
        for (String one : KINDS) {
            List<String> found = split(one, one.equals(kind.get()) ? names.get() : others.getOrDefault(one, ""));
            keys = found.isEmpty() ? keys : keys.with(one, Written.Items.of(found));
        }
        return keys;
    }

    private static List<String> split(String kind, String text) {
        return Arrays.stream(text.split(between(kind), -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Matchers may hold commas between quotes, so they are parted by semicolons. */
    private static String between(String kind) {
        return kind.equals("matching") ? ";" : ",";
    }

    /** One of {@link #KINDS}. */
    StringProperty kindProperty() {
        return kind;
    }

    /** Of the kind. */
    StringProperty namesProperty() {
        return names;
    }

    /** {@code groups db; tags dc-2}: what it is for besides; empty if that is all. */
    ReadOnlyStringProperty besidesProperty() {
        return besides.getReadOnlyProperty();
    }
}
