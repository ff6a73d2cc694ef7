package org.watchfloor.ui.breakers;

import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * How the state of a breaker is told: shape, letter and word, and only then a colour.
 *
 * @param path an SVG path in a square of 0 to 16
 */
record GateLook(String letter, String word, String path, Tone tone) {
    private static final GateLook OPEN = new GateLook(
            "O",
            "open",
            "M 0 9 L 5 9 L 5 12 L 0 12 Z M 11 9 L 16 9 L 16 12 L 11 12 Z M 3.6 9.6 L 10.6 2 L 12.6 3.8 L 5.6 11.6 Z",
            Tone.SERIES_4);
    private static final GateLook HALF_OPEN = new GateLook(
            "H",
            "half-open",
            "M 8 2 A 6 6 0 0 1 8 14 Z M 8 2 A 6 6 0 0 0 8 14 L 8 12.4 A 4.4 4.4 0 0 1 8 3.6 Z",
            Tone.SERIES_1);
    private static final GateLook FORCED_OPEN = new GateLook(
            "K",
            "kept open",
            "M 5 1 L 11 1 L 15 5 L 15 11 L 11 15 L 5 15 L 1 11 L 1 5 Z M 4 6.8 L 4 9.2 L 12 9.2 L 12 6.8 Z",
            Tone.UNREACHABLE);
    private static final GateLook METRICS_ONLY = new GateLook(
            "#",
            "only counts",
            "M 2 9 L 5 9 L 5 14 L 2 14 Z M 6.5 5 L 9.5 5 L 9.5 14 L 6.5 14 Z M 11 2 L 14 2 L 14 14 L 11 14 Z",
            Tone.UNKNOWN);
    private static final GateLook DISABLED = new GateLook(
            "X",
            "switched off",
            "M 3 1.5 L 8 6.5 L 13 1.5 L 14.5 3 L 9.5 8 L 14.5 13 L 13 14.5 L 8 9.5 L 3 14.5 L 1.5 13 L 6.5 8 L 1.5 3 Z",
            Tone.PAUSED);
    private static final GateLook CLOSED = new GateLook(
            "C",
            "closed",
            "M 0 6 L 4 6 L 4 7 L 12 7 L 12 6 L 16 6 L 16 10 L 12 10 L 12 9 L 4 9 L 4 10 L 0 10 Z",
            Tone.UP);

    static GateLook of(GateState state) {
        return switch (state) {
            case OPEN -> OPEN;
            case HALF_OPEN -> HALF_OPEN;
            case FORCED_OPEN -> FORCED_OPEN;
            case METRICS_ONLY -> METRICS_ONLY;
            case DISABLED -> DISABLED;
            case CLOSED -> CLOSED;
        };
    }

    /** {@code gate-half-open}: carries the colour in the style sheets. */
    static String styleClass(GateState state) {
        return "gate-" + state.word();
    }

    /** Literal of the icon of what a gate stands before. */
    static String icon(GateId.Kind kind) {
        return switch (kind) {
            case HOST -> "mdi2s-server";
            case SSH -> "mdi2c-console";
            case DEPENDENCY -> "mdi2p-puzzle-outline";
            case ACTION -> "mdi2w-wrench-outline";
            case CHANNEL -> "mdi2b-bullhorn-outline";
        };
    }

    /** What a gate stands before, in words. */
    static String word(GateId.Kind kind) {
        return switch (kind) {
            case HOST -> "host";
            case SSH -> "SSH sessions";
            case DEPENDENCY -> "dependency";
            case ACTION -> "actions on the host";
            case CHANNEL -> "channel";
        };
    }
}
