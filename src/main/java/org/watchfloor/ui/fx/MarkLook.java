package org.watchfloor.ui.fx;

import java.util.List;
import java.util.Locale;
import org.watchfloor.engine.Mark;

/** How a mark is told without colour: word and shape, the same on canvases and as nodes. In the order in which they matter. */
public enum MarkLook {
    ACKNOWLEDGED("acknowledged"),
    MAINTENANCE("in maintenance"),
    SILENCED("silenced"),
    SHELVED("shelved"),
    INHIBITED("inhibited"),
    GATE_SHUT("breaker open"),
    FLAPPING("flapping");

    private final String word;

    MarkLook(String word) {
        this.word = word;
    }

    public static MarkLook of(Mark mark) {
        return switch (mark) {
            case Mark.AlertOwned _, Mark.IncidentOwned _ -> ACKNOWLEDGED;
            case Mark.Planned _ -> MAINTENANCE;
            case Mark.Silenced _ -> SILENCED;
            case Mark.Shelved _ -> SHELVED;
            case Mark.Inhibited _ -> INHIBITED;
            case Mark.GateShut _ -> GATE_SHUT;
            case Mark.Flapping _ -> FLAPPING;
        };
    }

    /** Each look once, in order; without that of a breaker, which nearly all that is down has. */
    public static List<MarkLook> of(List<Mark> marks) {
        return marks.isEmpty()
                ? List.of()
                : marks.stream()
                        .map(MarkLook::of)
                        .filter(look -> look != GATE_SHUT)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** In lower case, to stand in a sentence. */
    public String word() {
        return word;
    }

    /** Parts in a square of 0 to 16. */
    public List<StateLook.Part> shape() {
        return switch (this) {
            case ACKNOWLEDGED -> Shapes.TICK;
            case MAINTENANCE -> Shapes.LETTER_M;
            case SILENCED, INHIBITED -> Shapes.BELL_CROSSED;
            case SHELVED -> Shapes.BOX;
            case GATE_SHUT -> Shapes.SWITCH_OPEN;
            case FLAPPING -> Shapes.WAVE;
        };
    }

    /** {@code mark-acknowledged}: carries the colour in the style sheets. */
    public String styleClass() {
        return "mark-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Made once. */
    private static final class Shapes {
        static final List<StateLook.Part> TICK =
                List.of(StateLook.polygon(1.5, 8.5, 3.7, 6.3, 6.5, 9.1, 12.6, 2.6, 14.8, 4.8, 6.5, 13.5));
        static final List<StateLook.Part> LETTER_M = List.of(StateLook.polygon(
                1.5, 14, 1.5, 2, 4.5, 2, 8, 7, 11.5, 2, 14.5, 2, 14.5, 14, 11.8, 14, 11.8, 6.4, 8, 11.6, 4.2, 6.4, 4.2,
                14));
        static final List<StateLook.Part> BELL_CROSSED = List.of(
                StateLook.polygon(
                        4.9, 3.3, 6.9, 2.2, 7.1, 1.2, 8.9, 1.2, 9.1, 2.2, 11.3, 3.4, 12.6, 6.2, 12.8, 9.6, 14.2, 11.6,
                        14.2, 12.6),
                StateLook.polygon(10.2, 12.6, 1.8, 12.6, 1.8, 11.6, 3.2, 9.6, 3.4, 6.2, 3.5, 5.9),
                StateLook.polygon(1, 1.4, 2.1, 0.7, 15.2, 13.8, 14.1, 14.9),
                StateLook.polygon(6.2, 13.4, 9.8, 13.4, 9.2, 14.8, 8, 15.3, 6.8, 14.8));
        static final List<StateLook.Part> BOX = List.of(
                StateLook.polygon(1, 2, 15, 2, 15, 6, 1, 6),
                StateLook.polygon(2.2, 7.3, 13.8, 7.3, 13.8, 14.2, 2.2, 14.2));
        static final List<StateLook.Part> SWITCH_OPEN = List.of(
                StateLook.polygon(0.8, 9.2, 5, 9.2, 5, 11.4, 0.8, 11.4),
                StateLook.polygon(11, 9.2, 15.2, 9.2, 15.2, 11.4, 11, 11.4),
                StateLook.polygon(4.2, 9.6, 10.4, 3, 12, 4.5, 5.8, 11.1));
        static final List<StateLook.Part> WAVE = List.of(StateLook.polygon(
                1, 6.4, 2.8, 4.6, 4.5, 3.8, 6.2, 4.6, 8, 6.4, 9.8, 8.2, 11.5, 9, 13.2, 8.2, 15, 6.4, 15, 9.6, 13.2,
                11.4, 11.5, 12.2, 9.8, 11.4, 8, 9.6, 6.2, 7.8, 4.5, 7, 2.8, 7.8, 1, 9.6));
    }
}
