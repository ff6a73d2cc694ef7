package org.watchfloor.ui.quiet;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.Property;

/**
 * What stands in fields at one moment. Immutable; FX thread only.
 *
 * @param values what it is compared by
 * @param putBack fills the fields with it again
 */
record Typed(List<String> values, Runnable putBack) {
    Typed {
        values = List.copyOf(values);
    }

    static Typed of(Property<?>... fields) {
        List<Runnable> all =
                Stream.of(fields).map(field -> Typed.putBack(field)).toList();
        return new Typed(
                Stream.of(fields).map(field -> String.valueOf(field.getValue())).toList(),
                () -> all.forEach(Runnable::run));
    }

    private static <T> Runnable putBack(Property<T> field) {
        T value = field.getValue();
        return () -> field.setValue(value);
    }

    /** This one is put back first. */
    Typed and(Typed other) {
        return new Typed(Stream.concat(values.stream(), other.values.stream()).toList(), () -> {
            putBack.run();
            other.putBack.run();
        });
    }

    boolean isSame(Typed other) {
        return values.equals(other.values);
    }
}
