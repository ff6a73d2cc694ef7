package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.config.Features;
import org.watchfloor.config.Service;
import org.watchfloor.gate.Admission;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Position;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.Budget;
import org.watchfloor.recovery.Guards;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.condition.Condition;
import org.watchfloor.recovery.failover.FailoverStep;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.retry.RetryStep;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepSpec;

/** What stands between a runbook and its first step on a target, with live values. Pure; any thread may ask. */
public final class Guarding {
    private static final String FREE = "nothing else is at work on it";

    private final EngineState state;
    private final Runbook runbook;
    private final Target target;
    private final Instant now;

    public Guarding(EngineState state, Runbook runbook, Target target, Instant now) {
        this.state = state;
        this.runbook = runbook;
        this.target = target;
        this.now = now;
    }

    /**
     * One thing that must hold.
     *
     * @param text what, in plain words: {@code host db-1 is UP}
     * @param live what is the case now
     */
    public record Guard(String text, boolean holds, String live) {}

    /** All of them, those that hold too. */
    public List<Guard> all(Cause cause, String key) {
        List<Guard> guards = new ArrayList<>();
        guards.add(level(cause));
        strategies().forEach(guards::add);
        guards.add(free(key));
        guards.add(breaker());
        guards.add(attempts());
        guards.add(coolDown());
        runbook.guards().conditions().forEach(condition -> guards.add(guard(condition)));
        return guards;
    }

    private Guard level(Cause cause) {
        AutomationLevel needed = needed(cause);
        if (state.actions().automation().stopped()) {
            return new Guard("actions are not stopped", false, "all actions are stopped");
        }
        if (cause instanceof Cause.ByItself && !features().recovery()) {
            return new Guard("recovery is switched on", false, "it is switched off by features: recovery");
        }
        AutomationLevel level = state.actions().automation().level(target.services());
        return new Guard("the automation level is " + needed + " or higher", level.allows(needed), "it is " + level);
    }

    private AutomationLevel needed(Cause cause) {
        Guards guards = runbook.guards();
        boolean isHarmless = guards.safe() && !guards.wantsPerson();
        return switch (cause) {
            case Cause.ByHand _ -> AutomationLevel.MONITOR;
            case Cause.ByItself _ -> isHarmless ? AutomationLevel.LIMITED : AutomationLevel.FULL;
        };
    }

    private Features features() {
        return Features.of(state.layout().site());
    }

    /** That what it is made of is switched on; nothing is said of what it has not. */
    private List<Guard> strategies() {
        List<Guard> guards = new ArrayList<>();
        if (has(RetryStep.class)) {
            guards.add(new Guard(
                    "retries are switched on",
                    features().retries(),
                    features().retries() ? "they are" : "they are switched off by features: retries"));
        }
        if (has(FailoverStep.class)) {
            guards.add(new Guard(
                    "failover is switched on",
                    features().failover(),
                    features().failover() ? "it is" : "it is switched off by features: failover"));
        }
        return guards;
    }

    private boolean has(Class<? extends StepSpec> kind) {
        return runbook.plan().steps().stream().map(Step::spec).anyMatch(kind::isInstance);
    }

    /** What has not helped again and again is left alone for a while. */
    private Guard breaker() {
        GateId gate = Gates.action(target.host());
        Optional<Admission> answer = state.gates().find(gate).map(breaker -> breaker.ask(now));
        return new Guard(
                "the breaker " + gate + " lets it through",
                answer.filter(Admission.Rejected.class::isInstance).isEmpty(),
                answer.map(this::live).orElse("nothing was done to " + target.host() + " yet"));
    }

    private String live(Admission answer) {
        return switch (answer) {
            case Admission.Admitted(Breaker breaker, var ticket) ->
                breaker.position() instanceof Position.HalfOpen ? "it does, as a trial" : "it does";
            case Admission.Rejected(Breaker breaker, Optional<Instant> retryAt) ->
                "it is " + GateState.of(breaker).word()
                        + retryAt.map(at -> " for another " + text(Duration.between(now, at)))
                                .orElse("")
                        + why(breaker) + "; reset it among the breakers if you know better";
        };
    }

    private static String why(Breaker breaker) {
        return breaker.position() instanceof Position.Open open ? ", after " + open.why() : "";
    }

    private Guard free(String key) {
        Optional<Action> holder = state.actions().holder(key);
        return new Guard(
                FREE,
                holder.isEmpty(),
                holder.map(action -> "action " + action.id() + " (" + action.title() + ") is")
                        .orElse("nothing is"));
    }

