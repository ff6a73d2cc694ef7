package org.watchfloor.probe;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Site;
import org.watchfloor.model.PoolFigures;

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

    /** These checks are made from now on; connections kept for others are let go. One thread at a time. */
    public void adopt(Site site) {
        Pools limits = site.section(Pools.class).orElse(Pools.DEFAULT);
        List<CheckSpec> specs = site.checks().stream().map(Check::spec).toList();
        bySpec.values().forEach(type -> adopt(type, specs, limits));
    }

    /** The connections that are kept between looks, by the key of their type. */
    public Map<String, PoolFigures> pools() {
        Map<String, PoolFigures> pools = new TreeMap<>();
        bySpec.values().forEach(type -> type.pool().ifPresent(pool -> pools.put(type.key(), pool)));
        return pools;
    }

    private static <S extends CheckSpec> void adopt(ProbeType<S> type, List<CheckSpec> specs, Pools limits) {
        List<S> own = specs.stream()
                .filter(type.specType()::isInstance)
                .map(type.specType()::cast)
                .toList();
        type.adopt(own, limits);
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
