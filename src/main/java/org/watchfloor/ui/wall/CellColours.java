package org.watchfloor.ui.wall;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Contrast;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * How loud each state is on the wall: bad states fill their cell, good ones only tint it, so that the eye falls on what
 * is wrong; what somebody looks after is at 55 %. Shapes stand out by 3 to 1 at least. Computed once per theme.
 */
final class CellColours {
    private static final double IN_HAND = 0.55;
    private static final double SHAPES = 3;

    /** Of a cell: its ground, its border, its shape and its text. */
    record Colours(Color fill, Color line, Color mark, Color text, Color muted) {}

    /** Of a cell without text: its ground and its shape. */
    record Small(Color fill, Color mark) {}

    private final Map<State, Colours> large = new EnumMap<>(State.class);
    private final Map<State, Colours> largeInHand = new EnumMap<>(State.class);
    private final Map<State, Small> small = new EnumMap<>(State.class);
    private final Map<State, Small> smallInHand = new EnumMap<>(State.class);

    CellColours(Palette palette) {
        Color ground = palette.color(Tone.GROUND);
        for (State state : State.values()) {
            Color own = palette.color(state);
            Color soft = ground.interpolate(own, IN_HAND);
            large.put(state, isLoud(state) ? loud(palette, own) : calm(palette, own, own, state));
            largeInHand.put(state, isLoud(state) ? soft(palette, soft) : calm(palette, soft, own, state));
            small.put(
                    state,
                    small(palette, isLoud(state) ? own : ground.interpolate(own, state == State.UP ? 0.5 : 0.75)));
            smallInHand.put(state, small(palette, soft));
        }
    }

    Colours of(WallCell cell) {
        return of(cell.state(), cell.isInHand());
    }

    Colours of(State state, boolean inHand) {
        return get(inHand ? largeInHand : large, state);
    }

    Small small(WallCell cell) {
        return small(cell.state(), cell.isInHand());
    }

    Small small(State state, boolean inHand) {
        return get(inHand ? smallInHand : small, state);
    }

    static boolean isLoud(State state) {
        return state == State.DOWN || state == State.UNREACHABLE || state == State.DEGRADED;
    }

    private static Small small(Palette palette, Color fill) {
        return new Small(fill, Contrast.best(fill, palette.color(Tone.ON_STATE), palette.color(Tone.TEXT)));
    }

    private static Colours loud(Palette palette, Color own) {
        Color on = palette.color(Tone.ON_STATE);
        return new Colours(own, own, on, on, on.interpolate(own, 0.12));
    }

    private static Colours soft(Palette palette, Color soft) {
        Color on = Contrast.best(soft, palette.color(Tone.TEXT), Color.WHITE);
        return new Colours(soft, soft, on, on, on.interpolate(soft, 0.1));
    }

    /** @param shape taken where the colour itself would be too faint for a shape */
    private static Colours calm(Palette palette, Color own, Color shape, State state) {
        Color raised = palette.color(Tone.RAISED);
        double tint = state == State.UP ? 0.07 : 0.14;
        double line = state == State.UP ? 0.16 : 0.55;
        Color fill = raised.interpolate(own, tint);
        return new Colours(
                fill,
                palette.color(Tone.LINE).interpolate(own, line),
                Stream.of(own, shape, palette.color(Tone.MUTED))
                        .filter(ink -> Contrast.ratio(fill, ink) >= SHAPES)
                        .findFirst()
                        .orElse(palette.color(Tone.TEXT)),
                palette.color(Tone.TEXT),
                palette.color(Tone.MUTED));
    }

    private static <T> T get(Map<State, T> colours, State state) {
        return java.util.Objects.requireNonNull(colours.get(state));
    }
}
