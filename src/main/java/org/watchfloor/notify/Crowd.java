package org.watchfloor.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;

/** Puts what waits for a channel together when the rate would not let all of it through. Pure. */
final class Crowd {
    private static final int MOST_ITEMS = 100;

    private Crowd() {}

    /**
     * The same line with one notice for all that were not tried yet; the receiver may have the others. It keeps the
     * episode if they are all of one, and is a digest otherwise.
     *
     * @param changed gets the merged ones and the new ones
     */
    static Line merged(Line line, LongSupplier numbers, Instant now, List<Posting> changed) {
        List<Posting> tried =
                line.waiting().stream().filter(posting -> posting.tries() > 0).toList();
        List<Posting> fresh =
                line.waiting().stream().filter(posting -> posting.tries() == 0).toList();
        if (fresh.size() < 2) {
            return line;
        }
        fresh.forEach(posting -> changed.add(posting.merged()));
        Posting digest = Posting.waiting(digest(fresh, numbers.getAsLong(), now), now);
        changed.add(digest);
        List<Posting> next = new ArrayList<>(tried);
        next.add(digest);
        return line.withWaiting(next);
    }

    private static Notice digest(List<Posting> fresh, long number, Instant now) {
        Map<AlertId, Notice.Item> items = new LinkedHashMap<>();
        fresh.forEach(posting -> posting.notice().alerts().forEach(item -> items.put(item.alert(), item)));
        Notice last = fresh.getLast().notice();
        boolean oneEpisode =
                fresh.stream().allMatch(posting -> posting.notice().episode().equals(last.episode()));
        int more = fresh.stream()
                .mapToInt(posting -> posting.notice().more())
                .max()
                .orElse(0);
        return new Notice(
                new NoticeId(number),
                last.channel(),
                oneEpisode ? last.kind() : Notice.Kind.DIGEST,
                now,
                oneEpisode ? last.group() : Labels.NONE,
                oneEpisode ? last.episode() : "digest-" + number,
                items.values().stream().limit(MOST_ITEMS).toList(),
                Math.max(0, items.size() - MOST_ITEMS) + more,
                "stands for " + fresh.size() + " notices that the channel's rate held back");
    }
}
