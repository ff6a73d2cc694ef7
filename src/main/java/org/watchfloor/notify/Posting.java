package org.watchfloor.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;

/**
 * A notice on its way. Immutable.
 *
 * @param tries how often it was handed over so far
 * @param due not to be tried before
 * @param trouble why the last try failed; empty if none did
 * @param reference what the receiver calls it, for later notices of the same episode
 */
public record Posting(
        Notice notice, Status status, int tries, Instant due, String trouble, Optional<String> reference) {
    /** Where it stands. */
    public enum Status {
        WAITING,
        /** Handed over, no answer yet; after a crash it is tried again. */
        SENDING,
        ACCEPTED,
        /** Given up or refused; a person may send it again. */
        DEAD,
        /** Its content went out with a later one. */
        MERGED
    }

    static Posting waiting(Notice notice, Instant now) {
        return new Posting(notice, Status.WAITING, 0, now, "", Optional.empty());
    }

    public NoticeId id() {
        return notice.id();
    }

    Posting sending() {
        return new Posting(notice, Status.SENDING, tries + 1, due, trouble, Optional.empty());
    }

    Posting accepted(Optional<String> name) {
        return new Posting(notice, Status.ACCEPTED, tries, due, "", name);
    }

    Posting waitingUntil(Instant next, String why) {
        return new Posting(notice, Status.WAITING, tries, next, why, Optional.empty());
    }

    Posting dead(String why) {
        return new Posting(notice, Status.DEAD, tries, due, why, Optional.empty());
    }

    Posting merged() {
        return new Posting(notice, Status.MERGED, tries, due, trouble, Optional.empty());
    }

    Posting setBack(Duration back) {
        return new Posting(notice, status, tries, due.minus(back), trouble, reference);
    }

    /** As if it had never been tried. */
    Posting again(Instant now) {
        return waiting(notice, now);
    }
}
