package org.watchfloor.ui.detail;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Marks;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Recent;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkLook;

/** A check in a list of checks; keeps its identity while it is watched. FX thread only. */
final class CheckRow {
    private static final int LONGEST_MESSAGE = 300;

    private final CheckId check;
    private final String title;
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(this, "line", Line.NOTHING);

    CheckRow(CheckId check, String title) {
        this.check = check;
        this.title = title;
    }

    /**
     * @param summary what it looks at
     * @param latency of the latest look that worked; empty if that did not
     */
    record Line(State state, List<MarkLook> marks, String summary, String message, String latency, Recent recent) {
        static final Line NOTHING = new Line(State.UNKNOWN, List.of(), "", "", "", Recent.NONE);

        Line {
            marks = List.copyOf(marks);
        }
    }

    void show(Check configured, CheckHealth health, Marks marks) {
        line.set(new Line(
                health.state(),
                MarkLook.of(marks.all()),
                SafeText.line(configured.spec().summary(), LONGEST_MESSAGE),
                SafeText.line(message(health), LONGEST_MESSAGE),
                latency(health),
                health.recent()));
    }

    private static String message(CheckHealth health) {
        return switch (health.state()) {
            case PAUSED -> "paused";
            case STALE -> "no fresh result, last: " + health.message();
            case UNREACHABLE ->
                health.behind()
                        .map(behind -> "lies behind " + behind + ", last: " + health.message())
                        .orElseGet(health::message);
            case DOWN, DEGRADED, UNKNOWN, PENDING, UP -> health.message();
        };
    }

    private static String latency(CheckHealth health) {
        int size = health.recent().size();
        float millis = size == 0 ? Float.NaN : health.recent().millis(size - 1);
        return Float.isNaN(millis) ? "" : Formats.millis(millis);
    }

    CheckId check() {
        return check;
    }

    String title() {
        return title;
    }

    Line line() {
        return Objects.requireNonNull(line.get());
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }
}
