package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.watchfloor.model.Notice;

/** Decides whether a notice is heard. Pure. */
record Loudness(boolean sound, boolean speech, Optional<Duration> repeat) {
    private static final Loudness SILENT = new Loudness(false, false, Optional.empty());

    /** @param now on the wall clock of the console */
    static Loudness of(Notice notice, DesktopChannel channel, LocalTime now) {
        boolean quiet = channel.quietHours().filter(hours -> hours.cover(now)).isPresent();
        if (quiet || !channel.severities().contains(notice.severity())) {
            return SILENT;
        }
        return switch (notice.kind()) {
            case FIRING, REMINDER, ESCALATION, DIGEST ->
                new Loudness(
                        channel.sound(), channel.speech(), notice.isFiring() ? channel.repeat() : Optional.empty());
            case RESOLVED, TEST, NOTE -> new Loudness(channel.sound(), channel.speech(), Optional.empty());
            case ACKNOWLEDGED -> SILENT;
        };
    }
}
