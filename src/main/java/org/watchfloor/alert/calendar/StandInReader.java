package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.ConfigNode;

/** Reads {@code overrides:} of a rota. Stateless. */
final class StandInReader {
    private final ZoneId zone;
    private final Set<String> known;

    StandInReader(ZoneId zone, Set<String> known) {
        this.zone = zone;
        this.known = known;
    }

    /** Those without problems. */
    List<StandIn> read(ConfigNode rota) {
        List<StandIn> standIns = new ArrayList<>();
        for (ConfigNode node : rota.sections("overrides", "who takes over for a while, whoever's turn it is")) {
            Optional<StandIn> standIn = standIn(node);
            Optional<StandIn> met = standIn.flatMap(found -> standIns.stream()
                    .filter(other -> other.span().meets(found.span()))
                    .findFirst());
            met.ifPresent(other -> node.problem(
                    "the override by " + Quoted.text(standIn.map(StandIn::who).orElse("")) + " overlaps that by "
                            + Quoted.text(other.who()),
                    "let one end where the other begins"));
            standIn.filter(_ -> met.isEmpty()).ifPresent(standIns::add);
        }
        return standIns;
    }

    private Optional<StandIn> standIn(ConfigNode node) {
        String who = node.key("who", "id of the person who takes over").requiredText();
        Optional<Instant> from = time(node, "from", "begin, such as 2026-03-28T22:00");
        Optional<Instant> to = time(node, "to", "end, such as 2026-03-29T09:00");
        String reason = node.key("reason", "why, for the operators").text("");
        if (!who.isEmpty()) {
            People.check(who, known, "who", node);
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!to.get().isAfter(from.get())) {
            node.problem("to", "\"to\" is not after from", "move to behind from, or exchange the two");
            return Optional.empty();
        }
        return Optional.of(new StandIn(who, new Span(from.get(), to.get()), reason));
    }

    private Optional<Instant> time(ConfigNode node, String key, String doc) {
        String text = node.key(key, doc).requiredText();
        Optional<Instant> time =
                LocalText.dateTime(text, zone).map(local -> local.atZone(zone).toInstant());
        if (time.isEmpty() && !text.isEmpty()) {
            String what = "\"" + key + "\" is " + Quoted.text(text) + ", not a date and time";
            node.problem(key, what, "write such as " + LocalText.TIME_EXAMPLE);
        }
        return time;
    }
}
