package org.watchfloor.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.watchfloor.config.Host;
import org.watchfloor.config.Secret;
import org.watchfloor.config.Site;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.text.Values;

/** A runbook's parameters with values, or what is wrong with them. */
public sealed interface Binding {
    record Bound(Values values) implements Binding {}

    /** @param faults one sentence for each; none tells a value */
    record Refused(List<String> faults) implements Binding {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * For a run: every required parameter must have a value.
     *
     * @param target empty: its placeholders get no values
     * @param given by the name of the parameter
     */
    static Binding of(Runbook runbook, Site site, Optional<Target> target, Map<String, String> given) {
        List<String> faults = new ArrayList<>(faults(runbook, given));
        for (Parameter parameter : runbook.plan().parameters()) {
            if (parameter.required() && value(parameter, given).isEmpty()) {
                faults.add(name(parameter) + "has no value; give "
                        + parameter.kind().rule());
            }
        }
        return bound(runbook, site, target, given, faults);
    }

    /** For a preview: a placeholder without a value stays as it is written. */
    static Binding partly(Runbook runbook, Site site, Optional<Target> target, Map<String, String> given) {
        return bound(runbook, site, target, given, faults(runbook, given));
    }

    private static List<String> faults(Runbook runbook, Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        for (Parameter parameter : runbook.plan().parameters()) {
            value(parameter, given)
                    .flatMap(parameter.kind()::fault)
                    .ifPresent(fault -> faults.add(name(parameter) + fault + "; give "
                            + parameter.kind().rule()));
        }
        for (String name : new TreeSet<>(given.keySet())) {
            if (runbook.plan().parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                faults.add("the runbook has no parameter \"" + name + "\"; it has " + names(runbook));
            }
        }
        return faults;
    }

    private static Optional<String> value(Parameter parameter, Map<String, String> given) {
        return Optional.ofNullable(given.get(parameter.name()))
                .filter(text -> !text.isEmpty())
                .or(parameter::byDefault);
    }

    private static String name(Parameter parameter) {
        return "the parameter \"" + parameter.name() + "\" ";
    }

    private static Binding bound(
            Runbook runbook, Site site, Optional<Target> target, Map<String, String> given, List<String> faults) {
        Map<String, String> texts = new HashMap<>();
        for (Parameter parameter : runbook.plan().parameters()) {
            value(parameter, given)
                    .or(() -> parameter.required() ? Optional.empty() : Optional.of(""))
                    .ifPresent(text -> bind(parameter, text, site, texts));
        }
        target.ifPresent(about -> texts.putAll(texts(about)));
        return faults.isEmpty() ? new Bound(new Values(texts, secrets(runbook))) : new Refused(faults);
    }

    private static void bind(Parameter parameter, String value, Site site, Map<String, String> texts) {
        texts.put(parameter.name(), value);
        if (parameter.kind() instanceof ParameterKind.OfHost) {
            site.hosts().stream()
                    .filter(host -> host.id().value().equals(value))
                    .map(Host::address)
                    .forEach(address -> texts.put(parameter.name() + ".address", address));
        }
    }

    private static Map<String, String> texts(Target target) {
        Map<String, String> texts = new HashMap<>();
        texts.put("host", target.host().value());
        texts.put("address", target.address());
        texts.put("check", target.check().toString());
        target.services().stream().findFirst().ifPresent(service -> texts.put("service", service.value()));
        return texts;
    }

    private static Map<String, Secret> secrets(Runbook runbook) {
        Map<String, Secret> secrets = new HashMap<>();
        runbook.plan().secrets().forEach((name, secret) -> secrets.put(Plan.SECRET + name, secret));
        return secrets;
    }

    private static String names(Runbook runbook) {
        List<String> names =
                runbook.plan().parameters().stream().map(Parameter::name).toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
