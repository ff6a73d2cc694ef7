package org.watchfloor.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepsReader;

/** Reads what a runbook does. Use once, by one thread. */
final class PlanReader {
    private static final Duration HOUR = Duration.ofHours(1);

    private final StepNode root;
    private final StepsReader steps;

    PlanReader(StepNode root, StepsReader steps) {
        this.root = root;
        this.steps = steps;
    }

    Plan read(List<Parameter> parameters, Map<String, Secret> secrets) {
        ConfigNode node = root.node();
        Duration timeout = node.key("timeout", "of the steps together; 15m by default")
                .duration(Duration.ofMinutes(15), Duration.ofSeconds(1), StepsReader.LONGEST);
        List<Step> all = steps(root, "steps", "what it does, in order");
        if (all.isEmpty() && !node.isDescribing() && node.sections("steps", "").isEmpty()) {
            node.problem("the runbook does nothing", "add steps:");
        }
        all.stream()
                .filter(step ->
                        step.timeout().filter(own -> own.compareTo(timeout) > 0).isPresent())
                .forEach(step -> node.problem(
                        "timeout",
                        "the step \"" + step.title() + "\" may take longer than the runbook",
                        "make the timeout of the runbook longer, or that of the step shorter"));
        return new Plan(parameters, secrets, all, proof(), rollback(), timeout);
    }

    private List<Step> steps(StepNode at, String key, String doc) {
        return steps.read(at.node(), key, doc, root.vocabulary(), root.known());
    }

    private Optional<Plan.Rollback> rollback() {
        return root.node().section("rollback", "what undoes it").map(section -> {
            boolean automatic = section.key("automatic", "true: begins by itself after a failure; false by default")
                    .flag(false);
            StepNode at = new StepNode(section, root.vocabulary(), root.known());
            List<Step> all = steps(at, "steps", "what undoes it, in order");
            if (all.isEmpty()
                    && !section.isDescribing()
                    && section.sections("steps", "").isEmpty()) {
                section.problem("the rollback does nothing", "add steps:, or remove rollback:");
            }
            return new Plan.Rollback(automatic, all);
        });
    }

    private Proof proof() {
        Optional<ConfigNode> section = root.node().section("proof", "how it is known that it has helped");
        if (section.isEmpty()) {
            root.node()
                    .problem(
                            "nothing proves that the runbook has helped",
                            "add proof: { checks: [this] }, or proof: { none: and why }");
        }
        return section.map(this::proof).orElseGet(() -> new Proof.None(""));
    }

    private Proof proof(ConfigNode node) {
        StepNode at = new StepNode(node, root.vocabulary(), root.known());
        List<CheckRef> checks = at.checks("checks", "what has to be green: host/check, or this: the one that failed");
        Duration greenFor = node.key("green-for", "how long they have to stay green; 30s by default")
                .duration(Duration.ofSeconds(30), Duration.ZERO, HOUR);
        Duration within = node.key("within", "after the last step; 5m by default")
                .duration(Duration.ofMinutes(5), Duration.ofSeconds(1), StepsReader.LONGEST);
        Optional<String> none = node.key("none", "why nothing can prove it").text();
        at.oneOf("a proof is by checks, or there is none for a reason", "checks", "none");
        if (greenFor.compareTo(within) >= 0) {
            node.problem("green-for", "they cannot be green for so long within that time", "make within: longer");
        }
        if (none.filter(String::isBlank).isPresent()) {
            node.problem("none", "it is not said why nothing can prove it", "write the reason");
        }
        return none.<Proof>map(Proof.None::new).orElseGet(() -> new Proof.Green(checks, greenFor, within));
    }
}
