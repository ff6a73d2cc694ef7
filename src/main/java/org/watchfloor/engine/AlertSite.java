package org.watchfloor.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channels;

/** What another site means for the alerts: those without a rule or a subject end. Confined to one decision. */
final class AlertSite {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Draft draft;

    AlertSite(Draft draft) {
        this.draft = draft;
    }

    void follow() {
        Watch watch = draft.state().layout().watch();
        Map<String, AlertRule> rules =
                watch.policy().rules().stream().collect(Collectors.toMap(AlertRule::id, Function.identity()));
        List<Alert> open = draft.alerts()
                .book()
                .all()
                .filter(alert -> alert.status() != Status.RESOLVED)
                .toList();
        AlertLife life = new AlertLife(draft);
        open.forEach(alert ->
                why(alert, Optional.ofNullable(rules.get(alert.rule()))).ifPresent(why -> life.end(alert, why)));
        Groups groups = new Groups(draft);
        draft.alerts().book().all().filter(alert -> alert.firedAt().isPresent()).forEach(groups::place);
        groups.lookAgainSoon(SOON);
    }

    private Optional<String> why(Alert alert, Optional<AlertRule> rule) {
        if (!alert.isOfRule()) {
            return Detour.isAboutChannel(alert.subject()) && !isConfigured(alert.subject())
                    ? Optional.of(alert.subject() + " is not configured any more")
                    : Optional.empty();
        }
        if (rule.isEmpty() || !rule.get().enabled()) {
            return Optional.of("the rule " + alert.rule() + " does not exist any more, or is switched off");
        }
        return isWatched(alert, rule.get())
                ? Optional.empty()
                : Optional.of(alert.subject() + " is not watched by the rule " + alert.rule() + " any more");
    }

    private boolean isConfigured(Subject channel) {
        return draft.state()
                .layout()
                .site()
                .section(Channels.class)
                .flatMap(channels -> channels.find(new ChannelId(channel.id())))
                .isPresent();
    }

    private boolean isWatched(Alert alert, AlertRule rule) {
        Layout layout = draft.state().layout();
        return alert.subject().kind() == Subject.Kind.CHECK
                ? alert.subject()
                        .check()
                        .flatMap(layout::slot)
                        .filter(slot -> layout.watch().of(slot).rules().contains(rule))
                        .isPresent()
                : layout.watch().together().containsKey(new Watch.Together(rule, alert.subject()));
    }
}
