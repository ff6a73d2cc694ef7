package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Place;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.ui.fx.Formats;

/**
 * All about the chosen silence or maintenance, in words. Immutable.
 *
 * @param place where it stands
 * @param ending whether it is a silence, and whether that is over
 */
record QuietDetail(EntryId entry, String title, String facts, Place place, Ending ending) {
    /** What can become of the end of something. */
    enum Ending {
        /** Planned work ends by its rule. */
        FIXED,
        /** A silence that is over can only be made to last longer. */
        OVER,
        OPEN
    }

    private static final int MOST = 5;
    private static final Duration AHEAD = Duration.ofDays(3_660);

    static QuietDetail of(SilenceRow row, Formats formats, Instant now) {
        Silence silence = row.silence();
        String match = silence.matchers().all().stream().map(Matcher::toString).collect(Collectors.joining("\n"));
        List<String> lines = List.of(
                silence.reason().isEmpty() ? "No reason is given" : silence.reason(),
                "By " + silence.author(),
                "From " + formats.moment(silence.from()),
                "Until " + formats.moment(silence.until()) + left(row, now),
                (row.phase() == Phase.IN_FORCE ? "Mutes now: " : "Would mute now: ") + row.mutes(),
                "Has muted so far: " + row.muted());
        return new QuietDetail(
                AlertSection.SILENCES.entry(silence.id()),
                match,
                String.join("\n", lines),
                silence.place(),
                row.phase() == Phase.PAST ? Ending.OVER : Ending.OPEN);
    }

    private static String left(SilenceRow row, Instant now) {
        return row.phase() == Phase.IN_FORCE
                ? ", for another "
                        + Formats.roughly(Duration.between(now, row.silence().until()))
                : "";
    }

    static QuietDetail of(PlannedRow row, Instant now) {
        Maintenance planned = row.planned();
        Formats there = new Formats(planned.zone());
        String next = planned.window().between(now, now.plus(AHEAD), MOST).stream()
                .map(span -> there.moment(span.from()) + ", " + Formats.duration(span.length()))
                .collect(Collectors.joining("\n"));
        List<String> lines = List.of(
                planned.reason().isEmpty() ? "No reason is given" : planned.reason(),
                "For " + row.targets(),
                row.kind() + ", in the time of " + planned.zone().getId(),
                next.isEmpty() ? "It will not take place again" : "Next:\n" + next);
        return new QuietDetail(
                AlertSection.MAINTENANCE.entry(planned.id()),
                planned.title(),
                String.join("\n", lines),
                planned.place(),
                Ending.FIXED);
    }

    /** Whether it stands in the console's own file; all else is written by hand, and changed there. */
    boolean isOurs() {
        return place.file().equals(SiteEditor.FILE);
    }

    boolean canExtend() {
        return isOurs() && ending != Ending.FIXED;
    }

    boolean canEnd() {
        return isOurs() && ending == Ending.OPEN;
    }

    /** Where it stands, and what that means for a change. */
    String origin() {
        String line = place.file() + ":" + place.line();
        return isOurs() ? "Stands in " + line : "Stands in " + line + ", written by hand: change it there";
    }
}
