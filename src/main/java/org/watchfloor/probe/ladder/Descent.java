package org.watchfloor.probe.ladder;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Interrupts;
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
    private final Past past;
    private final Duration timeout;
    private final Deadline whole;
    private final List<Rung> rungs = new ArrayList<>();
    private List<InetAddress> addresses = List.of();

    private Descent(Way way, NameLookup names, Duration timeout, Optional<CheckResult> good) {
        this.way = way;
        this.names = names;
        this.past = new Past(good);
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
        take("name", () -> name(connected));
        take("route", this::route);
        take("TCP", () -> connection(connected));
        if (isBroken()) {
            way.steps().forEach(step -> rungs.add(notReached(step.name())));
        } else if (!way.steps().isEmpty()) {
            rungs.addAll(new SecondLook(way.steps(), past).rungs(probe, shorter(timeout, whole.remaining())));
        }
        return rungs;
    }

    static Rung notReached(String name) {
        return new Rung(name, Standing.NOT_REACHED, "", Optional.empty(), "");
    }

    @FunctionalInterface
    private interface Look {
        Found take() throws InterruptedException;
    }

    private record Found(Standing standing, String seen, String lastGood) {}

    private void take(String name, Look look) throws InterruptedException {
        if (isBroken()) {
            rungs.add(notReached(name));
            return;
        }
        long begun = System.nanoTime();
        Found found = look.take();
        Interrupts.rethrow();
        rungs.add(new Rung(
                name,
                found.standing(),
                found.seen(),
                Optional.of(Duration.ofNanos(System.nanoTime() - begun)),
                found.lastGood()));
    }

    private boolean isBroken() {
        return rungs.stream().anyMatch(Rung::isBroken);
    }

    private Found name(Deadline deadline) throws InterruptedException {
        String who = (way.via().isEmpty() ? "" : way.via() + " ") + Words.excerpt(way.host(), 253);
        try {
            List<InetAddress> found = names.lookup(way.host(), deadline);
            addresses = found.subList(0, Math.min(found.size(), MOST_ADDRESSES));
        } catch (UnknownHostException e) {
            return new Found(Standing.BROKEN, String.valueOf(e.getMessage()), past.addressUntil());
        }
        if (NameLookup.isAddress(way.host())) {
            return new Found(Standing.OK, who + " is an address, there is no name to look up", "");
        }
        List<String> now = addresses.stream().map(Past::written).toList();
        String what = who + " is " + String.join(", ", now);
        boolean moved = past.address().filter(address -> !now.contains(address)).isPresent();
        return moved ? new Found(Standing.CHANGED, what, past.addressUntil()) : new Found(Standing.OK, what, "");
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
        return new Found(standing, connecting.words(), past.connected());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
