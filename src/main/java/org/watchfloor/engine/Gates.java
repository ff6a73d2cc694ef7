package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.watchfloor.config.Check;
import org.watchfloor.config.Features;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicies;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.Hand;
import org.watchfloor.gate.Position;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.DependencyId;
import org.watchfloor.model.HostId;
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

    private static Gates of(NavigableMap<GateId, Breaker> all, Map<GateId, GateMove> absent, long lastMove) {
        Map<GateId, Integer> slots = new HashMap<>();
        Map<GateId, Instant> shut = new HashMap<>();
        all.forEach((id, breaker) -> {
            slots.put(id, slots.size());
            breaker.shutSince().ifPresent(since -> shut.put(id, since));
        });
        return new Gates(
                List.copyOf(all.keySet()),
                Map.copyOf(slots),
                Slots.copyOf(List.copyOf(all.values())),
                Map.copyOf(shut),
                Map.copyOf(absent),
                lastMove);
    }

    /** As they stood when the program stopped; none is in force before the site is. */
    static Gates restored(Map<GateId, GateMove> stood, long lastMove) {
        return of(new TreeMap<>(), stood, lastMove);
    }

    /** Those of the site: what is known of a gate that stays is kept, and of one that comes back. */
    Gates of(Site site, Instant now) {
        NavigableMap<GateId, Breaker> next = new TreeMap<>();
        for (GateId id : Features.of(site).breakers() ? ids(site) : Set.<GateId>of()) {
            BreakerPolicy policy = policy(site, id);
            next.put(
                    id,
                    find(id).map(known -> known.under(policy))
                            .orElseGet(() -> stood(id)
                                    .map(stood -> stood.restored(policy, now))
                                    .orElseGet(() -> Breaker.closed(policy, now))));
        }
        return of(next, absentWithout(next.keySet()), lastMove);
    }

    private Optional<GateMove> stood(GateId id) {
        return Optional.ofNullable(absent.get(id));
    }

    private static BreakerPolicy policy(Site site, GateId gate) {
        return site.section(BreakerPolicies.class)
                .orElse(BreakerPolicies.DEFAULT)
                .of(gate);
    }

    /** With the gate before what is done to a host, which there is from the first time on. */
    Gates acting(Site site, HostId host, Instant now) {
        GateId gate = action(host);
        if (slots.containsKey(gate) || !Features.of(site).breakers()) {
            return this;
        }
        NavigableMap<GateId, Breaker> next = all();
        next.put(gate, Breaker.closed(policy(site, gate), now));
        return of(next, absent, lastMove);
    }

    /** The clock was set back: what it stamped is as old as it was. */
    Gates setBack(Duration back) {
        NavigableMap<GateId, Breaker> next = all();
        next.replaceAll((_, breaker) -> breaker.setBack(back));
        return of(next, absent, lastMove);
    }

    private NavigableMap<GateId, Breaker> all() {
        NavigableMap<GateId, Breaker> all = new TreeMap<>();
        forEach(all::put);
        return all;
    }

    /** How those stand that are not there: as they did, unless they were plainly closed. */
    private Map<GateId, GateMove> absentWithout(Set<GateId> present) {
        Map<GateId, GateMove> next = new HashMap<>(absent);
        forEach((id, breaker) -> {
            if (breaker.shutSince().isPresent() || breaker.hand() != Hand.OFF) {
                Instant since = breaker.position().since();
                next.put(id, GateMove.of(lastMove, id, breaker, since, Optional.empty(), why(breaker)));
            }
        });
        next.keySet().removeAll(present);
        return next;
    }

    private static String why(Breaker breaker) {
        return breaker.position() instanceof Position.Open open ? open.why() : "";
    }

    private Set<GateId> ids(Site site) {
        Set<GateId> ids = new HashSet<>();
        for (Host host : site.hosts()) {
            host.checks().forEach(check -> of(check).ifPresent(ids::add));
            ids.add(new GateId(GateId.Kind.HOST, host.id().value()));
            Optional.of(action(host.id()))
                    .filter(action -> slots.containsKey(action) || absent.containsKey(action))
                    .ifPresent(ids::add);
        }
        site.section(Channels.class)
                .ifPresent(channels -> channels.byId().keySet().forEach(channel -> ids.add(of(channel))));
        return ids;
    }

    static GateId of(ChannelId channel) {
        return new GateId(GateId.Kind.CHANNEL, channel.value());
    }

    static GateId of(DependencyId dependency) {
        return new GateId(GateId.Kind.DEPENDENCY, dependency.value());
    }

    /** The gate before what is done to a host to mend it. */
    static GateId action(HostId host) {
        return new GateId(GateId.Kind.ACTION, host.value());
    }

    /** The gate before what a look calls; empty if that is nobody who is known. */
    public static Optional<GateId> of(Check check) {
        return check.dependency().map(Gates::of).or(() -> ofItsKind(check));
    }

    private static Optional<GateId> ofItsKind(Check check) {
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
