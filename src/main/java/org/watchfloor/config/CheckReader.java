package org.watchfloor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.DependencyId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Names;

/** Reads {@code checks:} of a host, templates below it. Confined to one thread. */
final class CheckReader {
    static final String CHECKS = "the checks by name, each with one probe section";
    static final String PROBE = "what to look at; one probe section in each check";
    static final String ENABLED = "false: kept, shown, but not run";
    private static final String DEPENDENCY = "dependency";

    private final Map<String, SpecReader<?>> readers;
    private final Reading reading;

    CheckReader(Map<String, SpecReader<?>> readers, Reading reading) {
        this.readers = new TreeMap<>(readers);
        this.reading = reading;
    }

    /**
     * The checks of one host.
     *
     * @param bases templates; what a later one says counts more
     */
    List<Check> read(YamlNode host, List<YamlNode> bases, HostId id, String address, Timing inherited) {
        Reading forHost = reading.forHost(id.value(), address);
        List<Check> checks = new ArrayList<>();
        nodes(host, bases, forHost).forEach((name, node) -> {
            Optional<CheckSpec> spec = spec(node);
            Timing timing = Timing.read(node, inherited);
            List<Threshold> thresholds = ThresholdReader.read(node);
            boolean enabled = node.key("enabled", ENABLED).flag(true);
            Optional<DependencyId> dependency = dependency(node);
            if (spec.isEmpty() && !node.hasUnknownSection()) {
                node.problem("the check " + Problems.quoted(name) + " has no probe section", "add one of " + known());
            }
            if (isName(name, node)) {
                timing.noteContradictions(id + "/" + name, reading.problems());
                spec.map(found -> check(
                                new CheckId(id, name), found, timing, thresholds, enabled, dependency, node.place()))
                        .ifPresent(checks::add);
            }
        });
        return checks;
    }

    /** Looks at checks that belong to no host yet, so that their mistakes are told even if no host takes them over. */
    void readAlone(YamlNode template, Timing inherited) {
        nodes(template, List.of(), reading.forHost("host", "host.invalid")).forEach((name, node) -> {
            spec(node);
            Timing.read(node, inherited);
            ThresholdReader.read(node);
            node.key("enabled", ENABLED).flag(true);
            dependency(node);
            isName(name, node);
        });
    }

    private Map<String, YamlNode> nodes(YamlNode host, List<YamlNode> bases, Reading forHost) {
        return host.namedOver("checks", bases, new CheckMerge(readers.keySet())::over, forHost);
    }

    private static Check check(
            CheckId id,
            CheckSpec spec,
            Timing timing,
            List<Threshold> thresholds,
            boolean enabled,
            Optional<DependencyId> dependency,
            Place place) {
        return new Check(
                id,
                spec,
                timing.every().value(),
                timing.timeout().value(),
                timing.retryEvery().map(Timing.Setting::value),
                timing.unhealthyAfter(),
                timing.healthyAfter(),
                thresholds,
                enabled,
                timing.tags(),
                dependency,
                place);
    }

    static Optional<DependencyId> dependency(ConfigNode node) {
        Optional<String> name = node.key(
                        DEPENDENCY, "what it calls, if that is not its host; checks of the same name share a breaker")
                .text();
        Optional<String> wrong = name.filter(text -> !node.isDescribing() && !Names.isName(text));
        wrong.ifPresent(
                text -> node.problem(DEPENDENCY, Problems.quoted(text) + " is not a name", "use " + Names.RULE));
        return name.filter(Names::isName).map(DependencyId::new);
    }

    /** The one probe section; asks for each, so that all of them are known keys. */
    private Optional<CheckSpec> spec(YamlNode check) {
        List<CheckSpec> specs = new ArrayList<>();
        List<String> found = new ArrayList<>();
        readers.forEach((key, reader) -> check.section(key, PROBE).ifPresent(section -> {
            specs.add(reader.read(section));
            found.add(key);
        }));
        if (found.size() > 1) {
            String what = "the check has more than one probe section: " + String.join(", ", found);
            check.problem(found.getLast(), what, "keep one and make a check of its own for each of the others");
        }
        return specs.stream().findFirst();
    }

    private String known() {
        return readers.keySet().stream().map(key -> key + ":").collect(Collectors.joining(", "));
    }

    private static boolean isName(String name, ConfigNode node) {
        if (!Names.isName(name)) {
            node.problem(Problems.quoted(name) + " is not a name", "use " + Names.RULE);
            return false;
        }
        return true;
    }
}
