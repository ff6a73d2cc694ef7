package org.watchfloor.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes steps of the words of one line. Immutable. */
final class ActionReader {
    private final Map<String, LabTarget> targets;

    ActionReader(List<LabTarget> targets) {
        this.targets = targets.stream().collect(Collectors.toUnmodifiableMap(LabTarget::name, Function.identity()));
    }

    List<LabStep> read(LineWords words) throws LineProblem {
        Optional<Duration> every = Optional.empty();
        Duration first;
        if (words.takes("every")) {
            Duration period = ScriptTime.parsePeriod(words.take("how often, such as 60s"));
            every = Optional.of(period);
            first = words.takes("from") ? ScriptTime.parse(words.take("when it begins, such as 5s")) : period;
        } else {
            words.require("at");
            first = ScriptTime.parse(words.take("when, such as 10s"));
        }
        words.require(":");
        return actions(words, first, every);
    }

    private List<LabStep> actions(LineWords words, Duration first, Optional<Duration> every) throws LineProblem {
        if (words.takes("mend")) {
            LabAction mend = words.takes("all")
                    ? new LabAction.MendAll()
                    : new LabAction.Mend(target(words).name());
            words.end();
            return List.of(new LabStep(first, every, mend));
        }
        words.require("break");
        LabTarget target = target(words);
        LabStep broken = new LabStep(first, every, new LabAction.Break(target.name(), fault(words, target)));
        if (!words.takes("for")) {
            words.end();
            return List.of(broken);
        }
        Duration length = ScriptTime.parse(words.take("how long, such as 20s"));
        words.end();
        if (every.filter(period -> length.compareTo(period) >= 0).isPresent()) {
            throw new LineProblem("the fault lasts until it comes again", "shorten what follows \"for\"");
        }
        return List.of(broken, new LabStep(first.plus(length), every, new LabAction.Mend(target.name())));
    }

    private LabTarget target(LineWords words) throws LineProblem {
        String name = words.take("a target such as web-2");
        LabTarget target = targets.get(name);
        if (target == null) {
            throw new LineProblem(
                    LineWords.quoted(name) + " is not in the lab",
                    "use one of " + targets.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return target;
    }

    private static Fault fault(LineWords words, LabTarget target) throws LineProblem {
        String known = "use one of " + words(target.faults());
        String word = words.take("a fault: " + words(target.faults()));
        Fault fault =
                Fault.of(word).orElseThrow(() -> new LineProblem(LineWords.quoted(word) + " is not a fault", known));
        if (!target.faults().contains(fault)) {
            throw new LineProblem(target.name() + " cannot suffer " + LineWords.quoted(word), known);
        }
        return fault;
    }

    private static String words(Set<Fault> faults) {
        return faults.stream().map(Fault::word).collect(Collectors.joining(", "));
    }
}
