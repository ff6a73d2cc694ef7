package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.NoticeId;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;

/** What was sent to whom, and what became of it. */
final class NoticeEndpoints {
    static final int MOST_NOTICES = 1_000;

    private final Snapshots snapshots;
    private final AlertHistory history;
    private final AlertOperations operations;
    private final InstantSource clock;

    NoticeEndpoints(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.history = engine.alertHistory();
        this.operations = engine.alertOperations();
        this.clock = clock;
    }

    /** The store may be a moment behind, so what is not delivered counts as it is now. */
    Reply list(Call call) throws InterruptedException {
        Query query = call.query();
        TimeSpan span = query.span("-24h", clock.instant());
        int limit = query.integer("limit", 100, 1, MOST_NOTICES);
        Map<NoticeId, Posting> found = new TreeMap<>(Comparator.reverseOrder());
        Answers.await(history.notices(span.from(), span.to(), limit))
                .forEach(posting -> found.put(posting.id(), posting));
        Stream.concat(outbox().dead().stream(), undelivered())
                .filter(posting -> isIn(span, posting.notice().at()))
                .forEach(posting -> found.put(posting.id(), posting));
        return Reply.ok(new NoticeList(
                found.values().stream().limit(limit).map(PostingJson::of).toList()));
    }

    Reply resend(Call call) {
        Actor by = CallerText.by(
                call.body(ResendBody.class, new ResendBody(Optional.empty())).by());
        NoticeId notice = call.noticeId();
        if (undelivered().anyMatch(posting -> posting.id().equals(notice))) {
            throw Problem.of(409, "notice " + notice + " is on its way; only one that was given up can be sent again");
        }
        if (outbox().dead().stream().noneMatch(posting -> posting.id().equals(notice))) {
            throw Problem.notFound("no notice " + notice
                    + " was given up; GET /api/v1/notices lists those with the status DEAD, which can be sent again");
        }
        operations.resend(notice, by);
        return Reply.json(202, new Accepted("resend", notice.value()));
    }

    private Stream<Posting> undelivered() {
        return outbox().lines().values().stream()
                .flatMap(line -> Stream.concat(line.waiting().stream(), line.sending().stream()));
    }

    private Outbox outbox() {
        return snapshots.current().state().alerting().outbox();
    }

    private static boolean isIn(TimeSpan span, Instant at) {
        return !at.isBefore(span.from()) && at.isBefore(span.to());
    }

    /** Newest first. */
    record NoticeList(List<PostingJson> notices) {}

    /** What will be done with which notice. */
    record Accepted(String command, long notice) {}

    /** What a caller may send along. */
    record ResendBody(Optional<String> by) {}
}
