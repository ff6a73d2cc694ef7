package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Channels;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.notify.NotifyStep;

/** Tells people what a runbook has to say. Confined to one decision. */
final class Spreading {
    private final Draft draft;

    Spreading(Draft draft) {
        this.draft = draft;
    }

    /** @return how many channels are told */
    int tell(List<NotifyStep.Recipient> to, Action action, String text) {
        Set<ChannelId> channels = new TreeSet<>();
        to.forEach(recipient -> channels.addAll(channels(recipient)));
        return tell(channels, action, text);
    }

    /** @return how many of the channels exist, and are told */
    int tell(Set<ChannelId> to, Action action, String text) {
        Set<ChannelId> channels = new TreeSet<>(to);
        channels.removeIf(channel -> configured().find(channel).isEmpty());
        Post post = new Post(draft);
        channels.forEach(channel -> post.put(notice(post.nextNumber(), channel, action, text)));
        post.sendWhatIsDue();
        return channels.size();
    }

    private Set<ChannelId> channels(NotifyStep.Recipient recipient) {
        AlertPolicy policy = draft.state().layout().watch().policy();
        return switch (recipient) {
            case NotifyStep.ToChannel(ChannelId channel) -> Set.of(channel);
            case NotifyStep.ToReceiver(String receiver) -> {
                Set<ChannelId> channels = new TreeSet<>();
                policy.receiver(receiver).steps().stream()
                        .limit(1)
                        .flatMap(step -> step.tell().stream())
                        .forEach(one -> channels.addAll(policy.channels(one, draft.now())));
                yield channels;
            }
        };
    }

    private Channels configured() {
        return draft.state().layout().site().section(Channels.class).orElse(Channels.NONE);
    }

    private Notice notice(long number, ChannelId channel, Action action, String text) {
        Notice.Item item = new Notice.Item(
                new AlertId(0),
                Severity.INFO,
                Labels.of(Map.of(
                        "rule",
                        "runbook",
                        "runbook",
                        action.runbook().value(),
                        "host",
                        action.target().host().value())),
                text,
                "",
                "",
                "",
                "",
                draft.now(),
                Optional.empty(),
                Optional.empty());
        String why = "from action " + action.id() + ", " + action.title() + " on "
                + action.target().check();
        return new Notice(
                new NoticeId(number),
                channel,
                Notice.Kind.NOTE,
                draft.now(),
                Labels.NONE,
                "action-" + action.id() + "-" + number,
                List.of(item),
                0,
                why);
    }
}
