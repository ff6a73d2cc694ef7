package org.watchfloor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.TimeInterval;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;

/** All that the configuration says about alerts. Immutable and free of contradictions. */
public record AlertPolicy(
        List<AlertRule> rules,
        List<Silence> silences,
        List<Inhibition> inhibitions,
        List<Maintenance> maintenance,
        Route routing,
        Map<String, Receiver> receivers,
        Map<String, Person> people,
        Map<String, Rota> rotas,
        Map<String, TimeInterval> intervals) {
    /** No rules, and nobody to tell. */
    public static final AlertPolicy NONE = new AlertPolicy(
            List.of(), List.of(), List.of(), List.of(), RoutingReader.NOWHERE, Map.of(), Map.of(), Map.of(), Map.of());

    public AlertPolicy {
        rules = List.copyOf(rules);
        silences = List.copyOf(silences);
        inhibitions = List.copyOf(inhibitions);
        maintenance = List.copyOf(maintenance);
        receivers = Map.copyOf(receivers);
        people = Map.copyOf(people);
        rotas = Map.copyOf(rotas);
        intervals = Map.copyOf(intervals);
    }

    public Receiver receiver(String id) {
        return receivers.getOrDefault(id, Receiver.NOBODY);
    }

    public Optional<AlertRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The channels of somebody at that time; none if nobody is on call. */
    public List<ChannelId> channels(Receiver.Recipient recipient, Instant now) {
        return switch (recipient) {
            case Receiver.ToChannel(ChannelId channel) -> List.of(channel);
            case Receiver.ToPerson(String person) -> channelsOf(person);
            case Receiver.ToRota(String rota) ->
                Optional.ofNullable(rotas.get(rota)).flatMap(found -> found.onCall(now)).stream()
                        .flatMap(shift -> channelsOf(shift.who()).stream())
                        .toList();
        };
    }

    private List<ChannelId> channelsOf(String person) {
        return Optional.ofNullable(people.get(person)).map(Person::channels).orElse(List.of());
    }

    /**
     * The title and the end of the maintenance that a check is in.
     *
     * @param services of which the check is an instance
     * @param trouble since when it fails, which begins a flexible maintenance
     */
    public Optional<String> maintenance(
            Host host, Check check, List<String> services, Optional<Instant> trouble, Instant now) {
        return maintenance.stream()
                .filter(planned -> concerns(planned, host, check, services))
                .flatMap(planned -> planned.at(now, trouble).stream()
                        .map(span -> planned.title() + " until " + span.to()
                                + (planned.reason().isEmpty() ? "" : ": " + planned.reason())))
                .findFirst();
    }

    /** All planned work on a check, under way or not. */
    public List<Maintenance> planned(Host host, Check check, List<String> services) {
        return maintenance.stream()
                .filter(planned -> concerns(planned, host, check, services))
                .toList();
    }

    private static boolean concerns(Maintenance planned, Host host, Check check, List<String> services) {
        List<String> matching = planned.targets().matching();
        Labels labels = Labels.of(Map.of(
                "host",
                host.id().value(),
                "check",
                check.id().name(),
                "group",
                host.group().map(Object::toString).orElse(""),
                "service",
                String.join(",", services)));
        boolean matched = !matching.isEmpty()
                && matching.stream()
                        .flatMap(text -> Matcher.parse(text).stream())
                        .allMatch(matcher -> matcher.matches(labels));
        return matched
                || Stream.of(
                                new Selector(planned.targets().hosts(), List.of(), List.of(), List.of(), List.of()),
                                new Selector(List.of(), planned.targets().groups(), List.of(), List.of(), List.of()),
                                new Selector(
                                        List.of(), List.of(), planned.targets().services(), List.of(), List.of()),
                                new Selector(
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        planned.targets().tags()))
                        .anyMatch(selector -> !selector.equals(Selector.ALL) && selector.fits(host, check, services));
    }
}
