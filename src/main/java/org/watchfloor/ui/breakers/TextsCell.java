package org.watchfloor.ui.breakers;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;

/** A text, and a quieter one below it. FX thread only. */
final class TextsCell extends GateCell {
    private final Function<GateLine, String> first;
    private final Function<GateLine, String> second;
    private final Text upper;
    private final Text lower;

    private TextsCell(
            Function<GateLine, String> first,
            Function<GateLine, String> second,
            List<ObservableValue<?>> triggers,
            Text upper,
            Text lower) {
        super(lines(upper, lower), triggers);
        this.first = first;
        this.second = second;
        this.upper = upper;
        this.lower = lower;
    }

    /** In the mono face, one line each. */
    static TextsCell figures(
            Function<GateLine, String> first, Function<GateLine, String> second, List<ObservableValue<?>> triggers) {
        return new TextsCell(first, second, triggers, text("figure"), text("figure", "small", "muted"));
    }

    /** In as many lines as the text takes. */
    static TextsCell words(Function<GateLine, String> words, List<ObservableValue<?>> triggers) {
        TextsCell cell = new TextsCell(words, _ -> "", triggers, text("small"), text());
        cell.wrap(cell.upper);
        return cell;
    }

    @Override
    void show(GateLine line) {
        fill(upper, first.apply(line));
        fill(lower, second.apply(line));
    }
}
