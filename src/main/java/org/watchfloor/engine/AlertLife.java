package org.watchfloor.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Evaluation;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.alert.Words;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/** Takes alerts from pending to resolved, and writes down each step with its reason. Confined to one decision. */
final class AlertLife {
    private final Draft draft;

    AlertLife(Draft draft) {
        this.draft = draft;
    }

    Optional<Alert> active(int slot, String rule) {
        List<Alert> alerts = draft.alerts().book().ofChecks().get(slot);
        for (int index = 0; index < alerts.size(); index++) {
            Alert alert = alerts.get(index);
            if (alert.status() != Status.RESOLVED && alert.rule().equals(rule)) {
                return Optional.of(alert);
            }
        }
        return Optional.empty();
    }

    /** @param message what the check itself says */
    void take(
            Evaluation.Step step,
            AlertRule rule,
            Subject subject,
            Severity severity,
            String message,
            String explanation) {
        Optional<Alert> alert = draft.alerts().book().active(draft.state().layout(), subject, rule.id());
        Labels labels = alert.map(Alert::labels).orElseGet(() -> labels(rule, subject));
        Said said =
                new Diagnosing(draft).completed(Words.of(rule, subject, labels, message, explanation), subject, alert);
        switch (step) {
            case STAY -> {}
            case BEGIN -> {
                Alert begun = begun(rule.id(), subject, labels, severity, said);
                save(begun, Verdict.Kind.PENDING, explanation + "; fires if it stays so for " + text(rule));
                new Diagnosing(draft).tell(begun);
            }
            case BEGIN_FIRING -> {
                Alert begun = begun(rule.id(), subject, labels, severity, said);
                fire(begun, explanation);
                new Diagnosing(draft).tell(begun);
            }
            case FIRE -> fire(alert.orElseThrow().as(severity, said), explanation);
            case CLEAR -> drop(alert.orElseThrow(), explanation);
            case SEVERITY -> {
                Alert changed = alert.orElseThrow().as(severity, said);
                save(changed, Verdict.Kind.SEVERITY, "now " + severity + ": " + explanation);
                join(changed);
            }
            case RESOLVE -> end(alert.orElseThrow(), explanation);
        }
    }

