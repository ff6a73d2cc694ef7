package org.watchfloor.health.observer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Host;
import org.watchfloor.config.Witnesses;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Testimony;

/**
 * What is known of this machine's own network; immutable. A part of it is lost when targets there fail and all who
 * vouch for the way to it are silent too. A witness that is silent while targets answer is not believed until it
 * answers again; the gateway, which many a network keeps from answering, only from its first answer on.
 *
 * @param believed names of the witnesses that count
 * @param realms of hosts, where an answer showed another one than the configured address
 * @param vouched when the way was proven last
 * @param lost since when, for the realms that are lost now
 * @param latest the newest round
 * @param held failed looks that wait for a round that began after them
 */
public record OwnNetwork(
        Set<String> believed,
        Map<HostId, Realm> realms,
        Map<Realm, Instant> vouched,
        Map<Realm, Instant> lost,
        Optional<Testimony> latest,
        List<CheckResult> held) {
    public static final OwnNetwork UNKNOWN =
            new OwnNetwork(Set.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), List.of());

    public OwnNetwork {
        believed = Set.copyOf(believed);
        realms = Map.copyOf(realms);
        vouched = Map.copyOf(vouched);
        lost = Map.copyOf(lost);
        held = List.copyOf(held);
    }

    /**
     * What follows from something heard.
     *
     * @param released failed looks that are the targets' own
     * @param losses realms that are lost from now on
     * @param finds realms that are there again, and since when they were lost
     */
    public record Change(OwnNetwork next, List<CheckResult> released, Set<Realm> losses, Map<Realm, Instant> finds) {
        public Change {
            released = List.copyOf(released);
            losses = Set.copyOf(losses);
            finds = Map.copyOf(finds);
        }
    }

    /** These are the witnesses from now on; those outside are believed until they are proven wrong. */
    public OwnNetwork with(Witnesses witnesses) {
        Set<String> next = witnesses.outside().stream().map(Object::toString).collect(Collectors.toSet());
        latest.stream()
                .flatMap(round -> round.answers().stream())
                .filter(answer -> !answer.isOutside() && answer.answered())
                .forEach(answer -> next.add(answer.name()));
        return new OwnNetwork(next, realms, vouched, lost, latest, List.of());
    }

    public Realm realm(Host host) {
        Realm learned = realms.get(host.id());
        return learned == null ? Realm.of(host.address()) : learned;
    }

    public boolean isLost(Host host) {
        return !lost.isEmpty() && lost.containsKey(realm(host));
    }

    /** Whether anybody can vouch for the way there. */
    public boolean isWitnessed(Realm realm) {
        boolean cutOff = latest.filter(round -> !round.hasInterface()).isPresent();
        return realm != Realm.OWN && (cutOff || !believed.isEmpty());
    }

    public OwnNetwork holding(CheckResult failed) {
        return new OwnNetwork(
                believed,
                realms,
                vouched,
                lost,
                latest,
                Stream.concat(held.stream(), Stream.of(failed)).toList());
    }

    public OwnNetwork holdingNothing() {
        return new OwnNetwork(believed, realms, vouched, lost, latest, List.of());
    }

    /** The clock was set back: what it stamped before is as old as it was. */
    public OwnNetwork setBack(Duration back) {
        return new OwnNetwork(
                believed,
                realms,
                earlier(vouched, back),
                earlier(lost, back),
                latest.map(
                        round -> new Testimony(round.startedAt().minus(back), round.hasInterface(), round.answers())),
                held);
    }

    private static Map<Realm, Instant> earlier(Map<Realm, Instant> times, Duration by) {
        Map<Realm, Instant> earlier = new EnumMap<>(Realm.class);
        times.forEach((realm, at) -> earlier.put(realm, at.minus(by)));
        return earlier;
    }

    /** A host of the realm answered, which proves the way there. */
    public Change answered(Host host, Realm seen, CheckResult result) {
        Map<HostId, Realm> learned = realms;
        if (seen != realm(host)) {
            learned = new HashMap<>(realms);
            learned.put(host.id(), seen);
        }
        Map<Realm, Instant> proven = new EnumMap<>(Realm.class);
        proven.putAll(vouched);
        proven.merge(seen, result.finishedAt(), (one, other) -> one.isAfter(other) ? one : other);
        Set<String> still = new HashSet<>(believed);
        latest.filter(round -> lost.containsKey(seen) || result.startedAt().isAfter(round.startedAt()))
                .filter(round -> isSilent(seen, round, believed))
                .ifPresent(round -> jury(seen, round, believed).forEach(answer -> still.remove(answer.name())));
        Map<Realm, Instant> remaining = new HashMap<>(lost);
        Instant since = remaining.remove(seen);
        OwnNetwork next = new OwnNetwork(still, learned, proven, remaining, latest, held);
        return new Change(next, List.of(), Set.of(), since == null ? Map.of() : Map.of(seen, since));
    }

    /** A round of the witnesses is over. Looks that failed after it began wait for another one. */
    public Change heard(Testimony round, Map<HostId, Host> hosts) {
        Set<String> believing = new HashSet<>(believed);
        round.answers().stream().filter(Testimony.Answer::answered).forEach(answer -> believing.add(answer.name()));
        Map<Realm, Instant> proven = new HashMap<>(vouched);
        Map<Realm, Instant> nowLost = new HashMap<>(lost);
        Set<Realm> losses = new HashSet<>();
        Map<Realm, Instant> finds = new HashMap<>();
        for (Realm realm : List.of(Realm.NEAR, Realm.FAR)) {
            boolean silent = isSilent(realm, round, believing);
            List<CheckResult> failed = held(hosts, realm::equals);
            if (!silent) {
                proven.put(realm, round.startedAt());
                Instant since = nowLost.remove(realm);
                if (since != null) {
                    finds.put(realm, since);
                }
            } else if (!failed.isEmpty() && !nowLost.containsKey(realm)) {
                losses.add(realm);
                nowLost.put(realm, begin(proven.get(realm), failed));
            }
        }
        List<CheckResult> judged = held(hosts, realm -> !nowLost.containsKey(realm)).stream()
                .filter(result -> result.startedAt().isBefore(round.startedAt()))
                .toList();
        List<CheckResult> waiting = new ArrayList<>(held(hosts, realm -> !nowLost.containsKey(realm)));
        waiting.removeAll(judged);
        OwnNetwork next = new OwnNetwork(believing, realms, proven, nowLost, Optional.of(round), waiting);
        return new Change(next, judged, losses, finds);
    }

    /** The way was there when it was proven last; before the first failed look at the latest. */
    private static Instant begin(@Nullable Instant proven, List<CheckResult> failed) {
        Instant first = failed.stream()
                .map(CheckResult::startedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return proven != null && proven.isAfter(first.minusSeconds(60)) && proven.isBefore(first) ? proven : first;
    }

    private List<CheckResult> held(Map<HostId, Host> hosts, Predicate<Realm> wanted) {
        return held.stream()
                .filter(result -> Optional.ofNullable(hosts.get(result.check().host()))
                        .filter(host -> wanted.test(realm(host)))
                        .isPresent())
                .toList();
    }

    private static boolean isSilent(Realm realm, Testimony round, Set<String> believed) {
        if (!round.hasInterface()) {
            return true;
        }
        List<Testimony.Answer> jury = jury(realm, round, believed);
        boolean provenBeyond = round.answers().stream().anyMatch(answer -> answer.isOutside() && answer.answered());
        return !jury.isEmpty() && !provenBeyond && jury.stream().noneMatch(Testimony.Answer::answered);
    }

    /** Near by: the gateway; beyond it: those outside; if there are none of these, the others. */
    private static List<Testimony.Answer> jury(Realm realm, Testimony round, Set<String> believed) {
        List<Testimony.Answer> all = round.answers().stream()
                .filter(answer -> believed.contains(answer.name()))
                .toList();
        List<Testimony.Answer> first = all.stream()
                .filter(answer -> answer.isOutside() == (realm == Realm.FAR))
                .toList();
        return first.isEmpty() ? all : first;
    }
}
