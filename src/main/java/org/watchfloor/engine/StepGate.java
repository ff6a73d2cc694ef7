package org.watchfloor.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.Permission;
import org.watchfloor.gate.Places;
import org.watchfloor.recovery.action.Performer;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.http.HttpStep;
import org.watchfloor.recovery.restart.RestartStep;
import org.watchfloor.recovery.ssh.SshStep;
import org.watchfloor.recovery.step.StepSpec;

/**
 * Lets steps of actions begin as the limits allow: one that is held back for longer than a limit lets it wait has failed
 * without having begun. Its own time runs from its beginning. Blocks the thread of the step; safe for many threads.
 */
final class StepGate {
    private final CallGates gates;
    private final Performer performer;

    StepGate(CallGates gates, Performer performer) {
        this.gates = gates;
        this.performer = performer;
    }

    StepEnd perform(Effect.Perform step, Consumer<String> live) throws InterruptedException {
        String protocol = protocol(step.step());
        return switch (gates.ask(step.host(), protocol)) {
            case Permission.Refused(String why) -> StepEnd.failed("not begun: " + why);
            case Permission.Granted(Duration after) -> {
                await(after);
                Optional<Places> places = gates.steps(protocol);
                yield places.isPresent() ? within(places.get(), step, live) : begin(step, live);
            }
        };
    }

    private StepEnd within(Places places, Effect.Perform step, Consumer<String> live) throws InterruptedException {
        Optional<Places.Place> place = places.take();
        if (place.isEmpty()) {
            return StepEnd.failed("not begun: " + places.why());
        }
        try (Places.Place _ = place.get()) {
            return begin(step, live);
        }
    }

    private StepEnd begin(Effect.Perform step, Consumer<String> live) throws InterruptedException {
        return performer.perform(step.step(), step.values(), step.timeout(), live);
    }

    private static void await(Duration time) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static String protocol(StepSpec step) {
        return switch (step) {
            case HttpStep _ -> "http";
            case SshStep _ -> "ssh";
            case RestartStep restart when restart.remote().isPresent() -> "ssh";
            default -> "command";
        };
    }
}
