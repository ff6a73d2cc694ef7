package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Service;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.ask.AskStep;
import org.watchfloor.recovery.breaker.BreakerStep;
import org.watchfloor.recovery.breaker.GateRef;
import org.watchfloor.recovery.check.CheckStep;
import org.watchfloor.recovery.failover.FailoverStep;
import org.watchfloor.recovery.maintenance.MaintenanceStep;
import org.watchfloor.recovery.notify.NotifyStep;
import org.watchfloor.recovery.retry.RetryStep;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.recovery.wait.WaitStep;

/** One step of an action: what the engine does of it itself, and what it hands out. Confined to one decision. */
final class StepWork {
    private static final Actor ITSELF = new Actor("runbook");

    private final Draft draft;
    private final Running one;
    private final Script.Line line;
    private final StepSpec spec;

    StepWork(Draft draft, Running one, Script.Line line) {
        this.draft = draft;
        this.one = one;
        this.line = line;
        this.spec = line.step().spec();
    }

    /** Whether it is carried out outside the engine. */
    boolean isOutside() {
        return switch (spec) {
            case WaitStep _,
                    CheckStep _,
                    RetryStep _,
                    AskStep _,
                    BreakerStep _,
                    MaintenanceStep _,
                    NotifyStep _,
                    FailoverStep _ -> false;
            default -> true;
        };
    }

    /** Begins it; its end, if that is all. */
    Optional<StepEnd> begin(Duration timeout) {
        Optional<Running.Move> move = line.move().flatMap(this::move);
        if (line.move().isPresent() && move.isEmpty()) {
            return Optional.of(StepEnd.failed(
                    isUndoing()
                            ? "it is not this action by which the service is where it is"
                            : "no other instance is healthy"));
        }
        Running moving = move.map(one::with).orElse(one);
        draft.actions(draft.actions().with(moving));
        Values values = one.script()
                .values()
                .with(Instances.texts(draft.state(), one.action().target().services()))
                .with(move.map(Running.Move::addresses).orElse(Map.of()));
        return switch (spec) {
            case WaitStep _, AskStep _ -> Optional.empty();
            case CheckStep step -> lookAt(check(step.check()));
            case RetryStep _ -> Optional.empty();
            case BreakerStep step -> Optional.of(turn(step));
            case MaintenanceStep step -> Optional.of(maintain(moving, step));
            case NotifyStep step -> Optional.of(tell(step, values));
            case FailoverStep failover -> move.map(way -> moved(failover, way));
            default -> perform(values, timeout);
        };
    }

    private Optional<Running.Move> move(FailoverStep failover) {
        return one.move()
                .or(() -> isUndoing()
                        ? Moves.back(draft.state(), one.action(), failover)
                        : Moves.next(draft.state(), one.action().target(), failover));
    }

    private boolean isUndoing() {
        return one.action().stage() instanceof Stage.Stepping at && at.part() == Part.ROLLBACK;
    }

    /** From now on the console's own calls go there as well, if they do not already; back go only those that it has moved. */
    private StepEnd moved(FailoverStep failover, Running.Move way) {
        CheckId from = isUndoing() ? way.to() : way.from();
        CheckId to = isUndoing() ? way.from() : way.to();
        Instances before = draft.actions().instances();
        Optional<Service> moving = Moves.service(draft.state(), one.action().target(), failover)
                .filter(service -> isUndoing()
                        ? Moves.back(draft.state(), one.action(), failover).isPresent()
                        : before.of(service).filter(to::equals).isEmpty());
        moving.ifPresent(service -> {
            ServiceMove move = new ServiceMove(
                    before.last() + 1,
                    draft.now(),
                    service.id(),
                    to,
                    one.action().id());
            draft.actions(draft.actions().with(before.with(move)));
            draft.record(new Entry.ServiceMoved(move));
        });
        if (!isUndoing()) {
            new Gating(draft).answeredByAnother(from);
        }
        return StepEnd.succeeded((isUndoing() ? "moved back from " : "moved from ") + from + " to " + to);
    }

