package org.watchfloor.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.Rollup;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;

/**
 * What stands above the checks of a host. Immutable.
 *
 * @param since state, its begin and how long ago that is
 * @param tags sorted, with spaces between
 * @param place where it is configured
 * @param incident of the open one; empty if there is none
 * @param remarks what is true of it besides its state
 */
record HostHead(
        State state,
        String title,
        String since,
        String address,
        String group,
        String tags,
        String place,
        List<Related> parents,
        String incident,
        List<Remark> remarks) {
    static final int LONGEST = 120;

    HostHead {
        parents = List.copyOf(parents);
        remarks = List.copyOf(remarks);
    }

    static HostHead of(Host host, Snapshot snapshot, Formats formats) {
        Rollup rollup = Optional.ofNullable(snapshot.hosts().get(host.id()))
                .orElseGet(() -> Rollup.of(snapshot.checksOf(host.id()), snapshot.at()));
        return new HostHead(
                rollup.state(),
                SafeText.line(host.title(), LONGEST),
                since(rollup, formats, snapshot.at()),
                SafeText.line(host.address(), LONGEST),
                group(host, snapshot),
                host.tags().stream().sorted().collect(Collectors.joining("  ")),
                host.place().file() + ":" + host.place().line(),
                host.parentIds().stream()
                        .map(parent -> Related.host(parent, snapshot))
                        .toList(),
                incident(host.id(), snapshot)
                        .map(open -> text(open, formats, snapshot.at()))
                        .orElse(""),
                Remark.of(host.id(), snapshot, formats));
    }

    /** Of a host that is not watched any more. */
    static HostHead gone(HostId host) {
        return new HostHead(State.UNKNOWN, host.value(), "", "", "", "", "", List.of(), "", List.of());
    }

    static String since(Rollup rollup, Formats formats, Instant now) {
        return StateLook.of(rollup.state()).word() + " since " + formats.moment(rollup.since(), now) + " · "
                + Formats.duration(Duration.between(rollup.since(), now));
    }

    static Optional<Incident> incident(HostId host, Snapshot snapshot) {
        return Optional.ofNullable(snapshot.state().openIncidents().get(host));
    }

    private static String group(Host host, Snapshot snapshot) {
        return host.group()
                .flatMap(id -> snapshot.site().groups().stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst())
                .map(Group::title)
                .map(title -> SafeText.line(title, LONGEST))
                .orElse("");
    }

    private static String text(Incident incident, Formats formats, Instant now) {
        String owner = incident.acknowledged()
                .map(ack -> "acknowledged by " + SafeText.line(ack.by().name(), LONGEST) + " at "
                        + formats.moment(ack.at(), now))
                .orElse("not acknowledged");
        return "Incident " + incident.id() + " since " + formats.moment(incident.openedAt(), now) + ", " + owner;
    }
}
