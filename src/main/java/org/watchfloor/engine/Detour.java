package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.Receiver;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Channels;

/**
 * Whom alerts reach by which channels now. Those about a broken channel go around it and around every other broken one;
 * if that leaves nothing of their receiver, one channel that works stands in, this console itself last. Immutable.
 */
final class Detour {
    private final EngineState state;
    private final Instant now;
    private final Set<ChannelId> avoided;

    private Detour(EngineState state, Instant now, Set<ChannelId> avoided) {
        this.state = state;
        this.now = now;
        this.avoided = avoided;
    }

    /** @param alerts those that are told together */
    static Detour of(EngineState state, List<Alert> alerts, Instant now) {
        boolean aboutChannels = alerts.stream().anyMatch(alert -> isAboutChannel(alert.subject()));
        Set<ChannelId> avoided = new HashSet<>();
        if (aboutChannels) {
            state.alerting().book().ofOthers().forEach((subject, present) -> {
                if (isAboutChannel(subject) && present.stream().anyMatch(Alert::isFiring)) {
                    avoided.add(new ChannelId(subject.id()));
                }
            });
        }
        return new Detour(state, now, avoided);
    }

    static boolean isAboutChannel(Subject subject) {
        return subject.kind() == Subject.Kind.CHANNEL;
    }

    List<ChannelId> channels(Receiver.Recipient recipient) {
        return usual(recipient).stream()
                .filter(channel -> !avoided.contains(channel))
                .toList();
    }

    /** The usual one without the steps that only broken channels would take; the first of the others is taken at once. */
    Receiver receiver(Receiver usual) {
        List<Receiver.Step> left =
                usual.steps().stream().filter(step -> !isCutOff(step)).toList();
        if (left.size() == usual.steps().size()) {
            return usual;
        }
        if (left.isEmpty()) {
            return standIn().map(channel -> only(usual, channel)).orElse(usual);
        }
        Duration sooner = left.getFirst().after();
        List<Receiver.Step> steps = left.stream()
                .map(step -> new Receiver.Step(step.after().minus(sooner), step.tell()))
                .toList();
        return new Receiver(usual.id(), steps, usual.rounds(), usual.pause());
    }

    private boolean isCutOff(Receiver.Step step) {
        List<ChannelId> reached = step.tell().stream()
                .flatMap(recipient -> usual(recipient).stream())
                .toList();
        return !reached.isEmpty() && avoided.containsAll(reached);
    }

    private Optional<ChannelId> standIn() {
        return state.layout().site().section(Channels.class).orElse(Channels.NONE).byId().values().stream()
                .filter(channel -> !avoided.contains(channel.id()) && isWorking(channel.id()))
                .min(Comparator.comparing((Channel channel) -> !channel.spec().reachesAfar())
                        .thenComparing(Channel::id))
                .map(Channel::id);
    }

    private boolean isWorking(ChannelId channel) {
        return state.alerting().outbox().line(channel).failingSince().isEmpty();
    }

    private static Receiver only(Receiver usual, ChannelId channel) {
        Receiver.Step step = new Receiver.Step(Duration.ZERO, List.of(new Receiver.ToChannel(channel)));
        return new Receiver(usual.id() + ", for which " + channel + " stands in", List.of(step), 1, usual.pause());
    }

    private List<ChannelId> usual(Receiver.Recipient recipient) {
        AlertPolicy policy = state.layout().watch().policy();
        return policy.channels(recipient, now);
    }
}
