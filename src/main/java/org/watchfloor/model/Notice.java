package org.watchfloor.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message to one channel about one group of alerts. What it says is fixed when it is decided, so that each try
 * says the same.
 *
 * @param at when it was decided
 * @param group the labels that the alerts of the group share by the route's grouping
 * @param episode names the conversation: all notices of one group from its first page to its resolution share it, so
 *     that a channel can thread, update and close what it opened; unique over time
 * @param alerts first what the notice is about, then what else the receiver knows of; in each part worst first, then oldest
 *     first
 * @param more how many further alerts the group has that are not listed
 * @param note one sentence about this notice itself: why it is an escalation, who acknowledged; may be empty
 */
public record Notice(
        NoticeId id,
        ChannelId channel,
        Kind kind,
        Instant at,
        Labels group,
        String episode,
        List<Item> alerts,
        int more,
        String note) {
    public Notice {
        alerts = List.copyOf(alerts);
    }

    /** Why it is sent. */
    public enum Kind {
        /** Something new fires. */
        FIRING,
        /** It still fires and nobody has taken it. */
        REMINDER,
        /** Nobody has taken it; the next in the chain is told. */
        ESCALATION,
        ACKNOWLEDGED,
        /** All that this channel was told of is over. */
        RESOLVED,
        /** Stands for several notices that the rate limit held back. */
        DIGEST,
        /** A person tries the channel. */
        TEST,
        /** A runbook has something to say. */
        NOTE
    }

    /**
     * One alert as it stood then.
     *
     * @param summary one line: {@code web-1/front is down: connection refused}
     * @param description more of it, may be empty
     * @param explanation how the condition came true, may be empty
     * @param diagnosis the first broken rung and the last good values, may be empty
     * @param runbook a link, may be empty
     * @param endsAt empty while it fires
     * @param acknowledgedBy empty while nobody has taken it
     */
    public record Item(
            AlertId alert,
            Severity severity,
            Labels labels,
            String summary,
            String description,
            String explanation,
            String diagnosis,
            String runbook,
            Instant startsAt,
            Optional<Instant> endsAt,
            Optional<Actor> acknowledgedBy) {
        public boolean isFiring() {
            return endsAt.isEmpty();
        }
    }

    /** The same for every try of this notice and for no other; receivers may use it to drop what comes twice. */
    public String idempotencyKey() {
        return "watchfloor-" + episode + "-" + id;
    }

    public boolean isFiring() {
        return alerts.stream().anyMatch(Item::isFiring);
    }

    /** That of the worst alert that fires, or of the worst if none does; {@link Severity#INFO} for none at all. */
    public Severity severity() {
        return alerts.stream()
                .filter(item -> item.isFiring() || !isFiring())
                .map(Item::severity)
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
    }
}
