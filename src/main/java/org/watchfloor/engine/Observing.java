package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.watchfloor.config.Host;
import org.watchfloor.config.Witnesses;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.HealthRules;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.health.observer.Realm;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Testimony;

/**
 * Is it them or is it us? Failed looks that the own network may be to blame for wait until the witnesses were heard;
 * while it is lost they say nothing of their targets. Confined to one decision.
 */
final class Observing {
    /** A round takes two seconds at most; after this the engine decides without one. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);
    private static final Duration WHILE_LOST = Duration.ofSeconds(2);
    private static final Set<Reason> SILENCE = Set.of(
            Reason.NAME_NOT_FOUND,
            Reason.NO_ROUTE,
            Reason.CONNECT_TIMEOUT,
            Reason.RESPONSE_TIMEOUT,
            Reason.CUT_OFF,
            Reason.EXIT_CODE);
    private static final String REMOTE_ADDRESS = "remote address";

    private final Draft draft;
    private final Consumer<CheckResult> take;

    /** @param take decides on a result that counts */
    Observing(Draft draft, Consumer<CheckResult> take) {
        this.draft = draft;
        this.take = take;
    }

    /** A result came; it is taken at once, later, or never. */
    void came(CheckResult result) {
        Optional<Host> host = draft.state().layout().host(result.check().host());
        if (host.isEmpty()) {
            return;
        }
        Realm realm = network().realm(host.get());
        if (!mayBeOwnFault(result.outcome())) {
            peer(result).ifPresent(peer -> answered(host.get(), Realm.of(peer), result));
            take.accept(result);
        } else if (network().isLost(host.get())) {
            return;
        } else if (network().isWitnessed(realm)) {
            draft.replace(draft.state().withNetwork(network().holding(result)));
            ask();
        } else {
            take.accept(result);
        }
    }

    void heard(Testimony round) {
        Map<HostId, Host> hosts = network().held().stream()
                .flatMap(result -> draft.state().layout().host(result.check().host()).stream())
                .distinct()
                .collect(Collectors.toMap(Host::id, host -> host));
        OwnNetwork.Change change = network().heard(round, hosts);
        draft.replace(draft.state().withNetwork(change.next()));
        follow(change);
        change.released().forEach(take);
        new NetworkWatch(draft).follow();
        if (!network().held().isEmpty()) {
            ask();
        }
    }

    /** Asks the witnesses now and then, and does not wait for them for ever. */
    void timePassed() {
        boolean inDoubt = !network().lost().isEmpty() || !network().held().isEmpty();
        Duration pause = inDoubt ? WHILE_LOST : BETWEEN_ROUNDS;
        boolean isDue = network()
                .latest()
                .map(Testimony::startedAt)
                .filter(last -> last.plus(pause).isAfter(draft.now()))
                .isEmpty();
        if (isDue) {
            ask();
        }
        List<CheckResult> overdue = network().held().stream()
                .filter(result -> result.finishedAt().plus(PATIENCE).isBefore(draft.now()))
                .toList();
        if (!overdue.isEmpty()) {
            draft.replace(draft.state().withNetwork(network().holdingNothing()));
            overdue.forEach(take);
        }
    }

    private void answered(Host host, Realm seen, CheckResult result) {
        if (seen != Realm.OWN || network().realm(host) != Realm.OWN) {
            OwnNetwork.Change change = network().answered(host, seen, result);
            draft.replace(draft.state().withNetwork(change.next()));
            follow(change);
            if (!change.finds().isEmpty()) {
                new NetworkWatch(draft).follow();
            }
        }
    }

    /** The address that the look was connected to, without its port. */
    private static Optional<String> peer(CheckResult result) {
        return result.observation().facts().stream()
                .filter(fact -> fact.name().equals(REMOTE_ADDRESS))
                .map(fact -> fact.value().substring(0, Math.max(0, fact.value().lastIndexOf(':'))))
                .map(address -> address.startsWith("[") ? address.substring(1, address.length() - 1) : address)
                .findFirst();
    }

    private void follow(OwnNetwork.Change change) {
        if (!change.losses().isEmpty()) {
            lost(change.losses());
        }
        change.finds().values().stream().min(Instant::compareTo).ifPresent(since -> found(change.finds(), since));
    }

    private void lost(Set<Realm> realms) {
        Instant since =
                network().lost().values().stream().min(Instant::compareTo).orElseThrow();
        String why = "the network of this machine is gone since " + since;
        forEach(realms, (slot, health) -> {
            if (health.state() != State.STALE) {
                draft.put(
                        slot, HealthRules.shownAs(State.STALE, health, draft.now()), why, Optional.of(Reason.NO_DATA));
            }
        });
        toldToIncidents(why);
    }

    private void found(Map<Realm, Instant> realms, Instant since) {
        Gap gap = new Gap(since, draft.now(), Gap.Cause.NETWORK_LOST);
        draft.replace(draft.state().withGap(gap));
        draft.record(new Entry.GapRecorded(gap));
        forEach(realms.keySet(), (slot, health) -> draft.put(slot, HealthRules.observedAgain(health, draft.now())));
        toldToIncidents(
                "the network of this machine was gone for " + gap.length().toSeconds() + " s");
        new Groups(draft).waitAgain();
        draft.effect(new Effect.Respread());
    }

    private void toldToIncidents(String what) {
        draft.state().openIncidents().keySet().forEach(host -> {
            IncidentTracker tracker = draft.tracker(host);
            tracker.gap(what, draft.now());
            draft.track(host, tracker);
        });
    }

    private interface OfSlot {
        void accept(int slot, CheckHealth health);
    }

    private void forEach(Set<Realm> realms, OfSlot action) {
        Layout layout = draft.state().layout();
        for (int slot = 0; slot < layout.checks().size(); slot++) {
            CheckHealth health = draft.state().checks().get(slot);
            boolean affected = layout.host(health.check().host())
                    .filter(host -> realms.contains(network().realm(host)))
                    .isPresent();
            if (affected && health.state() != State.PAUSED) {
                action.accept(slot, health);
            }
        }
    }

    private void ask() {
        draft.effect(new Effect.HearWitnesses(
                draft.state().layout().site().section(Witnesses.class).orElse(Witnesses.DEFAULT)));
    }

    private OwnNetwork network() {
        return draft.state().network();
    }

    /** What a target, or a host before it, says of itself came over the network; silence may be anybody's. */
    private static boolean mayBeOwnFault(Outcome outcome) {
        return outcome instanceof Outcome.Down down && SILENCE.contains(down.reason());
    }
}
