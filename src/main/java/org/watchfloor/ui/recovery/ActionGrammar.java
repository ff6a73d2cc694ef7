package org.watchfloor.ui.recovery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.ui.filter.KeyedFilter;

/**
 * Keys for actions: {@code status:failed,rolled-back}, {@code runbook:restart-*} (its id or its title), {@code host:web*},
 * {@code check:front}, {@code service:shop}, {@code by:ada} or {@code by:itself}. Words are searched for in the title, the
 * target and what is said of it.
 */
final class ActionGrammar implements KeyedFilter.Grammar<Action> {
    private static final String HINT = "status, runbook, host, check, service, by";

    @Override
    public Predicate<Action> keyed(String key, List<String> values) throws KeyedFilter.Misread {
        return switch (key) {
            case "status" -> statuses(values);
            case "runbook" ->
                KeyedFilter.named(values, action -> List.of(action.runbook().value(), action.title()));
            case "host" ->
                KeyedFilter.named(
                        values, action -> List.of(action.target().host().value()));
            case "check" -> KeyedFilter.named(values, action -> checks(action.target()));
            case "service" ->
                KeyedFilter.named(
                        values,
                        action -> action.target().services().stream()
                                .map(Object::toString)
                                .toList());
            case "by" -> KeyedFilter.named(values, action -> List.of(by(action.cause())));
            default ->
                throw new KeyedFilter.Misread(
                        "unknown key \"" + key + "\"; known are " + HINT + ". Put text that has a colon in quotes");
        };
    }

    @Override
    public List<String> texts(Action action) {
        return List.of(action.title(), action.target().check().toString(), action.said());
    }

    private static Predicate<Action> statuses(List<String> values) throws KeyedFilter.Misread {
        Set<Status> wanted = EnumSet.copyOf(KeyedFilter.constants(values, Status.values(), "status"));
        return action -> wanted.contains(action.status());
    }

    private static List<String> checks(Target target) {
        return List.of(target.check().name(), target.check().toString());
    }

    private static String by(Cause cause) {
        return switch (cause) {
            case Cause.ByHand byHand -> byHand.by().name();
            case Cause.ByItself _ -> "itself";
        };
    }
}
