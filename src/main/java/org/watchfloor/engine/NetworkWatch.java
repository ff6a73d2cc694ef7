package org.watchfloor.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Subject;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.health.observer.Realm;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;
import org.watchfloor.model.Testimony;

/** Raises the one alert that there is while this machine has no network, and ends it afterwards. Confined to one decision. */
final class NetworkWatch {
    static final String RULE = "network-lost";
    static final Subject SUBJECT = new Subject(Subject.Kind.OBSERVER, "");

    private final Draft draft;

    NetworkWatch(Draft draft) {
        this.draft = draft;
    }

    void follow() {
        OwnNetwork network = draft.state().network();
        Optional<Alert> active = draft.alerts().book().active(draft.state().layout(), SUBJECT, RULE);
        Optional<Instant> since = network.lost().values().stream().min(Instant::compareTo);
        if (since.isPresent() && active.isEmpty()) {
            raise(network, since.get());
        } else if (since.isEmpty()) {
            active.ifPresent(
                    alert -> new AlertLife(draft).end(alert, "the way is proven again; what failed is looked at anew"));
        }
    }

    private void raise(OwnNetwork network, Instant since) {
        String why = why(network);
        Said said = new Said(
                "the console's machine has no network",
                "What lies beyond it is not judged, and nobody is told of it, until a witness or a target answers again."
                        + " Look at this machine's cable, gateway and line.",
                why,
                "",
                "");
        AlertLife life = new AlertLife(draft);
        Alert begun = life.begun(RULE, SUBJECT, Labels.of(Map.of("rule", RULE)), Severity.HIGH, said);
        life.fire(begun.begunAt(since), why);
    }

    private static String why(OwnNetwork network) {
        String reach = network.lost().containsKey(Realm.NEAR) ? "targets" : "targets outside the own network";
        if (network.latest().filter(Testimony::hasInterface).isEmpty()) {
            return reach + " fail and no interface of this machine is up";
        }
        String silent = network.latest().stream()
                .flatMap(round -> round.answers().stream())
                .filter(answer -> !answer.answered() && network.believed().contains(answer.name()))
                .map(Testimony.Answer::name)
                .collect(Collectors.joining(", "));
        return reach + " fail and nobody who vouches for the way answers: " + silent;
    }
}
