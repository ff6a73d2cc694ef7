package org.watchfloor.config;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What something cannot work without: at least so many of these. Several in one need are a redundancy group.
 *
 * @param atLeast 1 to the number of members
 */
public record Need<T>(int atLeast, List<T> of) {
    public Need {
        of = List.copyOf(of);
    }

    /** The one thing alone. */
    public static <T> Need<T> of(T only) {
        return new Need<>(1, List.of(only));
    }

    <R> Need<R> map(Function<T, R> to) {
        return new Need<>(atLeast, of.stream().map(to).toList());
    }

    /** As it is written: {@code gw-1}, {@code any of a, b}, {@code 2 of a, b, c}. */
    @Override
    public String toString() {
        String members = of.stream().map(Object::toString).collect(Collectors.joining(", "));
        if (of.size() == 1) {
            return members;
        }
        return (atLeast == 1 ? "any" : Integer.toString(atLeast)) + " of " + members;
    }
}
