package org.watchfloor.ui.recovery;

import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;

/**
 * What a step has printed, to be read, selected and copied. Follows its end as long as a person has not scrolled away from
 * it. FX thread only.
 */
final class OutputArea extends TextArea {
    private static final int MOST_ROWS = 16;
    private static final int USUAL_COLUMNS = 54;
    private static final double AT_END = 0.98;

    private boolean follows = true;
    private boolean fills;

    OutputArea() {
        setEditable(false);
        setWrapText(true);
        setAccessibleText("What the step printed");
        getStyleClass().add("fact-sheet");
        scrollTopProperty().subscribe(_ -> follows = fills ? follows : isAtEnd());
    }

    void show(String output) {
        if (output.equals(getText())) {
            return;
        }
        boolean isFollowing = follows && getSelection().getLength() == 0;
        double top = getScrollTop();
        IndexRange selected = getSelection();
        fills = true;
        setPrefRowCount(rows(output));
        setText(output);
        if (isFollowing) {
            positionCaret(output.length());
            setScrollTop(Double.MAX_VALUE);
        } else {
            selectRange(selected.getStart(), Math.min(selected.getEnd(), output.length()));
            setScrollTop(top);
        }
        fills = false;
    }

    /** About as many as it takes when long lines are wrapped. */
    private static int rows(String output) {
        int rows = output.lines()
                .mapToInt(line -> 1 + line.length() / USUAL_COLUMNS)
                .sum();
        return Math.clamp(rows, 1, MOST_ROWS);
    }

    private boolean isAtEnd() {
        return !(lookup(".scroll-pane") instanceof ScrollPane pane) || pane.getVvalue() >= AT_END * pane.getVmax();
    }
}
