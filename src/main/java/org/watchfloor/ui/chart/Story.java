package org.watchfloor.ui.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * What is told over a span of time: when something went on, and what happened when. Immutable.
 *
 * @param firing shaded
 * @param flags in order of time
 */
public record Story(Optional<Window> firing, List<Flag> flags) {
    public static final Story NONE = new Story(Optional.empty(), List.of());

    public Story {
        flags = List.copyOf(flags);
    }

    /** Something that happened. */
    public record Flag(Instant at, String text, Tone tone) {}
}