    private static String text(AlertRule rule) {
        return rule.hold().toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    /** A new alert that is pending; nothing is written down yet. */
    Alert begun(String rule, Subject subject, Labels labels, Severity severity, Said said) {
        AlertState.Numbers numbers = draft.alerts().numbers();
        draft.alerts(draft.alerts()
                .withNumbers(new AlertState.Numbers(
                        numbers.alert() + 1, numbers.verdict(), numbers.notice(), numbers.episode())));
        Alert begun = new Alert(
                new AlertId(numbers.alert() + 1),
                rule,
                subject,
                labels,
                severity,
                draft.now(),
                Optional.empty(),
                Optional.empty(),
                said,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
        return heir(begun);
    }

    /** If the end of the episode before was not told yet, whoever knows of that one knows of this one. */
    private Alert heir(Alert begun) {
        Layout layout = draft.state().layout();
        Optional<Alert> untold = draft.alerts().book().of(layout, begun.subject()).stream()
                .filter(alert ->
                        alert.status() == Status.RESOLVED && alert.rule().equals(begun.rule()))
                .findFirst();
        untold.ifPresent(old -> {
            draft.alerts(draft.alerts().withBook(draft.alerts().book().without(layout, old)));
            draft.record(new Entry.AlertClosed(old.id()));
        });
        return untold.map(begun::heirOf).orElse(begun);
    }

    void fire(Alert alert, String explanation) {
        Alert fired = alert.fired(draft.now());
        save(fired, Verdict.Kind.FIRED, explanation);
        join(fired);
    }

    /** Ends it; who was told of it will be told of the end. */
    void end(Alert alert, String why) {
        if (alert.status() == Status.PENDING) {
            drop(alert, why);
            return;
        }
        Alert ended = alert.ended(draft.now());
        if (ended.told().isEmpty()) {
            verdict(ended, Verdict.Kind.RESOLVED, Optional.empty(), Optional.empty(), why + "; nobody was told of it");
            remove(ended);
        } else {
            save(ended, Verdict.Kind.RESOLVED, why);
            new Groups(draft).hasEnded(ended);
        }
    }

    void endAll(Subject subject, String why) {
        for (Alert alert : draft.alerts().book().of(draft.state().layout(), subject)) {
            if (alert.status() != Status.RESOLVED) {
                end(alert, why);
            }
        }
    }

    void dropPending(Subject subject, String why) {
        for (Alert alert : draft.alerts().book().of(draft.state().layout(), subject)) {
            if (alert.status() == Status.PENDING) {
                drop(alert, why);
            }
        }
    }

    private void drop(Alert alert, String why) {
        verdict(alert, Verdict.Kind.CLEARED, Optional.empty(), Optional.empty(), why + "; it was not due yet");
        remove(alert);
    }

    private void remove(Alert alert) {
        draft.alerts(draft.alerts()
                .withBook(draft.alerts().book().without(draft.state().layout(), alert)));
        draft.record(new Entry.AlertSaved(alert.endedAt().isPresent() ? alert : alert.ended(draft.now())));
        draft.record(new Entry.AlertClosed(alert.id()));
    }

    private void join(Alert alert) {
        new Groups(draft).hasNews(alert);
    }

    void save(Alert alert, Verdict.Kind kind, String why) {
        save(alert, kind, Optional.empty(), why);
    }

    void save(Alert alert, Verdict.Kind kind, Optional<Actor> by, String why) {
        keep(alert);
        verdict(alert, kind, Optional.empty(), by, why);
    }

    void keep(Alert alert) {
        draft.alerts(
                draft.alerts().withBook(draft.alerts().book().with(draft.state().layout(), alert)));
        draft.record(new Entry.AlertSaved(alert));
    }

    void verdict(Alert alert, Verdict.Kind kind, Optional<ChannelId> channel, Optional<Actor> by, String text) {
        AlertState.Numbers numbers = draft.alerts().numbers();
        long id = numbers.verdict() + 1;
        draft.alerts(draft.alerts()
                .withNumbers(new AlertState.Numbers(numbers.alert(), id, numbers.notice(), numbers.episode())));
        draft.record(new Entry.VerdictAdded(
                new Verdict(id, draft.now(), alert.id(), alert.rule(), alert.subject(), kind, channel, by, text)));
    }

    private Labels labels(AlertRule rule, Subject subject) {
        Map<String, String> labels = new HashMap<>(rule.labels());
        labels.put("rule", rule.id());
        Layout layout = draft.state().layout();
        switch (subject.kind()) {
            case CHECK -> {
                CheckId id = subject.check().orElseThrow();
                labels.put("check", id.name());
                ofHost(labels, layout, id.host());
                labels.put("service", String.join(",", layout.watch().servicesOf(id)));
                labels.put(
                        "tags",
                        layout.check(id).map(Check::tags).stream()
                                .flatMap(tags -> tags.stream().sorted())
                                .collect(java.util.stream.Collectors.joining(",")));
            }
            case HOST -> ofHost(labels, layout, new HostId(subject.id()));
            case GROUP -> labels.put("group", subject.id());
            case SERVICE -> labels.put("service", subject.id());
            case CHANNEL -> labels.put("channel", subject.id());
            case SITE, OUTSIDE, OBSERVER -> {}
        }
        return Labels.of(labels);
    }

    private static void ofHost(Map<String, String> labels, Layout layout, HostId host) {
        labels.put("host", host.value());
        layout.host(host).flatMap(Host::group).ifPresent(group -> labels.put("group", group.value()));
    }
}
