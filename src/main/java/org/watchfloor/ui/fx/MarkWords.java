package org.watchfloor.ui.fx;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.engine.Mark;

/** Marks in words, with who and until when, and where more of each is found. Immutable. */
public record MarkWords(Formats formats, Instant now) {
    private static final int LONGEST = 120;

    /** {@code acknowledged by anna 14:03:09 CET, until 18:00:00 CET}. */
    public String text(Mark mark) {
        return switch (mark) {
            case Mark.AlertOwned owned ->
                owned(owned.ack().by().name(), owned.ack().at())
                        + owned.ack().until().map(end -> ", until " + at(end)).orElse("")
                        + because(owned.ack().note());
            case Mark.IncidentOwned owned ->
                owned(owned.ack().by().name(), owned.ack().at());
            case Mark.Planned planned ->
                "in maintenance until " + at(planned.until())
                        + because(planned.maintenance().title())
                        + Optional.of(planned.maintenance().reason())
                                .filter(reason -> !reason.isEmpty())
                                .map(reason -> ", " + shortened(reason))
                                .orElse("");
            case Mark.Silenced silenced ->
                "silenced until " + at(silenced.silence().until()) + " by "
                        + shortened(silenced.silence().author())
                        + because(silenced.silence().reason());
            case Mark.Shelved shelved -> "shelved until " + at(shelved.until());
            case Mark.Inhibited inhibited -> "inhibited by " + shortened(inhibited.by());
            case Mark.GateShut gate -> "breaker open since " + at(gate.since()) + ": looked at less often, as trials";
            case Mark.Flapping _ -> "flapping: it changes its state too often to be believed";
        };
    }

    /** All of them in one sentence; empty if there are none. */
    public String text(List<Mark> marks) {
        return marks.stream().map(this::text).collect(Collectors.joining("; "));
    }

    private String owned(String by, Instant at) {
        return "acknowledged by " + shortened(by) + " " + at(at);
    }

    private String at(Instant instant) {
        return formats.moment(instant, now);
    }

    private static String because(String why) {
        return why.isBlank() ? "" : ": " + shortened(why);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\s\\p{C}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Empty if the mark says all that there is. */
    public static Optional<Target> target(Mark mark) {
        return switch (mark) {
            case Mark.AlertOwned owned -> Optional.of(new Target.OfAlert(owned.alert()));
            case Mark.Planned planned ->
                Optional.of(new Target.OfMaintenance(planned.maintenance().id()));
            case Mark.Silenced silenced ->
                Optional.of(new Target.OfSilence(silenced.silence().id()));
            case Mark.Shelved shelved -> Optional.of(new Target.OfAlert(shelved.alert()));
            case Mark.Inhibited inhibited -> Optional.of(new Target.OfAlert(inhibited.alert()));
            case Mark.GateShut shut -> Optional.of(new Target.OfGate(shut.gate()));
            case Mark.IncidentOwned _, Mark.Flapping _ -> Optional.empty();
        };
    }
}
