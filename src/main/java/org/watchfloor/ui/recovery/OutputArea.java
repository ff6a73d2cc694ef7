package org.watchfloor.ui.recovery;

import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What a step has printed, to be read, selected and copied. Follows its end until a person scrolls away from it, and again
 * once a person is back there. FX thread only.
 */
final class OutputArea extends TextArea {
    private static final int MOST_ROWS = 16;
    private static final int USUAL_COLUMNS = 54;
    private static final double AT_END = 0.98;

    private boolean follows = true;
    private boolean isInHand;

    OutputArea() {
        setEditable(false);
        setWrapText(true);
        setAccessibleText("What the step printed");
        getStyleClass().add("fact-sheet");
        addEventFilter(ScrollEvent.ANY, _ -> isInHand = true);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> isInHand = true);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> isInHand = true);
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> isInHand = true);
        skinProperty().subscribe(_ -> watch());
    }

    void show(String output) {
        if (output.equals(getText())) {
            return;
        }
        isInHand = false;
        double top = getScrollTop();
        IndexRange selected = getSelection();
        boolean isFollowing = isFollowing();
        setPrefRowCount(rows(output));
        setText(output);
        if (isFollowing) {
            positionCaret(output.length());
        } else {
            selectRange(selected.getStart(), Math.min(selected.getEnd(), output.length()));
            setScrollTop(top);
        }
    }

    /** Longer text leaves the place as it is, so the end is sought again after each layout. */
    private void watch() {
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.vvalueProperty().subscribe(_ -> moved(pane));
            pane.viewportBoundsProperty().subscribe(_ -> keepEnd(pane));
            pane.getContent().layoutBoundsProperty().subscribe(_ -> keepEnd(pane));
        }
    }

    private void moved(ScrollPane pane) {
        if (isInHand) {
            follows = pane.getVvalue() >= AT_END * pane.getVmax();
        } else {
            keepEnd(pane);
        }
    }

    private void keepEnd(ScrollPane pane) {
        if (!isInHand && isFollowing()) {
            pane.setVvalue(pane.getVmax());
        }
    }

    private boolean isFollowing() {
        return follows && getSelection().getLength() == 0;
    }

    /** About as many as it takes when long lines are wrapped. */
    private static int rows(String output) {
        int rows = output.lines()
                .mapToInt(line -> 1 + line.length() / USUAL_COLUMNS)
                .sum();
        return Math.clamp(rows, 1, MOST_ROWS);
    }
}
