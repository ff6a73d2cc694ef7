package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.Line;
import org.watchfloor.notify.Posting;

/**
 * Raises an alert about a channel that is broken: no try has succeeded for ten minutes, or a notice was refused or given
 * up. It ends when the channel delivers anything, a test included. Confined to one decision.
 */
final class ChannelWatch {
    static final String RULE = "channel-broken";
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Draft draft;

    ChannelWatch(Draft draft) {
        this.draft = draft;
    }

    /** While this machine has no network no channel is blamed, and afterwards each has its time anew. */
    void timePassed() {
        if (!draft.state().network().lost().isEmpty()) {
            return;
        }
        Instant observed = draft.state().lastGapEnd().orElse(Instant.MIN);
        draft.alerts()
                .outbox()
                .lines()
                .forEach((channel, line) -> line.failingSince()
                        .filter(since ->
                                !draft.now().isBefore(later(since, observed).plus(PATIENCE)))
                        .ifPresent(since ->
                                isBroken(channel, "no try has succeeded since " + since + ": " + trouble(line))));
    }

    /** A test that is refused tells whoever made it, and nobody else at once. */
    void answered(Posting posting) {
        ChannelId channel = posting.notice().channel();
        switch (posting.status()) {
            case ACCEPTED ->
                active(channel)
                        .ifPresent(alert -> new AlertLife(draft)
                                .end(alert, "notice " + posting.id() + " was delivered, so the channel works again"));
            case DEAD -> {
                if (posting.notice().kind() != Notice.Kind.TEST) {
                    isBroken(channel, "notice " + posting.id() + " was " + posting.trouble());
                }
            }
            case WAITING, SENDING, MERGED -> {}
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void isBroken(ChannelId channel, String why) {
        if (active(channel).isPresent() || channels().find(channel).isEmpty()) {
            return;
        }
        Line line = draft.alerts().outbox().line(channel);
        Instant since = line.failingSince().orElse(draft.now());
        AlertLife life = new AlertLife(draft);
        Alert begun = life.begun(
                RULE,
                subject(channel),
                Labels.of(Map.of("rule", RULE, "channel", channel.value())),
                Severity.HIGH,
                said(channel, line, why));
        life.fire(begun.begunAt(since), why);
    }

    private static Said said(ChannelId channel, Line line, String why) {
        int waiting = line.waiting().size();
        return new Said(
                "the channel " + channel + " does not deliver",
                (waiting == 0 ? "Nothing waits for it" : waiting + " waiting for it")
                        + "; what waits is tried again by itself, what was given up can be sent again on the channels screen."
                        + " Mend the channel, then send a test through it.",
                why,
                "",
                "");
    }

    private static String trouble(Line line) {
        return line.sending()
                .or(() -> line.waiting().stream().findFirst())
                .map(Posting::trouble)
                .filter(text -> !text.isEmpty())
                .orElse("the last try failed");
    }

    private Optional<Alert> active(ChannelId channel) {
        return draft.alerts().book().active(draft.state().layout(), subject(channel), RULE);
    }

    private Channels channels() {
        return draft.state().layout().site().section(Channels.class).orElse(Channels.NONE);
    }

    private static Subject subject(ChannelId channel) {
        return new Subject(Subject.Kind.CHANNEL, channel.value());
    }
}
