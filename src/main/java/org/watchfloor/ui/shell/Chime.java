package org.watchfloor.ui.shell;

import java.util.List;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;

/**
 * Short notes by which one hears how bad it is: the worse, the more and the higher; falling for trouble, rising for its
 * end.
 *
 * @param hertz one after the other, 140 ms each
 */
record Chime(List<Double> hertz) {
    /** Something went down. */
    static final Chime TROUBLE = new Chime(List.of(880.0, 587.3));

    static final Chime OVER = new Chime(List.of(523.3, 784.0));

    Chime {
        hertz = List.copyOf(hertz);
    }

    static Chime of(Notice notice) {
        return notice.isFiring() ? of(notice.severity()) : OVER;
    }

    static Chime of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Chime(List.of(1174.7, 880.0, 1174.7, 880.0, 587.3));
            case HIGH -> new Chime(List.of(987.8, 784.0, 587.3));
            case MEDIUM -> new Chime(List.of(784.0, 587.3));
            case LOW -> new Chime(List.of(659.3));
            case INFO -> new Chime(List.of(440.0));
        };
    }
}
