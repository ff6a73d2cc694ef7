package org.watchfloor.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One service of one host on its port. Changed by the lab under its lock; any thread may ask for the fault. */
final class LabService {
    private static final Set<Fault> CLOSED = EnumSet.of(Fault.REFUSE, Fault.DOWN);

    private final Network.Place place;
    private final int port;
    private Listener listener;
    private volatile Optional<Fault> fault = Optional.empty();

    private LabService(Network.Place place, Listener listener) {
        this.place = place;
        this.port = listener.port();
        this.listener = listener;
    }

    static LabService open(Network.Place place, int port) throws IOException {
        try {
            return new LabService(place, place.protocol().listen(loopback(port), Optional.empty()));
        } catch (BindException e) {
            BindException plain = new BindException(
                    "the lab cannot listen on 127.0.0.1:" + port + " for " + place.name() + " (" + e.getMessage()
                            + "): free that port, or move the lab with -Dlab.base-port=" + PortPlan.DEFAULT_BASE
                            + " set to another number");
            plain.initCause(e);
            throw plain;
        }
    }

    String name() {
        return place.name();
    }

    String host() {
        return place.host();
    }

    boolean belongsTo(String target) {
        return target.equals(name()) || target.equals(host());
    }

    boolean knows(Fault wanted) {
        return CLOSED.contains(wanted) || place.protocol().faults().contains(wanted);
    }

    Optional<Fault> fault() {
        return fault;
    }

    LabTarget target() {
        Set<Fault> faults = EnumSet.copyOf(place.protocol().faults());
        faults.add(Fault.REFUSE);
        return new LabTarget(name(), place.summary(), OptionalInt.of(port), faults);
    }

    /** On return, every new connection meets the fault and every older one is gone. */
    void behave(Optional<Fault> wanted) throws IOException {
        listener.close();
        fault = wanted;
        listener = wanted.filter(CLOSED::contains).isPresent()
                ? new ClosedPort(loopback(port))
                : place.protocol().listen(loopback(port), wanted);
    }

    void close() {
        listener.close();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }
}
