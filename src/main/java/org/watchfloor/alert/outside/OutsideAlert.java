package org.watchfloor.alert.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/**
 * An alert as another program reports it at one time, bounded and clean; {@link Report} makes it. Immutable.
 *
 * @param labels its identity; equal labels are the same alert
 * @param source who reports it, for people
 * @param startsAt since when, as far as the sender says
 * @param endsAt when it ended, or will end unless it is reported again; empty: after the feed's timeout
 */
public record OutsideAlert(
        Labels labels, Said said, String source, Feed feed, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    private static final int LONGEST_RULE = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final Duration LONGEST_LIFE = Duration.ofDays(60);
    private static final String NAME = "alertname";

    /** Watchfloor's own, while other programs report more than is taken. */
    public static OutsideAlert full(int most) {
        return new OutsideAlert(
                Labels.of(java.util.Map.of(NAME, "OutsideAlertsFull", "severity", "high")),
                new Said(
                        "Other programs report more than " + most + " alerts; further ones are not taken",
                        "Each sender is answered 429 until some are over. Group or drop alerts there, or mend what"
                                + " raises so many.",
                        "a report went beyond " + most + " alerts from outside",
                        "",
                        ""),
                "Watchfloor itself",
                Feed.POSTS,
                Optional.empty(),
                Optional.empty());
    }

    /** The name that the other program gives its rule. */
    public String rule() {
        String name = labels.get(NAME);
        return name.isEmpty() ? "outside" : shortened(name, LONGEST_RULE);
    }

    /** All labels but the name, as the operator may read them; unique for equal rules. */
    public Subject subject() {
        TreeMap<String, String> others = new TreeMap<>(labels.values());
        others.remove(NAME);
        String text = others.isEmpty() ? "outside" : new Labels(others).toString();
        return new Subject(Subject.Kind.OUTSIDE, shortened(text, LONGEST_SUBJECT));
    }

    private String shortened(String text, int longest) {
        String mark = " #" + labels.fingerprint();
        return text.length() <= longest ? text : Plain.cut(text, longest - mark.length()) + mark;
    }

    public Severity severity() {
        return SeverityWord.of(labels.get("severity"));
    }

    public boolean isOver(Instant now) {
        return endsAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Never in the future, nor before there were computers to say so. */
    public Instant since(Instant now) {
        return startsAt.filter(start -> start.isAfter(Instant.EPOCH) && start.isBefore(now))
                .orElse(now);
    }

    /** When it ends if nobody reports it again; at most 60 days ahead. */
    public Instant lastsUntil(OutsidePolicy policy, Instant now) {
        Instant latest = now.plus(LONGEST_LIFE);
        Instant end = endsAt.orElseGet(() -> now.plus(feed.timeout(policy)));
        return end.isBefore(latest) ? end : latest;
    }
}
