package org.watchfloor.ui.fx;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Knows how wide texts are and shortens those that are too wide; remembers what it measured. FX thread only. */
public final class TextFit {
    private static final int MOST_REMEMBERED = 20_000;
    private static final String DOTS = "…";

    private final Font font;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    public TextFit(Font font) {
        this.font = font;
        ruler.setFont(font);
    }

    public Font font() {
        return font;
    }

    public double width(String text) {
        Double known = widths.get(text);
        if (known != null) {
            return known;
        }
        if (widths.size() >= MOST_REMEMBERED) {
            widths.clear();
        }
        ruler.setText(text);
        double width = ruler.getLayoutBounds().getWidth();
        widths.put(text, width);
        return width;
    }

    /** The text itself if it fits, else its beginning with an ellipsis; empty if not even three letters fit. */
    public String fitted(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int shortest = 3;
        int length = (int) (text.length() * room / Math.max(1, width(text)));
        for (; length >= shortest; length--) {
            String shortened = text.substring(0, length).stripTrailing() + DOTS;
            if (width(shortened) <= room) {
                return shortened;
            }
        }
        return "";
    }
}
