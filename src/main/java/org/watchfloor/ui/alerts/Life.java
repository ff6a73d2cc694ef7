package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.chart.ChartContent;
import org.watchfloor.ui.chart.Past;
import org.watchfloor.ui.chart.StateBand;
import org.watchfloor.ui.chart.Story;
import org.watchfloor.ui.chart.Story.Flag;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * The check of an alert around the alert's life. Immutable.
 *
 * @param check as it is configured; empty if it is not any more
 * @param figure empty for a rule about states
 */
record Life(
        Alert alert,
        CheckId subject,
        Optional<Check> check,
        Optional<Figure> figure,
        Window window,
        Past past,
        Instant now) {
    private static final Duration LEAST_MARGIN = Duration.ofMinutes(5);
    private static final Duration MOST_MARGIN = Duration.ofHours(6);

    /** From some time before it began until some time after it ended, or now. */
    static Window window(Alert alert, Instant now) {
        Instant end = alert.endedAt().orElse(now);
        Duration quarter = Duration.between(alert.since(), end).dividedBy(4);
        Duration margin = quarter.compareTo(LEAST_MARGIN) < 0
                ? LEAST_MARGIN
                : quarter.compareTo(MOST_MARGIN) > 0 ? MOST_MARGIN : quarter;
        Instant after = end.plus(margin);
        return new Window(alert.since().minus(margin), after.isAfter(now) ? now : after);
    }

    ChartContent chart(Formats formats) {
        String metric = figure.map(Figure::metric).orElse("");
        return new ChartContent(
                metric + " of " + subject,
                window,
                formats,
                past.series().unit(),
                past.series().points(),
                past.reach(check),
                figure.map(Figure::limits).orElse(List.of()),
                past.blind(),
                story(formats));
    }

    StateBand.Content states(Formats formats) {
        return new StateBand.Content(window, formats, past.states(), past.holes());
    }

    Story story(Formats formats) {
        List<Flag> flags = new ArrayList<>();
        if (!alert.firedAt().equals(Optional.of(alert.since()))) {
            flags.add(flag(alert.since(), "pending", Tone.DEGRADED, formats));
        }
        alert.firedAt().ifPresent(at -> flags.add(flag(at, "firing", Tone.DOWN, formats)));
        alert.ack()
                .ifPresent(ack ->
                        flags.add(flag(ack.at(), "acknowledged by " + ack.by().name(), Tone.ACCENT, formats)));
        alert.endedAt()
                .ifPresent(at ->
                        flags.add(flag(at, alert.firedAt().isPresent() ? "resolved" : "cleared", Tone.UP, formats)));
        return new Story(
                alert.firedAt().map(at -> new Window(at, alert.endedAt().orElse(now))), flags);
    }

    private Flag flag(Instant at, String word, Tone tone, Formats formats) {
        return new Flag(at, word + " " + formats.moment(at, now), tone);
    }

    boolean isOnRecord() {
        return figure.isPresent()
                ? !past.series().points().isEmpty()
                : !past.states().isEmpty();
    }
}
