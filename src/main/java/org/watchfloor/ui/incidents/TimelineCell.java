package org.watchfloor.ui.incidents;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** An entry on the vertical line: when, how long after the one before, what kind of thing, and its words. */
final class TimelineCell extends ListCell<TimelineLine> {
    private final Formats formats;
    private final Label at = new Label();
    private final Label after = new Label();
    private final FontIcon icon = new FontIcon("mdi2c-circle-medium");
    private final StackPane dot = new StackPane(new Region(), icon);
    private final Label kind = new Label();
    private final Label text = new Label();
    private final HBox box;

    TimelineCell(Formats formats) {
        this.formats = formats;
        at.getStyleClass().add("figure");
        after.getStyleClass().addAll("figure", "muted", "small");
        VBox times = new VBox(at, after);
        times.getStyleClass().add("timeline-times");
        dot.getStyleClass().add("timeline-dot");
        dot.getChildren().getFirst().getStyleClass().add("timeline-line");
        kind.getStyleClass().add("strong");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(kind, text);
        words.getStyleClass().add("timeline-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(times, dot, words);
        box.getStyleClass().add("timeline-box");
        getStyleClass().add("timeline-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TimelineLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        TimelineEntry entry = line.entry();
        at.setText(formats.moment(entry.at(), entry.at()));
        after.setText(line.after().map(it -> sign(it) + Formats.duration(it)).orElse(formats.day(entry.at())));
        icon.setIconLiteral(icon(entry.kind()));
        dot.getStyleClass()
                .setAll(
                        "timeline-dot",
                        "kind-"
                                + entry.kind()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'));
        kind.setText(word(entry.kind())
                + entry.check().map(check -> " · " + check.name()).orElse("")
                + entry.actor().map(actor -> " · " + actor).orElse(""));
        text.setText(LocalText.of(entry.text(), formats, entry.at()));
        text.setVisible(!entry.text().isEmpty());
        text.setManaged(text.isVisible());
        setGraphic(box);
    }

    private static String sign(Duration after) {
        return after.isNegative() ? "−" : "+";
    }

    private static String word(TimelineEntry.Kind kind) {
        return switch (kind) {
            case FIRST_FAILURE -> "First failure";
            case HARD_STATE -> "Confirmed";
            case STATE_CHANGE -> "State changed";
            case CONSEQUENCE -> "Unreachable because of it";
            case DIAGNOSED -> "Diagnosed";
            case ACKNOWLEDGED -> "Acknowledged";
            case NOTE -> "Note";
            case ACTION -> "action";
            case OBSERVER_GAP -> "Watchfloor was not looking";
            case RESOLVED -> "Resolved";
        };
    }

    private static String icon(TimelineEntry.Kind kind) {
        return switch (kind) {
            case FIRST_FAILURE -> "mdi2a-alert-circle-outline";
            case HARD_STATE -> "mdi2a-alert-octagon";
            case STATE_CHANGE -> "mdi2s-swap-vertical";
            case CONSEQUENCE -> "mdi2f-family-tree";
            case DIAGNOSED -> "mdi2s-stethoscope";
            case ACKNOWLEDGED -> "mdi2a-account-check";
            case NOTE -> "mdi2n-note-text-outline";
            case ACTION -> "mdi2p-play-circle-outline";
            case OBSERVER_GAP -> "mdi2e-eye-off-outline";
            case RESOLVED -> "mdi2c-check-circle";
        };
    }
}
