package org.watchfloor.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One step of the way to a target, as a descent found it. Immutable; holds no secrets.
 *
 * @param name {@code name}, {@code route}, {@code TCP}, {@code TLS}, {@code HTTP}, {@code content}, …
 * @param seen what was seen, in plain words, one line; empty if the step was not reached
 * @param took how long the step took; empty if it was not reached or not measured
 * @param lastGood what the last good look saw here: {@code connected in 2 ms}; empty if that is not known
 */
public record Rung(String name, Standing standing, String seen, Optional<Duration> took, String lastGood) {
    /** How it stands with a step. */
    public enum Standing {
        OK("ok"),
        /** Works, but is not what it was when all was well. */
        CHANGED("changed"),
        BROKEN("broken"),
        NOT_REACHED("not reached");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public boolean isBroken() {
        return standing == Standing.BROKEN;
    }

    /** {@code TLS broken: certificate expired, after 12 ms; last good: CN=web-1}. */
    public String text() {
        return name + " " + standing.text() + (seen.isEmpty() ? "" : ": " + words());
    }

    /** What was seen, how long it took, and what was there before. */
    String words() {
        return seen
                + took.map(Duration::toMillis)
                        .filter(millis -> millis > 0)
                        .map(millis -> ", " + (isBroken() ? "after " : "in ") + millis + " ms")
                        .orElse("")
                + (lastGood.isEmpty() ? "" : "; last good: " + lastGood);
    }
}
