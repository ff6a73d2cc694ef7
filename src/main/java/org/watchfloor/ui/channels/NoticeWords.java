package org.watchfloor.ui.channels;

import java.time.Instant;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Posting;
import org.watchfloor.ui.fx.Formats;

/** Notices in words. Pure. */
final class NoticeWords {
    private NoticeWords() {}

    static NoticeRow row(Posting posting, boolean canResend, Formats formats, Instant now) {
        Notice notice = posting.notice();
        return new NoticeRow(
                posting.id(),
                formats.moment(notice.at(), now),
                notice.channel().toString(),
                kind(notice.kind()),
                about(notice),
                state(posting, formats, now),
                posting.trouble(),
                canResend);
    }

    private static String about(Notice notice) {
        if (notice.alerts().isEmpty()) {
            return notice.note();
        }
        int others = notice.alerts().size() - 1 + notice.more();
        return notice.alerts().getFirst().summary() + (others == 0 ? "" : " and " + others + " more");
    }

    private static String kind(Notice.Kind kind) {
        return switch (kind) {
            case FIRING -> "firing";
            case REMINDER -> "reminder";
            case ESCALATION -> "escalation";
            case ACKNOWLEDGED -> "acknowledged";
            case RESOLVED -> "resolved";
            case DIGEST -> "digest";
            case TEST -> "test";
            case NOTE -> "note";
        };
    }

    private static String state(Posting posting, Formats formats, Instant now) {
        return switch (posting.status()) {
            case WAITING ->
                posting.tries() == 0
                        ? "waiting"
                        : "try " + (posting.tries() + 1) + " at " + formats.moment(posting.due(), now);
            case SENDING -> "being sent, try " + posting.tries();
            case ACCEPTED -> "delivered" + (posting.tries() > 1 ? " at try " + posting.tries() : "");
            case DEAD -> "given up";
            case MERGED -> "in a digest";
        };
    }
}
