package org.watchfloor.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.MaintenanceReader;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.RotaReader;
import org.watchfloor.alert.calendar.TimeInterval;
import org.watchfloor.alert.calendar.TimeIntervalReader;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;
import org.watchfloor.model.ChannelId;

/** Reads everything about alerts, over the rules that come with the program. Stateless. */
public final class AlertPolicyReader implements SectionReader<AlertPolicy> {
    private static final String CHANNELS = "channels";

    private final ZoneId zone;

    /** @param zone for times that name none */
    public AlertPolicyReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Class<AlertPolicy> type() {
        return AlertPolicy.class;
    }

    @Override
    public AlertPolicy read(SiteNode site) {
        Map<String, AlertRule> rules = each(
                site.namedOver(
                        AlertSection.RULES.key(),
                        "rules that say when something deserves attention, by id",
                        text("rules.yaml")),
                (id, node) -> Optional.of(RuleReader.read(id, node)));
        Map<String, Inhibition> inhibitions = each(
                site.namedOver("inhibitions", "which alerts keep quiet because of others", text("inhibitions.yaml")),
                (id, node) -> Optional.of(inhibition(id, node)));
        Map<String, Silence> silences = each(
                site.named(AlertSection.SILENCES.key(), "which alerts are not paged for a time"),
                (id, node) -> Optional.of(silence(id, node)));
        MaintenanceReader planned = new MaintenanceReader(zone);
        Map<String, Maintenance> maintenance =
                each(site.named(AlertSection.MAINTENANCE.key(), "planned work"), planned::read);
        TimeIntervalReader slots = new TimeIntervalReader(zone);
        Map<String, TimeInterval> intervals = each(
                site.named("intervals", "times of the week, for routes"),
                (id, node) -> Optional.of(slots.read(id, node)));
        Map<String, Person> people = people(site);
        Map<String, Rota> rotas = rotas(site, people.keySet());
        Map<String, Receiver> receivers = receivers(site, people.keySet(), rotas.keySet());
        Route routing = new RoutingReader(receivers, intervals)
                .read(site.only("routing", "who is told of which alerts; in one file only"));
        return new AlertPolicy(
                List.copyOf(rules.values()),
                List.copyOf(silences.values()),
                List.copyOf(inhibitions.values()),
                List.copyOf(maintenance.values()),
                routing,
                receivers,
                people,
                rotas,
                intervals);
    }

    private static Map<String, Person> people(SiteNode site) {
        Set<String> channels = site.idsOf(CHANNELS);
        return each(site.named("people", "who can be on call, by id"), (id, node) -> {
            List<String> written = node.key("channels", "ids of the channels that reach this person")
                    .texts();
            written.stream()
                    .filter(channel -> !channels.contains(channel))
                    .forEach(channel -> node.unknown("channels", "channel", channel, channels));
            return Optional.of(new Person(
                    id,
                    node.key("name", "shown name; the id by default").text(id),
                    written.stream()
                            .filter(channels::contains)
                            .map(ChannelId::new)
                            .toList()));
        });
    }

    private Map<String, Rota> rotas(SiteNode site, Set<String> people) {
        RotaReader reader = new RotaReader(zone, people);
        return each(site.named("rotas", "who is on call when, by id"), reader::read);
    }

    private static Map<String, Receiver> receivers(SiteNode site, Set<String> people, Set<String> rotas) {
        ReceiverReader reader = new ReceiverReader(site.idsOf(CHANNELS), people, rotas);
        return each(
                site.named("receivers", "who is told, and who is told next, by id"),
                (id, node) -> Optional.of(reader.read(id, node)));
    }

    private static Inhibition inhibition(String id, ConfigNode node) {
        return new Inhibition(
                id,
                Matchers.read(node, "source", "label matchers of the alert that fires"),
                Matchers.read(node, "target", "label matchers of the alerts that keep quiet"),
                node.key("equal", "labels that must be the same on both").texts());
    }

    private Silence silence(String id, ConfigNode node) {
        Matchers matchers = Matchers.read(node, "match", Matchers.DOC);
        if (matchers.all().isEmpty()) {
            node.problem("match", "the silence \"" + id + "\" matches everything", "name what it is for");
        }
        Instant from = moment(node, "from").orElse(Instant.EPOCH);
        Instant until = moment(node, "until").orElse(Instant.EPOCH);
        if (!from.isBefore(until) && !node.isDescribing()) {
            node.problem("until", "the silence \"" + id + "\" ends before it begins", "put from before until");
        }
        return new Silence(
                id,
                matchers,
                from,
                until,
                node.key("author", "who asks for it").text("unknown"),
                node.key("reason", "why").text(""),
                node.place());
    }

    private Optional<Instant> moment(ConfigNode node, String key) {
        String text = node.key(key, "ISO 8601, such as 2026-03-01T22:00 or with an offset")
                .requiredText();
        Optional<Instant> found = Moment.parse(text, zone);
        if (found.isEmpty() && !text.isEmpty()) {
            node.problem(
                    key, "\"" + text + "\" is not a time", "write such as 2026-03-01T22:00 or 2026-03-01T22:00+01:00");
        }
        return found;
    }

    private static <T> Map<String, T> each(
            Map<String, ? extends ConfigNode> nodes, BiFunction<String, ConfigNode, Optional<T>> read) {
        Map<String, T> values = new LinkedHashMap<>();
        nodes.forEach((id, node) -> read.apply(id, node).ifPresent(value -> values.put(id, value)));
        return values;
    }

    private static String text(String resource) {
        try (InputStream in = AlertPolicyReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
