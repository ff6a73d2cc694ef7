package org.watchfloor.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;

/** Counts what a silence would have kept quiet, alert by alert and notice by notice. Confined to one count. */
public final class Muting {
    private static final int MOST_NAMED = 100;
    private static final Set<Notice.Kind> PAGES =
            Set.of(Notice.Kind.FIRING, Notice.Kind.REMINDER, Notice.Kind.ESCALATION);

    private final Matchers matchers;
    private final Set<AlertId> alerts = new HashSet<>();
    private long unsent;
    private long shorter;

    public Muting(Matchers matchers) {
        this.matchers = matchers;
    }

    /**
     * What was counted.
     *
     * @param alerts that fired and match
     * @param newest of them, at most 100, newest first
     * @param unsent notices about nothing else that fired: they would not have been sent
     * @param shorter notices that were also about others
     * @param complete false if only the newest part of the time was looked at, because there is too much of it
     */
    public record Count(long alerts, List<AlertId> newest, long unsent, long shorter, boolean complete) {
        public Count {
            newest = List.copyOf(newest);
        }
    }

    /** An alert, which counts if it fired. */
    public void began(Alert alert) {
        if (alert.firedAt().isPresent() && matchers.match(alert.matched())) {
            alerts.add(alert.id());
        }
    }

    /** A notice that was decided. */
    public void told(Notice notice) {
        if (!PAGES.contains(notice.kind())) {
            return;
        }
        List<Notice.Item> firing =
                notice.alerts().stream().filter(Notice.Item::isFiring).toList();
        long matching = firing.stream().filter(this::matches).count();
        if (matching > 0 && matching == firing.size() && notice.more() == 0) {
            unsent++;
        } else if (matching > 0) {
            shorter++;
        }
    }

    private boolean matches(Notice.Item item) {
        Labels labels = Alert.matched(item.labels(), item.severity());
        return matchers.match(labels);
    }

    public Count count(boolean complete) {
        List<AlertId> newest =
                new TreeSet<>(alerts).reversed().stream().limit(MOST_NAMED).toList();
        return new Count(alerts.size(), newest, unsent, shorter, complete);
    }
}
