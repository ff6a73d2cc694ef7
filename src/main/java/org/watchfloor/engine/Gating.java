package org.watchfloor.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Admission;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.CallResult;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateMove.Stand;
import org.watchfloor.gate.Hand;
import org.watchfloor.gate.Position;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.notify.Delivery;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Status;

/** Keeps the breakers: what results say of them, what they say to calls, and what a person does. Confined to one decision. */
final class Gating {
    private static final Set<Reason> TIMED_OUT = Set.of(Reason.CONNECT_TIMEOUT, Reason.RESPONSE_TIMEOUT);
    private static final Set<Reason> UNANSWERED =
            Set.of(Reason.NAME_NOT_FOUND, Reason.REFUSED, Reason.NO_ROUTE, Reason.CUT_OFF);
    /** What an SSH server counts against whoever comes again and again. */
    private static final Set<Reason> REBUFFED = Set.of(Reason.AUTH_FAILED, Reason.HOST_KEY_CHANGED);

    private final Draft draft;

    Gating(Draft draft) {
        this.draft = draft;
    }

    /** A look that counts came back. A target that answers, whatever it says, is no target that calls can hurt. */
    void resultCame(Check check, CheckResult result) {
        Optional<GateId> gate = Gates.of(check);
        Optional<CallResult> call = call(check.spec().calls(), result.outcome());
        if (gate.isPresent() && call.isPresent()) {
            draft.state().gates().find(gate.get()).ifPresent(before -> {
                Breaker after = before.passed(call.get(), result.latency(), result.startedAt(), draft.now());
                put(gate.get(), before, after, Optional.empty(), why(after));
            });
        }
    }

    private static Optional<CallResult> call(CheckSpec.Calls calls, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _, Outcome.Degraded _ -> Optional.of(CallResult.SUCCEEDED);
            case Outcome.Down down -> Optional.of(call(calls, down.reason()));
            case Outcome.Unknown _ -> Optional.empty();
        };
    }

    private static CallResult call(CheckSpec.Calls calls, Reason reason) {
        boolean isRebuffed = calls == CheckSpec.Calls.SSH && REBUFFED.contains(reason);
        if (TIMED_OUT.contains(reason)) {
            return CallResult.TIMED_OUT;
        }
        return isRebuffed || UNANSWERED.contains(reason) ? CallResult.FAILED : CallResult.SUCCEEDED;
    }

    /** Whether the channel may be tried now; a trial of a half-open one begins with that. */
    boolean admits(ChannelId channel) {
        return admits(Gates.of(channel));
    }

    private boolean admits(GateId gate) {
        Optional<Breaker> before = draft.state().gates().find(gate);
        if (before.isEmpty()) {
            return true;
        }
        Admission admission = before.get().ask(draft.now());
        boolean isAdmitted = admission instanceof Admission.Admitted;
        if (isAdmitted) {
            put(gate, before.get(), admission.breaker(), Optional.empty(), "a trial is due");
        }
        return isAdmitted;
    }

    /** What became of a try. A receiver that refuses a notice is there all the same. */
    void delivered(ChannelId channel, Delivery delivery) {
        GateId gate = Gates.of(channel);
        CallResult call = delivery instanceof Delivery.Retry ? CallResult.FAILED : CallResult.SUCCEEDED;
        draft.state().gates().find(gate).ifPresent(before -> {
            Breaker after = before.ended(new Admission.Ticket(before.era()), call, Duration.ZERO, draft.now());
            put(gate, before, after, Optional.empty(), why(after));
        });
    }

    /** Something begins to be done to the host, as its guards allow; it is a trial if one is due. */
    void actionBegins(HostId host) {
        Site site = draft.state().layout().site();
        draft.replace(draft.state().withGates(draft.state().gates().acting(site, host, draft.now())));
        admits(Gates.action(host));
    }

    /** What is stopped by a person, or by the end of the program, says nothing of the host. */
    void actionEnded(Action action) {
        GateId gate = Gates.action(action.target().host());
        Optional<Breaker> before = draft.state().gates().find(gate);
        Optional<CallResult> result = call(action.status());
        if (before.isPresent() && result.isPresent()) {
            Breaker after = before.get()
                    .ended(
                            before.get().ticket(action.asked()),
                            result.get(),
                            Duration.between(action.asked(), draft.now()),
                            draft.now());
            put(gate, before.get(), after, Optional.empty(), why(after));
        }
    }

    private static Optional<CallResult> call(Status status) {
        return switch (status) {
            case SUCCEEDED -> Optional.of(CallResult.SUCCEEDED);
            case FAILED, ROLLED_BACK -> Optional.of(CallResult.FAILED);
            case INITIATED, IN_PROGRESS, REFUSED, CANCELLED, UNKNOWN_OUTCOME -> Optional.empty();
        };
    }

    /** A person puts a hand on a gate, or with {@link Hand#OFF} takes it off, which closes it. */
    void set(GateId gate, Hand hand, Actor by, String reason) {
        draft.state().gates().find(gate).ifPresent(before -> {
            Breaker after = switch (hand) {
                case OFF -> before.reset(draft.now());
                case FORCED_OPEN -> before.keptOpen(draft.now());
                case DISABLED, METRICS_ONLY -> before.set(hand);
            };
            put(gate, before, after, Optional.of(by), reason);
        });
    }

    private void put(GateId gate, Breaker before, Breaker after, Optional<Actor> by, String why) {
        Gates gates = draft.state().gates();
        boolean isSame = Stand.of(before.position()) == Stand.of(after.position())
                && before.position().since().equals(after.position().since())
                && before.hand() == after.hand();
        if (isSame) {
            draft.replace(draft.state().withGates(gates.with(gate, after)));
            return;
        }
        long id = gates.lastMove() + 1;
        draft.replace(draft.state().withGates(gates.moved(gate, after, id)));
        draft.record(new Entry.GateMoved(GateMove.of(id, gate, after, draft.now(), by, why)));
        touch(gate);
    }

    /** What lies behind the gate is looked at in another rhythm. */
    private void touch(GateId gate) {
        Layout layout = draft.state().layout();
        behind(gate, layout)
                .filter(check -> Gates.of(check).filter(gate::equals).isPresent())
                .forEach(check -> layout.slot(check.id()).ifPresent(draft::touch));
    }

    /** All that could be. */
    private static Stream<Check> behind(GateId gate, Layout layout) {
        return switch (gate.kind()) {
            case HOST, SSH -> layout.host(new HostId(gate.name())).stream().flatMap(host -> host.checks().stream());
            case DEPENDENCY -> layout.checks().stream();
            case ACTION, CHANNEL -> Stream.empty();
        };
    }

    private static String why(Breaker breaker) {
        return switch (breaker.position()) {
            case Position.Open open -> open.why();
            case Position.HalfOpen _ -> "a trial succeeded";
            case Position.Closed _ -> "trials succeeded";
        };
    }
}
