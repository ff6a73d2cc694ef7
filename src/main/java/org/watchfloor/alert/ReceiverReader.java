package org.watchfloor.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.Receiver.Recipient;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.ChannelId;

/** Reads one receiver: steps, each with whom it tells. Use once for each site, by one thread. */
final class ReceiverReader {
    private static final Duration DAY = Duration.ofDays(1);

    private final Set<String> channels;
    private final Set<String> people;
    private final Set<String> rotas;

    ReceiverReader(Set<String> channels, Set<String> people, Set<String> rotas) {
        this.channels = channels;
        this.people = people;
        this.rotas = rotas;
    }

    Receiver read(String id, ConfigNode node) {
        List<Receiver.Step> steps = new ArrayList<>();
        List<Recipient> first = recipients(node, "tell", "whom it tells at once: channels, person:ID, rota:ID");
        if (!first.isEmpty()) {
            steps.add(new Receiver.Step(Duration.ZERO, first));
        }
        for (ConfigNode step : node.sections("then", "who is told next while nobody acknowledges, in order")) {
            Duration after = step.key("after", "time since the first page")
                    .duration(Duration.ofMinutes(10), Duration.ofSeconds(1), DAY);
            if (!steps.isEmpty() && after.compareTo(steps.getLast().after()) <= 0) {
                step.problem(
                        "after", "this step is not later than the one before it", "put the steps in order of time");
            }
            steps.add(new Receiver.Step(after, recipients(step, "tell", "whom this step tells")));
        }
        if (steps.isEmpty() && !node.isDescribing()) {
            node.problem("the receiver \"" + id + "\" tells nobody", "add tell: with channels, person:ID or rota:ID");
        }
        return new Receiver(
                id,
                steps,
                node.key("rounds", "how often the whole chain runs; once by default")
                        .integer(1, 1, 20),
                node.key("pause", "from the end of a round to the next; 10m by default")
                        .duration(Duration.ofMinutes(10), Duration.ofMinutes(1), DAY));
    }

    private List<Recipient> recipients(ConfigNode node, String key, String doc) {
        return node.key(key, doc).texts().stream()
                .flatMap(text -> recipient(node, key, text).stream())
                .toList();
    }

    private Optional<Recipient> recipient(ConfigNode node, String key, String text) {
        if (text.startsWith("person:")) {
            String person = text.substring("person:".length()).strip();
            return known(node, key, text, person, "person", people).map(Receiver.ToPerson::new);
        }
        if (text.startsWith("rota:")) {
            String rota = text.substring("rota:".length()).strip();
            return known(node, key, text, rota, "rota", rotas).map(Receiver.ToRota::new);
        }
        return known(node, key, text, text, "channel", channels)
                .map(ChannelId::new)
                .map(Receiver.ToChannel::new);
    }

    private static Optional<String> known(
            ConfigNode node, String key, String text, String id, String kind, Collection<String> all) {
        if (all.contains(id)) {
            return Optional.of(id);
        }
        node.unknown(key, kind, text.equals(id) ? id : text, all);
        return Optional.empty();
    }
}