    private Guard attempts() {
        Budget budget = runbook.guards().budget();
        long done = runs().filter(action -> action.asked().isAfter(now.minus(budget.window())))
                .count();
        return new Guard(
                "at most " + budget.attempts() + " attempts in " + text(budget.window()),
                done < budget.attempts(),
                done + " so far");
    }

    private Guard coolDown() {
        Duration wanted = runbook.guards().budget().coolDown();
        Optional<Duration> ago = runs().flatMap(action -> action.ended().stream())
                .max(Comparator.naturalOrder())
                .map(end -> Duration.between(end, now));
        return new Guard(
                "its last run ended " + text(wanted) + " ago or more",
                ago.filter(past -> past.compareTo(wanted) < 0).isEmpty(),
                ago.map(past -> text(past) + " ago").orElse("it has not run lately"));
    }

    private Stream<Action> runs() {
        return state.actions().recentOn(target.check()).stream()
                .filter(action -> action.runbook().equals(runbook.id()));
    }

    private Guard guard(Condition condition) {
        return switch (condition) {
            case Condition.CheckIs is -> states(is, is.states(), List.of(check(is.check())));
            case Condition.HostIs is -> states(is, is.states(), checks(is.host().orElse(target.host())));
            case Condition.ServiceIs is -> states(is, is.states(), instances(is.service()));
            case Condition.AtLeast least -> others(least);
            case Condition.NotWithin within -> notWithin(within);
            case Condition.Between between ->
                new Guard(between.text(), between.window().holds(now), "it is " + now);
        };
    }

    /** Of several checks the worst state counts. */
    private Guard states(Condition condition, Set<State> wanted, List<CheckId> checks) {
        Optional<State> worst = checks.stream()
                .flatMap(check -> state.check(check).stream())
                .map(CheckHealth::state)
                .reduce((one, other) -> one.isWorseThan(other) ? one : other);
        return new Guard(
                condition.text(),
                worst.filter(wanted::contains).isPresent(),
                worst.map(state -> "it is " + state).orElse("it is not watched"));
    }

    private Guard others(Condition.AtLeast least) {
        List<String> healthy =
                least.members().stream().flatMap(this::healthy).distinct().toList();
        return new Guard(
                least.text(),
                healthy.size() >= least.count(),
                healthy.isEmpty() ? "none is" : healthy.size() + ": " + String.join(", ", healthy));
    }

    private Stream<String> healthy(Condition.Member member) {
        return switch (member) {
            case Condition.HostMember(HostId host) ->
                !host.equals(target.host()) && isHealthy(checks(host)) ? Stream.of(host.value()) : Stream.empty();
            case Condition.CheckMember(CheckId check) -> healthy(List.of(check));
            case Condition.InstancesOf(ServiceId service) -> healthy(instances(Optional.of(service)));
        };
    }

    private Stream<String> healthy(List<CheckId> checks) {
        return checks.stream()
                .filter(check -> !check.equals(target.check()) && isHealthy(List.of(check)))
                .map(CheckId::toString);
    }

    private boolean isHealthy(List<CheckId> checks) {
        return !checks.isEmpty()
                && checks.stream()
                        .allMatch(check -> state.check(check)
                                .filter(health -> health.state() == State.UP || health.state() == State.DEGRADED)
                                .isPresent());
    }

    private Guard notWithin(Condition.NotWithin within) {
        Optional<Duration> ago = state.actions().recentOn(target.check()).stream()
                .flatMap(action -> action.ended().stream())
                .max(Comparator.naturalOrder())
                .map(end -> Duration.between(end, now));
        return new Guard(
                within.text(),
                ago.filter(past -> past.compareTo(within.time()) < 0).isEmpty(),
                ago.map(past -> "the last one ended " + text(past) + " ago").orElse("there was none"));
    }

    private CheckId check(CheckRef ref) {
        return switch (ref) {
            case CheckRef.This _ -> target.check();
            case CheckRef.Named(CheckId id) -> id;
        };
    }

    private List<CheckId> checks(HostId host) {
        return state.layout().checks().stream()
                .map(check -> check.id())
                .filter(check -> check.host().equals(host))
                .toList();
    }

    private List<CheckId> instances(Optional<ServiceId> service) {
        return state.layout().site().services().stream()
                .filter(one -> service.map(one.id()::equals)
                        .orElseGet(() -> target.services().contains(one.id())))
                .map(Service::instances)
                .flatMap(List::stream)
                .toList();
    }

    private static String text(Duration length) {
        return Lengths.text(Duration.ofSeconds(length.toSeconds()));
    }
}
