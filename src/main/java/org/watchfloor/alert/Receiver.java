package org.watchfloor.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.ChannelId;

/**
 * Who is told, and who is told next if nobody acknowledges.
 *
 * @param steps in order of time, the first one at once
 * @param rounds how often the whole chain runs, 1 to 20, default 1
 * @param pause from the last step of a round to the first one of the next, default 10 min
 */
public record Receiver(String id, List<Step> steps, int rounds, Duration pause) {
    /** Tells nobody; alerts are only shown. */
    public static final Receiver NOBODY = new Receiver("nobody", List.of(), 1, Duration.ofMinutes(10));

    public Receiver {
        steps = List.copyOf(steps);
    }

    /** @param after the time since the first page of the group, without acknowledgement */
    public record Step(Duration after, List<Recipient> tell) {
        public Step {
            tell = List.copyOf(tell);
        }
    }

    /** Somebody to tell. */
    public sealed interface Recipient {}

    public record ToChannel(ChannelId channel) implements Recipient {
        @Override
        public String toString() {
            return channel.toString();
        }
    }

    public record ToPerson(String person) implements Recipient {
        @Override
        public String toString() {
            return "person:" + person;
        }
    }

    /** Whoever is on call then. */
    public record ToRota(String rota) implements Recipient {
        @Override
        public String toString() {
            return "rota:" + rota;
        }
    }

    /** How long after the first page the step of that number is taken, from 0, over all rounds; empty if there is none. */
    public Optional<Duration> after(int step) {
        List<Step> chain = chain();
        return step < chain.size() ? Optional.of(chain.get(step).after()) : Optional.empty();
    }

    /** All rounds laid out one after the other. */
    List<Step> chain() {
        List<Step> chain = new ArrayList<>();
        Duration round =
                steps.isEmpty() ? Duration.ZERO : steps.getLast().after().plus(pause);
        for (int number = 0; number < rounds; number++) {
            for (Step step : steps) {
                chain.add(new Step(step.after().plus(round.multipliedBy(number)), step.tell()));
            }
        }
        return chain;
    }
}
