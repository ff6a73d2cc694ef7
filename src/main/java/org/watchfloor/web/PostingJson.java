package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Posting;

/**
 * A notice and what became of it, as the API tells it.
 *
 * @param at when it was decided
 * @param due not tried before, while it waits
 * @param episode shared by all notices of one conversation
 * @param more how many further alerts are not listed
 */
record PostingJson(
        long id,
        String channel,
        Notice.Kind kind,
        Instant at,
        Posting.Status status,
        int tries,
        Optional<Instant> due,
        Optional<String> trouble,
        Optional<String> reference,
        String episode,
        Map<String, String> group,
        Severity severity,
        List<Told> alerts,
        int more,
        Optional<String> note) {
    static PostingJson of(Posting posting) {
        Notice notice = posting.notice();
        return new PostingJson(
                notice.id().value(),
                notice.channel().value(),
                notice.kind(),
                notice.at(),
                posting.status(),
                posting.tries(),
                Optional.of(posting.due()).filter(_ -> posting.status() == Posting.Status.WAITING),
                CallerText.present(posting.trouble()),
                posting.reference(),
                notice.episode(),
                notice.group().values(),
                notice.severity(),
                notice.alerts().stream().map(Told::of).toList(),
                notice.more(),
                CallerText.present(notice.note()));
    }

    /** What was said of one alert. */
    record Told(long alert, Severity severity, String summary, boolean firing) {
        static Told of(Notice.Item item) {
            return new Told(item.alert().value(), item.severity(), item.summary(), item.isFiring());
        }
    }
}
