package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.NoticeId;

/**
 * What a person can do with alerts and notices, and what other programs report. Every call returns at once, from any thread; its effect arrives with a
 * later snapshot. What is unknown by then is ignored.
 */
public interface AlertOperations {
    /**
     * Takes alerts over: they are not paged, reminded or escalated any more, and those who were told hear of it.
     *
     * @param note may be empty
     * @param until when that counts no more although the alert goes on; empty: until it ends
     */
    void acknowledgeAlerts(Collection<AlertId> alerts, Actor by, String note, Optional<Instant> until);

    void unacknowledgeAlerts(Collection<AlertId> alerts, Actor by);

    /** Puts alerts aside for a while; an instant in the past takes them back. */
    void shelveAlerts(Collection<AlertId> alerts, Actor by, String note, Instant until);

    void commentAlerts(Collection<AlertId> alerts, Actor by, String text);

    /** Ends alerts by hand; if the condition still holds, the next look begins new ones. */
    void resolveAlerts(Collection<AlertId> alerts, Actor by, String note);

    /**
     * Another program reports alerts or their ends.
     *
     * @return completed once what was taken is on disk; not at all while the store is in trouble
     */
    CompletableFuture<Taken> report(List<OutsideAlert> alerts);

    /** Tries a notice again that was given up. */
    void resend(NoticeId notice, Actor by);

    /** Sends a test through a channel: an example, or what an alert would say. */
    void testChannel(ChannelId channel, Optional<AlertId> alert, Actor by);
}
