package org.watchfloor.probe.ladder;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ladder.Rungs.Found;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.net.Words;

/**
 * One descent: looks the name up, asks for a route, connects, and then has the check itself look once more, which tells
 * by its reason and its times at which further step it fails. Confined to its thread, used once.
 */
public final class Descent {
    private static final int MOST_ADDRESSES = 8;

    private final Way way;
    private final NameLookup names;
    private final Duration timeout;
    private final Deadline whole;
    private final Rungs rungs;
    private List<InetAddress> addresses = List.of();

    private Descent(Way way, NameLookup names, Duration timeout, Optional<CheckResult> good) {
        this.way = way;
        this.names = names;
        this.rungs = new Rungs(good);
        this.timeout = timeout;
        this.whole = Deadline.in(shorter(timeout.multipliedBy(2), Ladder.LONGEST));
    }

    /** Takes the rungs of the way, see {@link Ladder#descend}. */
    public static List<Rung> down(Way way, Probe probe, NameLookup names, Duration timeout, Optional<CheckResult> good)
            throws InterruptedException {
        return new Descent(way, names, timeout, good).rungs(probe);
    }

    private List<Rung> rungs(Probe probe) throws InterruptedException {
        Deadline connected = Deadline.in(whole.remaining().dividedBy(2));
        rungs.take("name", () -> name(connected));
        rungs.take("route", this::route);
        rungs.take("TCP", () -> connection(connected));
        rungs.look(way.steps(), probe, shorter(timeout, whole.remaining()));
        return rungs.all();
    }

    private Found name(Deadline deadline) throws InterruptedException {
        String who = (way.via().isEmpty() ? "" : way.via() + " ") + Words.excerpt(way.host(), 253);
        try {
            List<InetAddress> found = names.lookup(way.host(), deadline);
            addresses = found.subList(0, Math.min(found.size(), MOST_ADDRESSES));
        } catch (UnknownHostException e) {
            return new Found(
                    Standing.BROKEN,
                    String.valueOf(e.getMessage()),
                    rungs.past().addressUntil());
        }
        if (NameLookup.isAddress(way.host())) {
            return new Found(Standing.OK, who + " is an address, there is no name to look up", "");
        }
        List<String> now = addresses.stream().map(Past::written).toList();
        String what = who + " is " + String.join(", ", now);
        boolean moved =
                rungs.past().address().filter(address -> !now.contains(address)).isPresent();
        return moved
                ? new Found(Standing.CHANGED, what, rungs.past().addressUntil())
                : new Found(Standing.OK, what, "");
    }

    private Found route() {
        Optional<Exit> exit =
                addresses.stream().map(Exit::to).flatMap(Optional::stream).findFirst();
        String to = addresses.stream().map(Past::written).collect(Collectors.joining(", "));
        return exit.map(found -> new Found(Standing.OK, "leaves this machine " + found, ""))
                .orElseGet(() -> new Found(Standing.BROKEN, "this machine has no route to " + to, ""));
    }

    private Found connection(Deadline deadline) throws InterruptedException {
        Connecting connecting = Connecting.to(addresses, way.port(), deadline);
        Standing standing = connecting.isConnected() ? Standing.OK : Standing.BROKEN;
        return new Found(standing, connecting.words(), rungs.past().connected());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
