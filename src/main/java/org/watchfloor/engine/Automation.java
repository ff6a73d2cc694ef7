package org.watchfloor.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;

/**
 * What may be done, and by whom. Immutable.
 *
 * @param console of all that has no level of its own; {@link AutomationLevel#MONITOR} until somebody says otherwise
 * @param stopped the kill switch: no action begins
 * @param services those with a level of their own
 * @param moves the newest one of the whole console and of each service
 * @param last highest number of a move, 0 if none
 */
public record Automation(
        AutomationLevel console,
        boolean stopped,
        Map<ServiceId, AutomationLevel> services,
        Map<Optional<ServiceId>, AutomationMove> moves,
        long last) {
    public static final Automation USUAL = new Automation(AutomationLevel.MONITOR, false, Map.of(), Map.of(), 0);

    public Automation {
        services = Map.copyOf(services);
        moves = Map.copyOf(moves);
    }

    static Automation restored(List<AutomationMove> moves) {
        Automation automation = USUAL;
        for (AutomationMove move : moves.stream()
                .sorted(Comparator.comparingLong(AutomationMove::id))
                .toList()) {
            automation = automation.with(move);
        }
        return automation;
    }

    /** The lowest one of the services counts; without services that of the console. */
    public AutomationLevel level(Collection<ServiceId> of) {
        return of.stream()
                .map(service -> services.getOrDefault(service, console))
                .min(Comparator.naturalOrder())
                .orElse(console);
    }

    /** Why the console has lowered a level by itself, as long as nobody has set it anew. */
    public Optional<String> droppedBecause() {
        return moves.values().stream()
                .filter(move -> move.by().isEmpty())
                .max(Comparator.comparingLong(AutomationMove::id))
                .map(AutomationMove::why);
    }

    Automation with(AutomationMove move) {
        Map<Optional<ServiceId>, AutomationMove> newest = new HashMap<>(moves);
        newest.put(move.service(), move);
        if (move.service().isEmpty()) {
            return new Automation(move.level().orElse(console), move.stopped(), services, newest, move.id());
        }
        Map<ServiceId, AutomationLevel> levels = new HashMap<>(services);
        move.level()
                .ifPresentOrElse(
                        level -> levels.put(move.service().get(), level),
                        () -> levels.remove(move.service().get()));
        return new Automation(console, stopped, levels, newest, move.id());
    }
}
