package org.watchfloor.engine;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Site;

/**
 * The same text for the same values, in whatever process: what has no order, sets and maps, is written in the order of its
 * text; what has one, lists, in its own. A site is an input and is left out.
 */
final class Canonical {
    private static final Map<Class<?>, List<Method>> COMPONENTS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private Canonical() {}

    static String text(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> out.append(text.replace("\n", "\\n"));
            case Site _ -> out.append("site");
            case Layout _ -> out.append("layout");
            case CompletableFuture<?> _ -> out.append("answer");
            case Optional<?> optional -> {
                out.append('?');
                optional.ifPresent(present -> write(present, out));
            }
            case Set<?> set -> sorted(set.stream().map(Canonical::text), '{', '}', out);
            case Map<?, ?> map ->
                sorted(
                        map.entrySet().stream().map(entry -> text(entry.getKey()) + "=" + text(entry.getValue())),
                        '{',
                        '}',
                        out);
            case Collection<?> list -> {
                out.append('[');
                list.forEach(element -> {
                    write(element, out);
                    out.append(';');
                });
                out.append(']');
            }
            case Record row -> record(row, out);
            case Enum<?> constant -> out.append(constant.name());
            case Object other
            when other.getClass().isArray() -> {
                for (int index = 0; index < Array.getLength(other); index++) {
                    out.append(Array.get(other, index)).append(' ');
                }
            }
            case Object other when other.getClass().getName().startsWith("java.") -> out.append(other);
            case Object other -> fields(other, out);
        }
    }

    private static void sorted(Stream<String> texts, char begin, char end, StringBuilder out) {
        out.append(begin)
                .append(texts.sorted().collect(Collectors.joining(";")))
                .append(end);
    }

    private static void record(Record row, StringBuilder out) {
        out.append(row.getClass().getSimpleName()).append('(');
        for (Method component : COMPONENTS.computeIfAbsent(row.getClass(), Canonical::components)) {
            try {
                write(component.invoke(row), out);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new LinkageError(e.getMessage(), e);
            }
            out.append(',');
        }
        out.append(')');
    }

    private static List<Method> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toList();
    }

    private static void fields(Object value, StringBuilder out) {
        out.append(value.getClass().getSimpleName()).append('<');
        for (Field field : FIELDS.computeIfAbsent(value.getClass(), Canonical::fields)) {
            try {
                write(field.get(value), out);
            } catch (IllegalAccessException e) {
                throw new LinkageError(e.getMessage(), e);
            }
            out.append(',');
        }
        out.append('>');
    }

    private static List<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .peek(field -> field.setAccessible(true))
                .toList();
    }
}
