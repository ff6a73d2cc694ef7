package org.watchfloor.probe;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.config.CheckSpec;

/** All kinds of checks that this Watchfloor knows, by the spec that each of them reads. Safe for use by any thread. */
public final class Probes {
    private final Map<Class<?>, ProbeType<?>> bySpec;

    public Probes(Collection<? extends ProbeType<?>> types) {
        bySpec = types.stream().collect(Collectors.toUnmodifiableMap(ProbeType::specType, Function.identity()));
    }

    public List<ProbeType<?>> types() {
        return List.copyOf(bySpec.values());
    }

    /** @throws IllegalArgumentException if no type reads such a spec */
    public Probe open(CheckSpec spec) {
        return open(typeOf(spec), spec);
    }

    /** The ladder that a failure is diagnosed by; empty if the kind has none. */
    public Optional<Ladder> ladder(CheckSpec spec) {
        return ladder(typeOf(spec), spec);
    }

    /** The YAML key of the spec's type, such as {@code http}. */
    public String keyOf(CheckSpec spec) {
        return typeOf(spec).key();
    }

    private static <S extends CheckSpec> Probe open(ProbeType<S> type, CheckSpec spec) {
        return type.open(type.specType().cast(spec));
    }

    private static <S extends CheckSpec> Optional<Ladder> ladder(ProbeType<S> type, CheckSpec spec) {
        return type.ladder(type.specType().cast(spec));
    }

    private ProbeType<?> typeOf(CheckSpec spec) {
        ProbeType<?> type = bySpec.get(spec.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no probe type reads " + spec.getClass().getName());
        }
        return type;
    }
}
