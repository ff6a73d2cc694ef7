package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.ChannelSpec;

/**
 * Pop-ups as the operator wrote it. Every notice pops up; the rest says which of them are heard.
 *
 * @param sound whether there is any sound; default true
 * @param speech whether titles are read out; default false
 * @param severities which are heard; default all
 * @param quietHours when nothing is heard, whatever the severity
 * @param repeat how often what fires is heard again until it is noticed, 5 seconds to 1 hour; empty: once only
 */
record DesktopChannel(
        boolean sound,
        boolean speech,
        Set<Severity> severities,
        Optional<QuietHours> quietHours,
        Optional<Duration> repeat)
        implements ChannelSpec {
    DesktopChannel {
        severities = Set.copyOf(severities);
    }

    @Override
    public String summary() {
        return "pop-up on this console" + (sound || speech ? "" : ", silent");
    }

    @Override
    public boolean reachesAfar() {
        return false;
    }
}
