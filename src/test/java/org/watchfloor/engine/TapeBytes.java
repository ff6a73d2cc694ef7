package org.watchfloor.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.watchfloor.config.Site;

/**
 * Events as bytes and back: every record by its components, so that a new kind of event needs nothing here. A site is kept
 * as the text that it was read of.
 */
final class TapeBytes {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final WrittenSites sites;

    TapeBytes(WrittenSites sites) {
        this.sites = sites;
    }

    private record Part(Method accessor, Type type) {}

    /** How a kind of record is taken apart and put together. */
    private record Shape(List<Part> parts, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(Stream.of(components).map(Shape::part).toList(), constructor);
            } catch (NoSuchMethodException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private static Part part(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(component.getAccessor(), component.getGenericType());
        }
    }

    void write(Event event, DataOutputStream out) throws IOException {
        write(event, Event.class, out);
    }

    Event read(DataInputStream in) throws IOException {
        return (Event) read(Event.class, in);
    }

    private void write(Object value, Type type, DataOutputStream out) throws IOException {
        switch (value) {
            case Site site -> text(sites.textOf(site), out);
            case CompletableFuture<?> _ -> {}
            case Optional<?> optional -> {
                out.writeBoolean(optional.isPresent());
                if (optional.isPresent()) {
                    write(optional.get(), argument(type, 0), out);
                }
            }
            case Map<?, ?> map -> {
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(entry.getKey(), argument(type, 0), out);
                    write(entry.getValue(), argument(type, 1), out);
                }
            }
            case Collection<?> all -> {
                out.writeInt(all.size());
                for (Object element : all) {
                    write(element, argument(type, 0), out);
                }
            }
            case Instant time -> {
                out.writeLong(time.getEpochSecond());
                out.writeInt(time.getNano());
            }
            case Duration span -> {
                out.writeLong(span.getSeconds());
                out.writeInt(span.getNano());
            }
            case String string -> text(string, out);
            case Enum<?> constant -> text(constant.name(), out);
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Double number -> out.writeDouble(number);
            case Record row -> record(row, type, out);
            default -> throw new IllegalArgumentException("no way to write " + value.getClass());
        }
    }

    private void record(Record row, Type type, DataOutputStream out) throws IOException {
        if (raw(type).isSealed()) {
            text(row.getClass().getName(), out);
        }
        for (Part part : SHAPES.computeIfAbsent(row.getClass(), Shape::of).parts()) {
            try {
                write(part.accessor().invoke(row), part.type(), out);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for what is decided once more
    private Object read(Type type, DataInputStream in) throws IOException {
        Class<?> raw = raw(type);
        if (raw == Site.class) {
            return sites.site(text(in));
        } else if (raw == CompletableFuture.class) {
            return new CompletableFuture<>();
        } else if (raw == Optional.class) {
            return in.readBoolean() ? Optional.of(read(argument(type, 0), in)) : Optional.empty();
        } else if (Map.class.isAssignableFrom(raw)) {
            return map(raw, type, in);
        } else if (Collection.class.isAssignableFrom(raw)) {
            List<Object> all = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                all.add(read(argument(type, 0), in));
            }
            return raw.isAssignableFrom(List.class) ? all : new HashSet<>(all);
        } else if (raw.isRecord()) {
            return record(raw, in);
        } else if (raw.isInterface() && raw.isSealed()) {
            return record(kind(raw, text(in)), in);
        }
        return plain(raw, in);
    }

    private Map<Object, Object> map(Class<?> raw, Type type, DataInputStream in) throws IOException {
        Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Object key = read(argument(type, 0), in);
            map.put(key, read(argument(type, 1), in));
        }
        return map;
    }

    private static Object plain(Class<?> raw, DataInputStream in) throws IOException {
        if (raw == Instant.class) {
            return Instant.ofEpochSecond(in.readLong(), in.readInt());
        } else if (raw == Duration.class) {
            return Duration.ofSeconds(in.readLong(), in.readInt());
        } else if (raw == String.class) {
            return text(in);
        } else if (raw == boolean.class) {
            return in.readBoolean();
        } else if (raw == int.class) {
            return in.readInt();
        } else if (raw == long.class) {
            return in.readLong();
        } else if (raw == double.class) {
            return in.readDouble();
        } else if (raw.isEnum()) {
            String name = text(in);
            return Stream.of(raw.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
        throw new IllegalArgumentException("no way to read " + raw);
    }

    private Object record(Class<?> type, DataInputStream in) throws IOException {
        Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
        Object[] values = new Object[shape.parts().size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = read(shape.parts().get(index).type(), in);
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Class<?> kind(Class<?> sealed, String name) {
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(kind -> kind.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
