package org.watchfloor.ui.fx;

import javafx.scene.paint.Color;

/** How well one colour stands out from another, as in WCAG 2.2: from 1 to 21; shapes want 3, text wants 4.5. Pure. */
public final class Contrast {
    private static final double GLARE = 0.05;

    private Contrast() {}

    public static double ratio(Color one, Color other) {
        double left = luminance(one) + GLARE;
        double right = luminance(other) + GLARE;
        return Math.max(left, right) / Math.min(left, right);
    }

    /** The one of the colours that stands out most; the first of equals. */
    public static Color best(Color ground, Color first, Color... others) {
        Color best = first;
        for (Color other : others) {
            if (ratio(ground, other) > ratio(ground, best)) {
                best = other;
            }
        }
        return best;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
