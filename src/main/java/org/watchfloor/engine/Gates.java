package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicies;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channels;

/** All breakers of a site, in the order of their ids. Immutable; {@link #with} shares most with the original. */
public final class Gates {
    public static final Gates NONE = new Gates(List.of(), Map.of(), Slots.copyOf(List.of()), Map.of(), Map.of(), 0);

    private final List<GateId> ids;
    private final Map<GateId, Integer> slots;
    private final Slots<Breaker> breakers;
    /** Since when those are shut that are. */
    private final Map<GateId, Instant> shut;

    /** How gates stood that are not on the site, or not yet. */
    private final Map<GateId, GateMove> absent;

    private final long lastMove;

    private Gates(
            List<GateId> ids,
            Map<GateId, Integer> slots,
            Slots<Breaker> breakers,
            Map<GateId, Instant> shut,
            Map<GateId, GateMove> absent,
            long lastMove) {
        this.ids = ids;
        this.slots = slots;
        this.breakers = breakers;
        this.shut = shut;
        this.absent = absent;
        this.lastMove = lastMove;
    }

    private Gates(
            List<GateId> ids,
            Map<GateId, Integer> slots,
            List<Breaker> breakers,
            Map<GateId, GateMove> absent,
            long lastMove) {
        this(ids, slots, Slots.copyOf(breakers), shut(ids, breakers), absent, lastMove);
    }

    /** As they stood when the program stopped; none is in force before the site is. */
    static Gates restored(Map<GateId, GateMove> stood, long lastMove) {
        return new Gates(List.of(), Map.of(), Slots.copyOf(List.of()), Map.of(), Map.copyOf(stood), lastMove);
    }

    /** Those of the site: what is known of a gate that stays is kept. */
    Gates of(Site site, Instant now) {
        BreakerPolicies policies = site.section(BreakerPolicies.class).orElse(BreakerPolicies.DEFAULT);
        List<GateId> all = List.copyOf(ids(site));
        Map<GateId, Integer> places = new HashMap<>();
        List<Breaker> next = new ArrayList<>(all.size());
        for (GateId id : all) {
            places.put(id, next.size());
            next.add(find(id).map(known -> known.under(policies.of(id)))
                    .or(() -> Optional.ofNullable(absent.get(id)).map(stood -> stood.restored(policies.of(id), now)))
                    .orElseGet(() -> Breaker.closed(policies.of(id), now)));
        }
        return new Gates(all, Map.copyOf(places), next, absentAfter(places), lastMove);
    }

    /** The clock was set back: what it stamped is as old as it was. */
    Gates setBack(Duration back) {
        List<Breaker> next = new ArrayList<>(ids.size());
        forEach((_, breaker) -> next.add(breaker.setBack(back)));
        return new Gates(ids, slots, next, absent, lastMove);
    }

    private static Map<GateId, Instant> shut(List<GateId> ids, List<Breaker> breakers) {
        Map<GateId, Instant> shut = new HashMap<>();
        for (int slot = 0; slot < ids.size(); slot++) {
            GateId id = ids.get(slot);
            breakers.get(slot).shutSince().ifPresent(since -> shut.put(id, since));
        }
        return Map.copyOf(shut);
    }

    /** Those that the site has still not. */
    private Map<GateId, GateMove> absentAfter(Map<GateId, Integer> present) {
        Map<GateId, GateMove> next = new HashMap<>(absent);
        next.keySet().removeAll(present.keySet());
        return Map.copyOf(next);
    }

    private static SortedSet<GateId> ids(Site site) {
        TreeSet<GateId> ids = new TreeSet<>();
        for (Host host : site.hosts()) {
            host.checks().forEach(check -> of(check).ifPresent(ids::add));
            ids.add(host(host));
        }
        site.section(Channels.class)
                .ifPresent(channels -> channels.byId().keySet().forEach(channel -> ids.add(of(channel))));
        return ids;
    }

    private static GateId host(Host host) {
        return new GateId(GateId.Kind.HOST, host.id().value());
    }

    static GateId of(ChannelId channel) {
        return new GateId(GateId.Kind.CHANNEL, channel.value());
    }

    /** The gate before what a look calls; empty if that is nobody's host. */
    public static Optional<GateId> of(Check check) {
        String host = check.id().host().value();
        return switch (check.spec().calls()) {
            case HOST -> Optional.of(new GateId(GateId.Kind.HOST, host));
            case SSH -> Optional.of(new GateId(GateId.Kind.SSH, host));
            case NOBODY -> Optional.empty();
        };
    }

    public Optional<Breaker> find(GateId gate) {
        return Optional.ofNullable(slots.get(gate)).map(breakers::get);
    }

    /** How much time the gate before what a check calls asks for between two looks; empty: as usual. */
    Optional<Duration> spacing(Check check) {
        return ids.isEmpty() ? Optional.empty() : of(check).flatMap(this::find).flatMap(Breaker::spacing);
    }

    /** In the order of the ids. */
    public void forEach(BiConsumer<GateId, Breaker> action) {
        for (int slot = 0; slot < ids.size(); slot++) {
            action.accept(ids.get(slot), breakers.get(slot));
        }
    }

    public int size() {
        return ids.size();
    }

    /** Grows with each move of any gate. */
    public long lastMove() {
        return lastMove;
    }

    /** Since when the gate before what a check calls asks for no more time between looks; empty while it does. */
    Optional<Instant> passableSince(Check check) {
        return ids.isEmpty()
                ? Optional.empty()
                : of(check)
                        .flatMap(this::find)
                        .filter(breaker -> breaker.spacing().isEmpty())
                        .map(breaker -> breaker.position().since());
    }

    /** Since when each gate that is shut is; the same object until a gate moves. */
    public Map<GateId, Instant> shut() {
        return shut;
    }

    /** What is true of a check whose gate is shut; empty if it lets calls through. */
    Optional<Mark> mark(Check check) {
        return of(check)
                .flatMap(gate -> Optional.ofNullable(shut.get(gate)).map(since -> new Mark.GateShut(gate, since)));
    }

    Gates with(GateId gate, Breaker next) {
        Integer slot = slots.get(gate);
        return slot == null ? this : new Gates(ids, slots, breakers.with(slot, next), shut, absent, lastMove);
    }

    /** With a breaker that stands differently now. */
    Gates moved(GateId gate, Breaker next, long move) {
        Map<GateId, Instant> nowShut = new HashMap<>(shut);
        nowShut.remove(gate);
        next.shutSince().ifPresent(since -> nowShut.put(gate, since));
        Gates with = with(gate, next);
        return new Gates(ids, slots, with.breakers, Map.copyOf(nowShut), absent, move);
    }
}
