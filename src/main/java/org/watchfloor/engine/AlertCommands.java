package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;

/** What a person does with alerts; those that are gone by now are left out. Confined to one decision. */
final class AlertCommands {
    private final Draft draft;
    private final Actor by;
    private final AlertLife life;

    AlertCommands(Draft draft, Actor by) {
        this.draft = draft;
        this.by = by;
        this.life = new AlertLife(draft);
    }

    void acknowledge(Collection<AlertId> ids, String note, Optional<Instant> until) {
        each(ids, alert -> {
            String words = "acknowledged by " + by
                    + until.map(end -> " until " + end).orElse("") + (note.isBlank() ? "" : ": " + note);
            Alert owned = alert.acknowledged(Optional.of(new Alert.Ack(by, draft.now(), note, until)));
            life.save(owned, Verdict.Kind.ACKNOWLEDGED, Optional.of(by), words);
            new Groups(draft).acknowledged(owned, words);
        });
        new Post(draft).sendWhatIsDue();
    }

    void unacknowledge(Collection<AlertId> ids) {
        each(
                ids,
                alert -> life.save(
                        alert.acknowledged(Optional.empty()),
                        Verdict.Kind.UNACKNOWLEDGED,
                        Optional.of(by),
                        "nobody owns it any more, says " + by));
    }

    void shelve(Collection<AlertId> ids, String note, Instant until) {
        Optional<Instant> end = Optional.of(until).filter(draft.now()::isBefore);
        each(
                ids,
                alert -> life.save(
                        alert.shelved(end),
                        Verdict.Kind.SHELVED,
                        Optional.of(by),
                        end.map(at -> "put aside until " + at).orElse("not put aside any more") + " by " + by
                                + (note.isBlank() ? "" : ": " + note)));
    }

    void comment(Collection<AlertId> ids, String text) {
        each(ids, alert -> life.verdict(alert, Verdict.Kind.COMMENT, Optional.empty(), Optional.of(by), text));
    }

    /** Ends alerts by hand; if the condition still holds, the next look begins a new one. */
    void resolve(Collection<AlertId> ids, String note) {
        each(ids, alert -> life.end(alert, "resolved by " + by + (note.isBlank() ? "" : ": " + note)));
    }

    void testChannel(ChannelId channel, Optional<AlertId> example) {
        Post post = new Post(draft);
        Notice.Item item =
                example.flatMap(draft.alerts().book()::find).map(Post::item).orElseGet(this::example);
        long number = post.nextNumber();
        post.put(new Notice(
                new NoticeId(number),
                channel,
                Notice.Kind.TEST,
                draft.now(),
                Labels.NONE,
                "test-" + number,
                List.of(item),
                0,
                by + " tries this channel; nothing has happened"));
        post.sendWhatIsDue();
    }

    private Notice.Item example() {
        return new Notice.Item(
                new AlertId(0),
                Severity.INFO,
                Labels.of(java.util.Map.of("rule", "test", "host", "example")),
                "This is a test of the channel",
                "",
                "",
                "",
                "",
                draft.now(),
                Optional.empty(),
                Optional.empty());
    }

    private void each(Collection<AlertId> ids, Consumer<Alert> action) {
        ids.forEach(id -> draft.alerts()
                .book()
                .find(id)
                .filter(alert -> alert.status() != Status.RESOLVED)
                .ifPresent(action));
    }
}
