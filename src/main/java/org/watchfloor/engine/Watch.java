package org.watchfloor.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;

/** Which rules look at which checks, and what has to be kept of the checks for them. Made once for each site. */
public final class Watch {
    private final AlertPolicy policy;
    private final List<Own> ofChecks = new ArrayList<>();
    private final Map<Together, List<Integer>> together = new LinkedHashMap<>();
    private final Map<CheckId, List<String>> services = new HashMap<>();

    public Watch(Site site) {
        policy = site.section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        for (Service service : site.services()) {
            service.instances()
                    .forEach(check -> services.computeIfAbsent(check, _ -> new ArrayList<>())
                            .add(service.id().value()));
        }
        Map<List<String>, Own> shared = new HashMap<>();
        for (Host host : site.hosts()) {
            host.checks().forEach(check -> add(host, check, shared));
        }
    }

    /** Slots follow the order of the site. */
    private void add(Host host, Check check, Map<List<String>, Own> shared) {
        List<AlertRule> rules = fitting(host, check);
        place(rules, host, check, ofChecks.size());
        List<AlertRule> own = rules.stream()
                .filter(rule -> rule.test() instanceof AlertRule.OfCheck)
                .toList();
        Needs needs = rules.stream().map(AlertRule::needs).reduce(Needs.NOTHING, Needs::and);
        ofChecks.add(shared.computeIfAbsent(
                rules.stream().map(AlertRule::id).toList(), _ -> new Own(own, needs, new ConcurrentHashMap<>())));
    }

    /**
     * The rules of one check and what they need together.
     *
     * @param spans what was asked of the needs before
     */
    public record Own(List<AlertRule> rules, Needs needs, Map<String, Optional<Duration>> spans) {
        boolean keepsAnything() {
            return needs.looksBack();
        }

        /** How long samples of the metric are kept; empty if none are. */
        Optional<Duration> span(String metric) {
            return spans.computeIfAbsent(metric, name -> needs.window(name).filter(Duration::isPositive));
        }
    }

    /** A rule over several checks and the thing that they belong to. */
    public record Together(AlertRule rule, Subject subject) {}

    AlertPolicy policy() {
        return policy;
    }

    public Own of(int slot) {
        return ofChecks.get(slot);
    }

    /** The slots of the checks that are judged together. */
    public Map<Together, List<Integer>> together() {
        return together;
    }

    List<String> servicesOf(CheckId check) {
        return services.getOrDefault(check, List.of());
    }

    private List<AlertRule> fitting(Host host, Check check) {
        List<String> carried = servicesOf(check.id());
        return policy.rules().stream()
                .filter(rule -> rule.enabled() && rule.on().fits(host, check, carried))
                .toList();
    }

    private void place(List<AlertRule> rules, Host host, Check check, int slot) {
        for (AlertRule rule : rules) {
            for (Subject subject : subjects(rule.test().each(), host, check)) {
                together.computeIfAbsent(new Together(rule, subject), _ -> new ArrayList<>())
                        .add(slot);
            }
        }
    }

    private List<Subject> subjects(AlertRule.Each each, Host host, Check check) {
        return switch (each) {
            case CHECK -> List.of();
            case HOST -> List.of(new Subject(Subject.Kind.HOST, host.id().value()));
            case GROUP ->
                host.group().stream()
                        .map(group -> new Subject(Subject.Kind.GROUP, group.value()))
                        .toList();
            case SERVICE ->
                servicesOf(check.id()).stream()
                        .map(service -> new Subject(Subject.Kind.SERVICE, service))
                        .toList();
            case SITE -> List.of(new Subject(Subject.Kind.SITE, ""));
        };
    }
}
