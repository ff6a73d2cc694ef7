package org.watchfloor.recovery.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.recovery.text.Vocabulary;

/** Reads a list of steps: each has exactly one section of a kind, beside the keys that all kinds share. Stateless. */
public final class StepsReader {
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final String KIND = "what the step does; one kind in each step";

    private final List<StepType<?>> types;

    public StepsReader(List<? extends StepType<?>> types) {
        this.types = List.copyOf(types);
    }

    /** A step without a kind is noted and left out. */
    public List<Step> read(ConfigNode node, String key, String doc, Vocabulary vocabulary, Known known) {
        return node.sections(key, doc).stream()
                .flatMap(step -> step(step, vocabulary, known).stream())
                .toList();
    }

    private Optional<Step> step(ConfigNode node, Vocabulary vocabulary, Known known) {
        Optional<String> name =
                node.key("name", "shown name; what it does by default").text();
        Optional<Duration> timeout = node.key("timeout", "after which it has failed; what is left of the runbook's own")
                .duration(Duration.ofSeconds(1), LONGEST);
        Step.OnError onError = node.key("on-error", "stop (default): the runbook has failed; continue: the next step")
                .choice(Step.OnError.STOP);
        List<Step> steps = new ArrayList<>();
        for (StepType<?> type : types) {
            node.section(type.key(), KIND).ifPresent(section -> {
                StepSpec spec = type.read(new StepNode(section, vocabulary, known));
                steps.add(new Step(name, type.key(), spec, timeout, onError, node.place()));
            });
        }
        if (steps.isEmpty()) {
            node.problem("the step says not what to do", "add one of " + kinds());
        } else if (steps.size() > 1) {
            String found = steps.stream().map(Step::kind).collect(Collectors.joining(", "));
            String last = steps.getLast().kind();
            node.problem(last, "the step does more than one thing: " + found, "make a step of its own for each");
        }
        return steps.stream().findFirst();
    }

    private String kinds() {
        return types.stream().map(type -> type.key() + ":").sorted().collect(Collectors.joining(", "));
    }
}
