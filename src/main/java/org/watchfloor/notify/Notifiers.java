package org.watchfloor.notify;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of channels that this Watchfloor knows, by the spec that each of them reads. Safe for use by any thread. */
public final class Notifiers {
    private final Map<Class<?>, NotifierType<?>> bySpec;

    public Notifiers(Collection<? extends NotifierType<?>> types) {
        bySpec = types.stream().collect(Collectors.toUnmodifiableMap(NotifierType::specType, Function.identity()));
    }

    /** In the order of their keys. */
    public List<NotifierType<?>> types() {
        return bySpec.values().stream()
                .sorted(Comparator.comparing((NotifierType<?> type) -> type.key()))
                .toList();
    }

    /** @throws IllegalArgumentException if no type reads such a spec */
    public Notifier open(ChannelSpec spec) {
        return open(typeOf(spec), spec);
    }

    /** The YAML key of the spec's type, such as {@code webhook}. */
    public String keyOf(ChannelSpec spec) {
        return typeOf(spec).key();
    }

    private static <S extends ChannelSpec> Notifier open(NotifierType<S> type, ChannelSpec spec) {
        return type.open(type.specType().cast(spec));
    }

    private NotifierType<?> typeOf(ChannelSpec spec) {
        NotifierType<?> type = bySpec.get(spec.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no notifier type reads " + spec.getClass().getName());
        }
        return type;
    }
}
