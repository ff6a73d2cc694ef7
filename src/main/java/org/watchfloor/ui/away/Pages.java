package org.watchfloor.ui.away;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Posting;

/** Who was told of which alert. Immutable. */
final class Pages {
    private final Map<AlertId, List<Posting>> byAlert = new HashMap<>();

    Pages(List<Posting> postings) {
        for (Posting posting : postings) {
            if (posting.notice().kind() != Notice.Kind.TEST) {
                posting.notice()
                        .alerts()
                        .forEach(item -> byAlert.computeIfAbsent(item.alert(), _ -> new ArrayList<>())
                                .add(posting));
            }
        }
    }

    /** Each page about one of them, in order of time. */
    List<Moment> moments(Collection<Alert> alerts) {
        return about(alerts).stream()
                .filter(Pages::isPage)
                .map(posting ->
                        new Moment("notice-" + posting.id(), posting.notice().at()))
                .toList();
    }

    /** Each channel once, in the order in which they were told; those who were told earlier first. */
    List<Told> told(Collection<Alert> alerts) {
        Map<ChannelId, Told> pages = new TreeMap<>();
        Set<ChannelId> before = new TreeSet<>();
        alerts.forEach(alert -> before.addAll(alert.told().keySet()));
        for (Posting posting : about(alerts)) {
            if (isPage(posting)) {
                pages.merge(posting.notice().channel(), told(posting), Pages::better);
            } else {
                before.add(posting.notice().channel());
            }
        }
        List<Told> all = new ArrayList<>(pages.values());
        before.removeAll(pages.keySet());
        before.forEach(channel -> all.add(new Told(channel, Optional.empty(), Told.How.REACHED)));
        all.sort(Comparator.comparing((Told one) -> one.at().isPresent())
                .thenComparing(one -> one.at().orElse(java.time.Instant.EPOCH))
                .thenComparing(Told::channel));
        return all;
    }

    private Set<Posting> about(Collection<Alert> alerts) {
        Set<Posting> all = new LinkedHashSet<>();
        alerts.forEach(alert -> all.addAll(byAlert.getOrDefault(alert.id(), List.of())));
        List<Posting> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Posting::id));
        return new LinkedHashSet<>(sorted);
    }

    /** What tells of trouble; whoever hears of its end or its owner knew of it before. */
    private static boolean isPage(Posting posting) {
        return switch (posting.notice().kind()) {
            case FIRING, REMINDER, ESCALATION, DIGEST -> true;
            case ACKNOWLEDGED, RESOLVED, TEST, NOTE -> false;
        };
    }

    private static Told told(Posting posting) {
        Told.How how = switch (posting.status()) {
            case ACCEPTED, MERGED -> Told.How.REACHED;
            case WAITING, SENDING -> Told.How.ON_ITS_WAY;
            case DEAD -> Told.How.NOT_REACHED;
        };
        return new Told(posting.notice().channel(), Optional.of(posting.notice().at()), how);
    }

    /** The first page that arrived, or the last try if none did. */
    private static Told better(Told earlier, Told later) {
        return earlier.how() == Told.How.REACHED ? earlier : later;
    }
}