    private Optional<StepEnd> perform(Values values, Duration timeout) {
        Stage.Stepping at = (Stage.Stepping) one.action().stage();
        HostId host = one.action().target().host();
        draft.effect(new Effect.Perform(one.action().id(), host, at.part(), at.index(), spec, values, timeout));
        return Optional.empty();
    }

    private Optional<StepEnd> lookAt(CheckId check) {
        draft.effect(new Effect.RunNow(List.of(check)));
        return Optional.empty();
    }

    private CheckId check(CheckRef ref) {
        return switch (ref) {
            case CheckRef.This _ -> one.action().target().check();
            case CheckRef.Named(CheckId id) -> id;
        };
    }

    private StepEnd turn(BreakerStep step) {
        GateId gate = switch (step.gate()) {
            case GateRef.OfTarget _ ->
                new GateId(GateId.Kind.HOST, one.action().target().host().value());
            case GateRef.OfHost of -> new GateId(GateId.Kind.HOST, of.host().value());
            case GateRef.OfDependency of -> Gates.of(of.dependency());
            case GateRef.OfChannel of -> Gates.of(of.channel());
        };
        if (draft.state().gates().find(gate).isEmpty()) {
            return StepEnd.failed("there is no breaker " + gate);
        }
        Hand hand = switch (step.turn()) {
            case OPEN -> Hand.FORCED_OPEN;
            case CLOSE -> Hand.OFF;
        };
        String why = "action " + one.action().id() + " (" + one.action().title() + ")";
        new Gating(draft).set(gate, hand, ITSELF, why);
        return StepEnd.succeeded("breaker " + gate + " " + (hand == Hand.OFF ? "closed" : "kept open"));
    }

    private StepEnd maintain(Running moving, MaintenanceStep step) {
        Optional<Instant> until = step.begin().map(draft.now()::plus);
        draft.actions(draft.actions().with(moving.upkeep(until)));
        return StepEnd.succeeded(
                until.map(end -> "nobody is paged for it until " + end).orElse("what fails is told again"));
    }

    private StepEnd tell(NotifyStep step, Values values) {
        try {
            String text = step.text().render(values).shown();
            int told = new Spreading(draft).tell(step.to(), one.action(), text);
            return told > 0 ? StepEnd.succeeded("told " + told) : StepEnd.failed("nobody is there to be told");
        } catch (NotRendered e) {
            return StepEnd.failed(String.valueOf(e.getMessage()));
        }
    }

    /** What has become of it by now, if it has ended. */
    Optional<StepEnd> look(Instant since) {
        return switch (spec) {
            case WaitStep(Duration length) ->
                draft.now().isBefore(since.plus(length))
                        ? Optional.empty()
                        : Optional.of(StepEnd.succeeded("waited " + Lengths.text(length)));
            case CheckStep step -> look(step, since);
            case RetryStep step -> new Retrying(draft, step, check(new CheckRef.This()), since).look();
            default -> Optional.empty();
        };
    }

    private Optional<StepEnd> look(CheckStep step, Instant since) {
        CheckId check = check(step.check());
        Stepping.Looking looking = new Stepping.Looking(draft);
        Instant green = draft.state()
                .check(check)
                .map(CheckHealth::since)
                .filter(since::isBefore)
                .orElse(since);
        if (looking.isGreen(check, since) && !draft.now().isBefore(green.plus(step.greenFor()))) {
            return Optional.of(StepEnd.succeeded(check + " is green"));
        }
        if (draft.now().isAfter(since.plus(step.within()))) {
            String state = draft.state()
                    .check(check)
                    .map(health -> health.state() + ": " + health.message())
                    .orElse("gone");
            return Optional.of(
                    StepEnd.failed(check + " is not green after " + Lengths.text(step.within()) + "; it is " + state));
        }
        looking.keepLooking(List.of(check));
        return Optional.empty();
    }

    /** A person has answered; what came of it if the step asks that. */
    Optional<StepEnd> answered(String answer, Actor by) {
        if (!(spec instanceof AskStep ask) || !ask.answers().contains(answer)) {
            return Optional.empty();
        }
        String said = by + " answered \"" + answer + "\"";
        return Optional.of(ask.goOn().contains(answer) ? StepEnd.succeeded(said) : StepEnd.failed(said));
    }
}
