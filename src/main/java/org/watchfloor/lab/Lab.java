package org.watchfloor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small real network on 127.0.0.1 whose services break and mend on demand. It listens from {@link #open} until
 * {@link #close}. Thread-safe; on return of a call every new connection meets the new state and older ones are cut. A
 * fault of a host is a fault of each of its services that knows it.
 */
public final class Lab implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

    private final List<LabService> services;
    private final List<LabTarget> targets;
    private boolean closed;

    private Lab(List<LabService> services) {
        this.services = List.copyOf(services);
        this.targets = LabTargets.of(services);
    }

    /**
     * Starts every service, all of them sound.
     *
     * @param threads makes the threads that accept and serve; virtual ones will do
     * @throws IOException if a port is taken; the message is for the operator, and nothing listens then
     */
    public static Lab open(PortPlan ports, ThreadFactory threads, InstantSource clock) throws IOException {
        List<LabService> opened = new ArrayList<>();
        try {
            for (Network.Place place : new Network(threads, clock).places()) {
                opened.add(LabService.open(place, ports.portOf(opened.size() + 1)));
            }
            return new Lab(opened);
        } catch (IOException e) {
            opened.forEach(LabService::close);
            throw e;
        }
    }

    /** Hosts, each followed by its services; the same list for the life of the lab. */
    public List<LabTarget> targets() {
        return targets;
    }

    /** What the target can suffer; empty if there is no such target. */
    public Set<Fault> faultsOf(String target) {
        return targets.stream()
                .filter(known -> known.name().equals(target))
                .findFirst()
                .map(LabTarget::faults)
                .orElse(Set.of());
    }

    /** The fault that is on now; of a host, the first one among its services. */
    public Optional<Fault> fault(String target) {
        return services.stream()
                .filter(service -> service.belongsTo(target))
                .flatMap(service -> service.fault().stream())
                .findFirst();
    }

    /**
     * Breaks the target; a fault that was on before gives way. Without effect after {@link #close}.
     *
     * @throws IllegalArgumentException if the target is unknown or cannot suffer that fault
     */
    public synchronized void set(String target, Fault fault) {
        if (!faultsOf(target).contains(fault)) {
            throw new IllegalArgumentException("\"" + target + "\" cannot suffer " + fault.word());
        }
        LOG.info("lab: {} breaks: {}", target, fault.meaning());
        change(target, Optional.of(fault));
    }

    /** Mends the target, if anything is wrong with it. */
    public synchronized void mend(String target) {
        if (fault(target).isPresent()) {
            LOG.info("lab: {} is mended", target);
            change(target, Optional.empty());
        }
    }

    /** Mends whatever is broken. */
    public synchronized void mendAll() {
        services.forEach(service -> mend(service.name()));
    }

    /** Closes every port and every connection. */
    @Override
    public synchronized void close() {
        closed = true;
        services.forEach(LabService::close);
    }

    private void change(String target, Optional<Fault> wanted) {
        for (LabService service : services) {
            boolean concerned = service.belongsTo(target)
                    && wanted.filter(fault -> !service.knows(fault)).isEmpty();
            if (concerned && !closed && !service.fault().equals(wanted)) {
                behave(service, wanted);
            }
        }
    }

    private static void behave(LabService service, Optional<Fault> wanted) {
        try {
            service.behave(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab has lost the port of " + service.name(), e);
        }
    }
}
