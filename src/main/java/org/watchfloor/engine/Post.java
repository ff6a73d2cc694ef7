package org.watchfloor.engine;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Telling;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;

/** Hands notices to the outbox and takes the answers. Confined to one decision. */
final class Post {
    private final Draft draft;

    Post(Draft draft) {
        this.draft = draft;
    }

    void put(Telling.Message message, NoticeGroup group) {
        put(new Notice(
                new NoticeId(nextNumber()),
                message.channel(),
                message.kind(),
                draft.now(),
                group.key().labels(),
                group.episode(),
                message.alerts().stream().map(Post::item).toList(),
                message.more(),
                message.note()));
    }

    void put(Notice notice) {
        take(draft.alerts().outbox().put(notice, draft.now()));
    }

    /** Takes what may go out now and hands it over, once it is on disk that it does. */
    void sendWhatIsDue() {
        Outbox.Step step = draft.alerts()
                .outbox()
                .start(
                        channel -> channels().find(channel).map(found -> found.rate()),
                        new Gating(draft)::admits,
                        this::nextNumber,
                        draft.now());
        take(step);
        step.changed().stream()
                .filter(posting -> posting.status() == Posting.Status.SENDING)
                .forEach(posting -> channels()
                        .find(posting.notice().channel())
                        .ifPresent(channel -> draft.effect(new Effect.Send(posting, channel, thread(posting)))));
    }

    private Optional<String> thread(Posting posting) {
        return Optional.ofNullable(draft.alerts()
                .outbox()
                .line(posting.notice().channel())
                .threads()
                .get(posting.notice().episode()));
    }

    void finished(Notice notice, Delivery delivery) {
        Outbox outbox = draft.alerts().outbox();
        Outbox.Step step = channels()
                .find(notice.channel())
                .flatMap(Channel::retry)
                .map(policy -> outbox.finished(notice.channel(), notice.id(), delivery, policy, draft.now()))
                .orElseGet(() -> outbox.finished(notice.channel(), notice.id(), delivery, draft.now()));
        take(step);
        if (!step.changed().isEmpty()) {
            new Gating(draft).delivered(notice.channel(), delivery);
        }
        step.changed().forEach(this::tellWhy);
        step.changed().forEach(new ChannelWatch(draft)::answered);
        sendWhatIsDue();
    }

    void setBack(Duration back) {
        take(draft.alerts().outbox().setBack(back));
    }

    void resend(NoticeId notice) {
        take(draft.alerts().outbox().resend(notice, draft.now()));
        sendWhatIsDue();
    }

    private void tellWhy(Posting posting) {
        AlertLife life = new AlertLife(draft);
        for (Notice.Item item : posting.notice().alerts()) {
            draft.alerts()
                    .book()
                    .find(item.alert())
                    .ifPresent(alert -> life.verdict(
                            alert,
                            posting.status() == Posting.Status.ACCEPTED
                                    ? Verdict.Kind.DELIVERED
                                    : Verdict.Kind.UNDELIVERED,
                            Optional.of(posting.notice().channel()),
                            Optional.empty(),
                            words(posting)));
        }
    }

    private static String words(Posting posting) {
        return switch (posting.status()) {
            case ACCEPTED -> "notice " + posting.id() + " was accepted at try " + posting.tries();
            case WAITING ->
                "try " + posting.tries() + " of notice " + posting.id() + " failed, next at " + posting.due() + ": "
                        + posting.trouble();
            case DEAD -> "notice " + posting.id() + " was " + posting.trouble();
            case SENDING, MERGED -> "notice " + posting.id();
        };
    }

    private void take(Outbox.Step step) {
        draft.alerts(draft.alerts().withOutbox(step.next()));
        step.changed().forEach(posting -> draft.record(new Entry.PostingSaved(posting)));
    }

    long nextNumber() {
        AlertState.Numbers numbers = draft.alerts().numbers();
        draft.alerts(draft.alerts()
                .withNumbers(new AlertState.Numbers(
                        numbers.alert(), numbers.verdict(), numbers.notice() + 1, numbers.episode())));
        return numbers.notice() + 1;
    }

    private Channels channels() {
        return draft.state().layout().site().section(Channels.class).orElse(Channels.NONE);
    }

    static Notice.Item item(Alert alert) {
        return new Notice.Item(
                alert.id(),
                alert.severity(),
                alert.labels(),
                alert.said().summary(),
                alert.said().description(),
                alert.said().explanation(),
                alert.said().diagnosis().lines().findFirst().orElse(""),
                alert.said().runbook(),
                alert.since(),
                alert.endedAt(),
                alert.ack().map(Alert.Ack::by));
    }
}
