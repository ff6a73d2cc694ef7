package org.watchfloor.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Features;
import org.watchfloor.engine.Automation;
import org.watchfloor.engine.EngineState;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;

/**
 * What may be done, and who said so.
 *
 * @param stopped no action begins, whoever asks for it
 * @param since absent if nobody has ever said anything
 * @param by absent if the console did it by itself
 * @param switchedOff which of {@code features:} the configuration switches off
 */
record AutomationJson(
        AutomationLevel level,
        boolean stopped,
        Optional<Instant> since,
        Optional<String> by,
        Optional<String> reason,
        List<ServiceLevel> services,
        List<String> switchedOff) {
    /** The level of one service. */
    record ServiceLevel(String service, AutomationLevel level) {}

    static AutomationJson of(EngineState state) {
        Automation automation = state.actions().automation();
        Optional<AutomationMove> last = Optional.ofNullable(automation.moves().get(Optional.<ServiceId>empty()));
        return new AutomationJson(
                automation.console(),
                automation.stopped(),
                last.map(AutomationMove::at),
                last.flatMap(AutomationMove::by).map(Actor::toString),
                last.map(AutomationMove::why),
                automation.services().entrySet().stream()
                        .map(one -> new ServiceLevel(one.getKey().value(), one.getValue()))
                        .sorted(Comparator.comparing(ServiceLevel::service))
                        .toList(),
                Features.of(state.layout().site()).switchedOff());
    }
}
