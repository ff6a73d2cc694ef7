package org.watchfloor.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.watchfloor.model.State;

/**
 * How a state is told without colour: letter, word and shape. Colours live in the style sheets under the style class.
 *
 * @param letter one letter for places too small for a word
 * @param word in lower case, to stand in a sentence
 * @param shape parts in a square of 0 to 16, drawn alike on canvases and as nodes
 */
public record StateLook(char letter, String word, List<Part> shape) {
    private static final StateLook UP = look('U', "up", new Disc(8, 8, 6));
    private static final StateLook DEGRADED = look('D', "degraded", polygon(8, 1.5, 15, 14, 1, 14));
    private static final StateLook DOWN = look('X', "down", polygon(2, 2, 14, 2, 14, 14, 2, 14));
    private static final StateLook UNREACHABLE = look('R', "unreachable", polygon(8, 0.5, 15.5, 8, 8, 15.5, 0.5, 8));
    private static final StateLook UNKNOWN = look(
            '?',
            "unknown",
            polygon(
                    3, 5.5, 3, 3, 5, 1, 11, 1, 13, 3, 13, 7, 11, 9, 9.5, 9.7, 9.5, 11, 6.5, 11, 6.5, 8.2, 10, 6.4, 10,
                    4.7, 9.3, 4, 6.7, 4, 6, 4.7, 6, 5.5),
            polygon(6.5, 12.3, 9.5, 12.3, 9.5, 15.2, 6.5, 15.2));
    private static final StateLook PENDING = look('P', "pending", new Ring(8, 8, 6), new RightHalf(8, 8, 6));
    private static final StateLook PAUSED =
            look('‖', "paused", polygon(3.5, 2, 6.7, 2, 6.7, 14, 3.5, 14), polygon(9.3, 2, 12.5, 2, 12.5, 14, 9.3, 14));
    private static final StateLook STALE = look(
            'S',
            "stale",
            polygon(2, 6.5, 6.5, 2, 9, 2, 2, 9),
            polygon(2, 11.5, 11.5, 2, 14, 2, 2, 14),
            polygon(4.5, 14, 14, 4.5, 14, 7, 7, 14),
            polygon(9.5, 14, 14, 9.5, 14, 12, 12, 14));

    public static StateLook of(State state) {
        return switch (state) {
            case UP -> UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> DOWN;
            case UNREACHABLE -> UNREACHABLE;
            case UNKNOWN -> UNKNOWN;
            case STALE -> STALE;
            case PENDING -> PENDING;
            case PAUSED -> PAUSED;
        };
    }

    /** {@code state-down}: carries the colour in the style sheets. */
    public static String styleClass(State state) {
        return "state-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** The shape as an SVG path. */
    public String path() {
        return path(shape);
    }

    static String path(List<Part> parts) {
        return parts.stream().map(Part::path).collect(Collectors.joining(" "));
    }

    private static StateLook look(char letter, String word, Part... shape) {
        return new StateLook(letter, word, List.of(shape));
    }

    static Polygon polygon(double... xy) {
        return new Polygon(java.util.Arrays.stream(xy).boxed().toList());
    }

    /** A part of a shape. */
    public sealed interface Part {
        String path();
    }

    /** Filled. */
    public record Disc(double x, double y, double radius) implements Part {
        @Override
        public String path() {
            return circle(x, y, radius, 1) + " Z";
        }
    }

    /** A circle line two wide, its outer edge on the radius. */
    public record Ring(double x, double y, double radius) implements Part {
        @Override
        public String path() {
            return circle(x, y, radius, 1) + " Z " + circle(x, y, radius - 1.8, 0) + " Z";
        }
    }

    /** The right half of a disc, filled. */
    public record RightHalf(double x, double y, double radius) implements Part {
        @Override
        public String path() {
            return String.format(
                    Locale.ROOT, "M %s %s A %s %s 0 0 1 %s %s Z", x, y - radius, radius, radius, x, y + radius);
        }
    }

    /** Filled; x and y by turns. */
    public record Polygon(List<Double> xy) implements Part {
        public Polygon {
            xy = List.copyOf(xy);
        }

        @Override
        public String path() {
            StringBuilder path = new StringBuilder("M");
            for (int i = 0; i < xy.size(); i += 2) {
                path.append(i == 0 ? " " : " L ").append(xy.get(i)).append(' ').append(xy.get(i + 1));
            }
            return path.append(" Z").toString();
        }
    }

    private static String circle(double x, double y, double r, int sweep) {
        return String.format(
                Locale.ROOT,
                "M %s %s A %s %s 0 1 %d %s %s A %s %s 0 1 %d %s %s",
                x - r,
                y,
                r,
                r,
                sweep,
                x + r,
                y,
                r,
                r,
                sweep,
                x - r,
                y);
    }
}
