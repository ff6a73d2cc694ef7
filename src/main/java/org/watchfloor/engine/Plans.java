package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.Labels;

/** Which maintenance and which silence is about which check of a site, in force or not. Made once for each site; immutable. */
final class Plans {
    private final List<Silence> silences;
    private final List<Own> own;

    private record Own(List<Maintenance> maintenance, List<Silence> silences) {
        static final Own NOTHING = new Own(List.of(), List.of());
    }

    /** @param now what is over by then is left out */
    Plans(Layout layout, Instant now) {
        AlertPolicy policy = layout.watch().policy();
        silences = policy.silences().stream()
                .filter(silence -> now.isBefore(silence.until()))
                .toList();
        boolean isEmpty = silences.isEmpty() && policy.maintenance().isEmpty();
        List<Own> all = new ArrayList<>();
        for (Check check : layout.checks()) {
            all.add(isEmpty ? Own.NOTHING : own(layout, check));
        }
        own = List.copyOf(all);
    }

    private Own own(Layout layout, Check check) {
        Host host = layout.host(check.id().host()).orElseThrow();
        List<String> services = layout.watch().servicesOf(check.id());
        List<Maintenance> planned = layout.watch().policy().planned(host, check, services);
        Labels labels = labels(host, check, services);
        List<Silence> quiet = silences.stream()
                .filter(silence -> silence.matchers().match(labels))
                .toList();
        return planned.isEmpty() && quiet.isEmpty() ? Own.NOTHING : new Own(planned, quiet);
    }

    /** Those that every alert of the check carries, whatever its rule. */
    private static Labels labels(Host host, Check check, List<String> services) {
        return Labels.of(Map.of(
                "host",
                host.id().value(),
                "check",
                check.id().name(),
                "group",
                host.group().map(Object::toString).orElse(""),
                "service",
                String.join(",", services),
                "tags",
                String.join(",", check.tags().stream().sorted().toList())));
    }

    boolean isFree(int slot) {
        return own.get(slot).equals(Own.NOTHING);
    }

    boolean hasSilences() {
        return !silences.isEmpty();
    }

    Optional<Mark> maintenance(int slot, CheckHealth health, Instant now) {
        return own.get(slot).maintenance().stream()
                .flatMap(planned -> planned.at(now, health.failingSince()).stream()
                        .<Mark>map(span -> new Mark.Planned(planned, span.to())))
                .findFirst();
    }

    /** What silences the check whatever its alerts are. */
    Optional<Mark> silence(int slot, Instant now) {
        return first(own.get(slot).silences().stream().filter(silence -> silence.isActive(now)));
    }

    /** What silences an alert with these labels. */
    Optional<Mark> silence(Labels labels, Instant now) {
        return first(silences.stream().filter(silence -> silence.holds(labels, now)));
    }

    private static Optional<Mark> first(Stream<Silence> found) {
        return found.findFirst().map(Mark.Silenced::new);
    }
}
