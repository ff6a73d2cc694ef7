package org.watchfloor.recovery.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Actor;

/**
 * Tells whether what a second person has typed is right. After five wrong PINs within 10 minutes that
 * person's PIN is not tried for a while. Thread safe; takes some tenths of a second, one PIN at a time.
 */
public final class Approving {
    private static final int MOST_WRONG = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> wrong = new HashMap<>();

    public Approving(InstantSource clock) {
        this.clock = clock;
    }

    /** @param by who wants to begin it */
    public synchronized Consent weigh(Approvers approvers, Approval approval, Actor by) {
        String person = approval.person().strip();
        if (person.equalsIgnoreCase(by.name().strip())) {
            return new Consent.Denied("another person has to agree, not " + person + " again");
        }
        Optional<PinHash> pin = approvers.pin(person);
        if (pin.isEmpty()) {
            return new Consent.Denied("\"" + person + "\" is not below approvers: in the configuration");
        }
        Deque<Instant> tries = wrongLately(person);
        if (tries.size() >= MOST_WRONG) {
            return new Consent.Denied("too many wrong PINs of " + person + "; try again after "
                    + tries.getFirst().plus(WITHIN));
        }
        if (pin.get().matches(approval.pin())) {
            tries.clear();
            return new Consent.Given(new Actor(person));
        }
        tries.add(clock.instant());
        return new Consent.Denied("that is not the PIN of " + person);
    }

    private Deque<Instant> wrongLately(String person) {
        Deque<Instant> tries = wrong.computeIfAbsent(person, _ -> new ArrayDeque<>());
        Instant begin = clock.instant().minus(WITHIN);
        tries.removeIf(at -> !at.isAfter(begin));
        return tries;
    }
}
