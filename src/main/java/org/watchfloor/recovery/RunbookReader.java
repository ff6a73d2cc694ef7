package org.watchfloor.recovery;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.recovery.condition.Condition;
import org.watchfloor.recovery.condition.ConditionReader;
import org.watchfloor.recovery.step.Known;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepsReader;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Meaning;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Vocabulary;

/** Reads one runbook. Stateless. */
final class RunbookReader {
    private final StepsReader steps;
    private final Known known;
    private final ZoneId zone;

    RunbookReader(StepsReader steps, Known known, ZoneId zone) {
        this.steps = steps;
        this.known = known;
        this.zone = zone;
    }

    Runbook read(RunbookId id, ConfigNode node) {
        List<Parameter> parameters = new ParameterReader(known.site().hosts()).read(node);
        Map<String, Secret> secrets = secrets(node);
        StepNode root = new StepNode(node, vocabulary(parameters, secrets), known);
        return new Runbook(
                id,
                node.key("title", "shown name; the id by default").text(id.value()),
                new ScopeReader(known.site()).read(node),
                node.key("priority", "of several that fit the lowest is tried first, 0 to 1000; 100 by default")
                        .integer(100, 0, 1000),
                node.key("strategy", "what kind of remedy it is: retry, failover, restart, custom (default)")
                        .choice(Runbook.Strategy.CUSTOM),
                guards(root),
                new PlanReader(root, steps).read(parameters, secrets),
                node.place());
    }

    private static Map<String, Secret> secrets(ConfigNode node) {
        Map<String, Secret> secrets = new HashMap<>();
        node.named("secrets", "secrets by reference, by name; a text uses them as {{secret.NAME}}")
                .forEach((name, section) -> {
                    section.key("from", "${NAME} or file:PATH").secret().ifPresent(secret -> secrets.put(name, secret));
                    if (section.key("from", "${NAME} or file:PATH").text().isEmpty()) {
                        section.problem(
                                "the secret \"" + name + "\" comes from nowhere", "add from: ${NAME} or file:PATH");
                    }
                });
        return secrets;
    }

    private static Vocabulary vocabulary(List<Parameter> parameters, Map<String, Secret> secrets) {
        Map<String, Meaning> words = new HashMap<>();
        for (Parameter parameter : parameters) {
            words.put(parameter.name(), parameter.kind().meaning());
            if (parameter.kind() instanceof ParameterKind.OfHost) {
                words.put(parameter.name() + ".address", Meaning.ADDRESS);
            }
        }
        secrets.keySet().forEach(name -> words.put(Plan.SECRET + name, Meaning.SECRET));
        return Known.TARGET.with(words);
    }

    private Guards guards(StepNode root) {
        ConfigNode node = root.node();
        List<Condition> conditions = node.sections("when", "what must hold when it begins, all of it").stream()
                .flatMap(
                        item -> new ConditionReader(new StepNode(item, root.vocabulary(), known), zone).read().stream())
                .toList();
        Budget budget = node.section("budget", "how often it may run on one target")
                .map(Budget::read)
                .orElse(Budget.DEFAULT);
        Optional<Template> concurrency = root.text(
                "concurrency", "two with the same key never run at once; the target by default", Language.PLAIN);
        boolean safe = node.key("safe", "true: may run by itself at level LIMITED; false by default")
                .flag(false);
        boolean dangerous = node.key("dangerous", "true: the name of the target has to be typed; false by default")
                .flag(false);
        boolean twoPersons = node.key("two-person", "true: another person has to agree; false by default")
                .flag(false);
        if (twoPersons && known.approvers().isEmpty()) {
            node.problem(
                    "two-person",
                    "nobody could ever agree: approvers: names no one",
                    "add approvers: { NAME: { pin: … } } with what \"watchfloor pin\" prints, or remove two-person:");
        }
        if (safe && (dangerous || twoPersons)) {
            node.problem(
                    "safe",
                    "what runs by itself cannot wait for a typed name or for another person",
                    "remove safe:, or dangerous: and two-person:");
        }
        return new Guards(conditions, budget, safe, dangerous, twoPersons, concurrency);
    }
}
