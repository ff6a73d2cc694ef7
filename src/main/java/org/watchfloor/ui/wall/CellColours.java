package org.watchfloor.ui.wall;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * How loud each state is on the wall: bad states fill their cell, good ones only tint it, so that the eye falls on what
 * is wrong. Computed once per theme.
 */
final class CellColours {
    private static final double ACKNOWLEDGED = 0.55;

    /** Of a cell: its ground, its border, its shape and its text. */
    record Colours(Color fill, Color line, Color mark, Color text, Color muted) {}

    private final Map<State, Colours> large = new EnumMap<>(State.class);
    private final Map<State, Colours> largeAcknowledged = new EnumMap<>(State.class);
    private final Map<State, Color> small = new EnumMap<>(State.class);
    private final Map<State, Color> smallAcknowledged = new EnumMap<>(State.class);

    CellColours(Palette palette) {
        Color ground = palette.color(Tone.GROUND);
        for (State state : State.values()) {
            Color own = palette.color(state);
            Color soft = ground.interpolate(own, ACKNOWLEDGED);
            large.put(state, isLoud(state) ? loud(palette, own) : calm(palette, own, state));
            largeAcknowledged.put(state, isLoud(state) ? owned(palette, soft) : calm(palette, soft, state));
            small.put(state, isLoud(state) ? own : ground.interpolate(own, state == State.UP ? 0.5 : 0.75));
            smallAcknowledged.put(state, soft);
        }
    }

    Colours of(WallCell cell) {
        return get(cell.isAcknowledged() ? largeAcknowledged : large, cell.state());
    }

    Color small(WallCell cell) {
        return get(cell.isAcknowledged() ? smallAcknowledged : small, cell.state());
    }

    static boolean isLoud(State state) {
        return state == State.DOWN || state == State.UNREACHABLE || state == State.DEGRADED;
    }

    private static Colours loud(Palette palette, Color own) {
        Color on = palette.color(Tone.ON_STATE);
        return new Colours(own, own, on, on, on.interpolate(own, 0.12));
    }

    private static Colours owned(Palette palette, Color soft) {
        Color on = soft.getBrightness() > 0.6 && soft.getSaturation() < 0.6 ? palette.color(Tone.TEXT) : Color.WHITE;
        return new Colours(soft, soft, on, on, on.interpolate(soft, 0.1));
    }

    private static Colours calm(Palette palette, Color own, State state) {
        Color raised = palette.color(Tone.RAISED);
        double tint = state == State.UP ? 0.07 : 0.14;
        double line = state == State.UP ? 0.16 : 0.55;
        return new Colours(
                raised.interpolate(own, tint),
                palette.color(Tone.LINE).interpolate(own, line),
                own,
                palette.color(Tone.TEXT),
                palette.color(Tone.MUTED));
    }

    private static <T> T get(Map<State, T> colours, State state) {
        return java.util.Objects.requireNonNull(colours.get(state));
    }
}
