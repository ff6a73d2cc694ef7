package org.watchfloor.recovery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Lengths;

/** How it is known that a runbook has helped. */
public sealed interface Proof {
    /** In plain words. */
    String text();

    /**
     * All of the checks are green for a time.
     *
     * @param greenFor 0 s to 1 h, default 30 s
     * @param within from the end of the last step, longer than {@code greenFor}, up to 24 h, default 5 min
     */
    record Green(List<CheckRef> checks, Duration greenFor, Duration within) implements Proof {
        public Green {
            checks = List.copyOf(checks);
        }

        @Override
        public String text() {
            return text(checks);
        }

        /** The same with the checks that are meant. */
        public String text(List<?> meant) {
            String names = meant.stream().map(Object::toString).collect(Collectors.joining(", "));
            return names + " green for " + Lengths.text(greenFor) + ", within " + Lengths.text(within);
        }
    }

    /** Nothing can prove it; the steps count alone. */
    record None(String reason) implements Proof {
        @Override
        public String text() {
            return "none: " + reason;
        }
    }
}
