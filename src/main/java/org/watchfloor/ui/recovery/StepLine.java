package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.fx.Formats;

/**
 * A step of an action as it is shown. Immutable.
 *
 * @param number from 1, among the steps of its part
 * @param begun empty if it has not begun
 * @param end empty if it has not ended
 * @param output what it printed, or has printed so far; fit to be shown
 */
record StepLine(
        Part part, int number, String title, Optional<Instant> begun, Optional<StepRun.Ended> end, String output) {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_OUTPUT = 70_000;

    static StepLine waiting(Part part, int index, String title) {
        return new StepLine(
                part, index + 1, SafeText.line(title, LONGEST_TITLE), Optional.empty(), Optional.empty(), "");
    }

    static StepLine of(StepRun run) {
        return new StepLine(
                run.part(),
                run.index() + 1,
                SafeText.line(run.title(), LONGEST_TITLE),
                Optional.of(run.begun()),
                run.end(),
                run.end().map(end -> safe(end.how().output())).orElse(""));
    }

    StepLine begunAt(Instant at) {
        return new StepLine(part, number, title, begun.or(() -> Optional.of(at)), end, output);
    }

    StepLine printed(String live) {
        return isUnderWay() ? new StepLine(part, number, title, begun, end, safe(live)) : this;
    }

    boolean isUnderWay() {
        return begun.isPresent() && end.isEmpty();
    }

    /** How it ended, with the time it took; empty while it has not. */
    String ending() {
        return end.map(it -> SafeText.line(it.how().message(), LONGEST_TITLE) + " · "
                        + Formats.duration(Duration.between(begun.orElse(it.at()), it.at())))
                .orElse("");
    }

    /** In lower case, to stand beside its icon. */
    String word() {
        return end.map(StepRun.Ended::how)
                .map(StepEnd::outcome)
                .map(outcome -> switch (outcome) {
                    case SUCCEEDED -> "done";
                    case FAILED -> "failed";
                    case CANCELLED -> "stopped";
                    case UNKNOWN -> "outcome unknown";
                })
                .orElse(begun.isPresent() ? "under way" : "not begun");
    }

    /** Literal of its icon. */
    String icon() {
        return end.map(StepRun.Ended::how)
                .map(StepEnd::outcome)
                .map(outcome -> switch (outcome) {
                    case SUCCEEDED -> "mdi2c-check-circle";
                    case FAILED -> "mdi2c-close-circle";
                    case CANCELLED -> "mdi2s-stop-circle-outline";
                    case UNKNOWN -> "mdi2h-help-circle-outline";
                })
                .orElse(begun.isPresent() ? "mdi2p-play-circle" : "mdi2c-circle-outline");
    }

    /** Carries the colour in the style sheets. */
    String styleClass() {
        return "step-" + word().replace(' ', '-');
    }

    private static String safe(String output) {
        return SafeText.block(output, LONGEST_OUTPUT).stripTrailing();
    }
}
