package org.watchfloor.ui.alerts;

import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.alert.Verdict;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** A verdict on the vertical line: when, how long after the one before, what was decided, and on what it rested. */
final class WhyEntry extends HBox {
    WhyEntry(WhyLine line, Formats formats, Instant now) {
        Verdict verdict = line.verdict();
        Label at = styled(formats.clock(verdict.at()) + " " + formats.zoneAt(verdict.at()), "figure");
        Label after = styled(after(line, formats), "figure", "muted", "small");
        VBox times = new VBox(at, after);
        times.getStyleClass().add("timeline-times");
        times.setMinWidth(Region.USE_PREF_SIZE);
        Region thread = new Region();
        thread.getStyleClass().add("timeline-line");
        StackPane dot = new StackPane(thread, new FontIcon(icon(verdict.kind())));
        dot.getStyleClass()
                .addAll("timeline-dot", "verdict-" + verdict.kind().name().toLowerCase(Locale.ROOT));
        Label text = styled(LocalText.of(verdict.text(), formats, now), "wrapped-label");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(styled(head(verdict), "strong"), text);
        words.getStyleClass().add("timeline-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("timeline-box");
        getChildren().addAll(times, dot, words);
    }

    private static String after(WhyLine line, Formats formats) {
        return line.after()
                .map(it -> it.isZero() ? "at once" : (it.isNegative() ? "−" : "+") + Formats.duration(it))
                .orElse(formats.day(line.verdict().at()));
    }

    private static String head(Verdict verdict) {
        return word(verdict.kind())
                + verdict.channel().map(channel -> " · " + channel).orElse("")
                + verdict.actor().map(actor -> " · " + actor).orElse("");
    }

    static String word(Verdict.Kind kind) {
        return switch (kind) {
            case PENDING -> "Pending";
            case CLEARED -> "Cleared";
            case FIRED -> "Fired";
            case SEVERITY -> "Severity changed";
            case RESOLVED -> "Resolved";
            case HELD -> "Held back";
            case RELEASED -> "Held no more";
            case PAGED -> "Told";
            case REMINDED -> "Told again";
            case ESCALATED -> "Escalated";
            case TOLD -> "Told of a change";
            case NOBODY -> "Nobody to tell";
            case WAITING -> "Waits";
            case ACKNOWLEDGED -> "Acknowledged";
            case UNACKNOWLEDGED -> "Given back";
            case SHELVED -> "Shelved";
            case COMMENT -> "Comment";
            case DELIVERED -> "Delivered";
            case UNDELIVERED -> "Not delivered";
            case DIAGNOSED -> "Diagnosed";
        };
    }

    static String icon(Verdict.Kind kind) {
        return switch (kind) {
            case PENDING, WAITING -> "mdi2t-timer-sand";
            case CLEARED -> "mdi2c-check";
            case FIRED -> "mdi2a-alert-octagon";
            case SEVERITY -> "mdi2s-swap-vertical";
            case RESOLVED -> "mdi2c-check-circle";
            case HELD -> "mdi2b-bell-off-outline";
            case RELEASED -> "mdi2b-bell-outline";
            case PAGED -> "mdi2b-bell-ring";
            case REMINDED -> "mdi2b-bell-ring-outline";
            case ESCALATED -> "mdi2a-arrow-up-bold-circle";
            case TOLD -> "mdi2m-message-text-outline";
            case NOBODY -> "mdi2a-account-off-outline";
            case ACKNOWLEDGED -> "mdi2a-account-check";
            case UNACKNOWLEDGED -> "mdi2a-account-minus-outline";
            case SHELVED -> "mdi2a-archive-outline";
            case COMMENT -> "mdi2c-comment-text-outline";
            case DELIVERED -> "mdi2e-email-check-outline";
            case UNDELIVERED -> "mdi2e-email-alert-outline";
            case DIAGNOSED -> "mdi2s-stethoscope";
        };
    }

    private static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
