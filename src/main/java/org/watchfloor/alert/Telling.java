package org.watchfloor.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert.Held;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;

/**
 * One look at one group: who is told what now, what is held back and why, and when to look again. Pure; use once.
 *
 * <p>A channel of the steps taken so far is told what fires and is new to it or has become worse; what it was told of
 * and is over; and after the repeat time what still fires. A further step of the chain is taken while something fires
 * that nothing holds. Who was not told of the begin is not told of the end.
 */
public final class Telling {
    static final String NOT_PAGED = "not paged, because it ";

    private static final int MOST_ITEMS = 50;
    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing(Alert::status)
            .thenComparing(Alert::severity)
            .thenComparing(Alert::since)
            .thenComparing(Alert::id);

    private final Route route;
    private final Receiver receiver;
    private final Function<Receiver.Recipient, List<ChannelId>> channels;
    private final Set<ChannelId> others;
    private final Instant now;
    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Set<Subject> flapping = new HashSet<>();
    private NoticeGroup group;

    /**
     * @param channels who that is at present; nobody on call is an empty list
     * @param others channels that only other routes of these alerts tell; the end reaches them from there
     */
    public Telling(
            NoticeGroup group,
            Route route,
            Receiver receiver,
            Function<Receiver.Recipient, List<ChannelId>> channels,
            Set<ChannelId> others,
            Instant now) {
        this.group = group;
        this.route = route;
        this.receiver = receiver;
        this.channels = channels;
        this.others = Set.copyOf(others);
        this.now = now;
    }

    /** A notice without a number. */
    public record Message(ChannelId channel, Notice.Kind kind, List<Alert> alerts, int more, String note) {}

    /** A verdict without a number. */
    public record Note(Alert alert, Verdict.Kind kind, Optional<ChannelId> channel, String text) {}

    /**
     * @param group what it is now; empty when nothing is left of it
     * @param alerts all members as they are now; ended ones that nobody waits for are left out
     */
    public record Outcome(Optional<NoticeGroup> group, List<Alert> alerts, List<Message> messages, List<Note> notes) {}

    /** @param members what fires, and what ended and was told to somebody */
    public Outcome look(List<Alert> members, Quiet quiet) {
        members.stream().map(Alert::subject).filter(quiet::isFlapping).forEach(flapping::add);
        members.forEach(alert -> alerts.put(alert.id(), alert.isFiring() ? judged(alert, quiet) : alert));
        List<Alert> audible = alerts.values().stream()
                .filter(alert -> alert.isFiring() && alert.held().isEmpty())
                .sorted(WORST_FIRST)
                .toList();
        int before = group.steps();
        takeSteps(audible);
        Set<ChannelId> known = channelsOf(0, before);
        Set<ChannelId> next = channelsOf(before, group.steps());
        knowing(known).forEach(channel -> tellNews(channel, audible, known.contains(channel)));
        next.forEach(channel -> tellStep(channel, audible, before));
        if (group.steps() > before && next.isEmpty()) {
            audible.forEach(alert -> note(alert, Verdict.Kind.NOBODY, Optional.empty(), nobody(before)));
        }
        alerts.values()
                .removeIf(alert -> alert.endedAt().isPresent() && alert.told().isEmpty());
        return new Outcome(rest(audible, group.steps() > before), List.copyOf(alerts.values()), messages, notes);
    }

    private Alert judged(Alert alert, Quiet quiet) {
        Optional<Held> held = quiet.why(alert, route, now);
        if (held.equals(alert.held())) {
            return alert;
        }
        Alert judged = alert.held(held);
        held.ifPresentOrElse(
                by -> note(judged, Verdict.Kind.HELD, Optional.empty(), NOT_PAGED + by),
                () -> note(
                        judged,
                        Verdict.Kind.RELEASED,
                        Optional.empty(),
                        "nothing holds it any more; it " + alert.held().orElseThrow()));
        return judged;
    }

    private void takeSteps(List<Alert> audible) {
        if (audible.isEmpty()) {
            boolean owned = alerts.values().stream().noneMatch(alert -> alert.isFiring() && !alert.isAcknowledged(now));
            group = owned ? chain(Optional.empty(), 0) : group;
            return;
        }
        Instant start = group.chainSince().orElse(now);
        List<Receiver.Step> chain = receiver.chain();
        int taken = (int) chain.stream()
                .filter(step -> !now.isBefore(start.plus(step.after())))
                .count();
        group = chain(Optional.of(start), Math.max(group.steps(), taken));
    }

    private NoticeGroup chain(Optional<Instant> since, int steps) {
        return new NoticeGroup(group.key(), group.episode(), group.due(), group.told(), since, steps);
    }

    private Set<ChannelId> channelsOf(int from, int to) {
        Set<ChannelId> found = new LinkedHashSet<>();
        receiver.chain().stream()
                .limit(to)
                .skip(from)
                .flatMap(step -> step.tell().stream())
                .forEach(recipient -> found.addAll(channels.apply(recipient)));
        return found;
    }

    /** Those of the steps taken, and those that were told of something that is over. */
    private Set<ChannelId> knowing(Set<ChannelId> known) {
        Set<ChannelId> all = new TreeSet<>(known);
        ended().forEach(alert -> all.addAll(alert.told().keySet()));
        all.removeAll(others);
        return all;
    }

    private Stream<Alert> ended() {
        return alerts.values().stream().filter(alert -> alert.endedAt().isPresent());
    }

    private void tellNews(ChannelId channel, List<Alert> audible, boolean isCurrent) {
        List<Alert> news = audible.stream()
                .filter(alert -> isCurrent && isNews(alert, channel))
                .toList();
        List<Alert> over = over(channel);
        List<Alert> going = alerts.values().stream()
                .filter(alert -> alert.isFiring() && alert.told().containsKey(channel) && !news.contains(alert))
                .toList();
        if (!news.isEmpty()) {
            send(channel, Notice.Kind.FIRING, List.of(news, going, over), "");
        } else if (!over.isEmpty()) {
            send(channel, Notice.Kind.RESOLVED, List.of(over, going), "");
        } else if (isCurrent && !audible.isEmpty() && isRepeatDue()) {
            send(channel, Notice.Kind.REMINDER, List.of(audible), "still firing, and nobody has taken it");
        }
    }

    /** What the channel was told of and is over; while a check flaps its ends are as little worth telling as its begins. */
    private List<Alert> over(ChannelId channel) {
        return ended().filter(alert -> alert.told().containsKey(channel) && !flapping.contains(alert.subject()))
                .toList();
    }

    private static boolean isNews(Alert alert, ChannelId channel) {
        Severity told = alert.told().get(channel);
        return told == null || alert.severity().isWorseThan(told);
    }

    private boolean isRepeatDue() {
        return group.told().filter(at -> !now.isBefore(at.plus(route.repeat()))).isPresent();
    }

    private void tellStep(ChannelId channel, List<Alert> audible, int before) {
        boolean isNew = before == 0 && audible.stream().anyMatch(alert -> isNews(alert, channel));
        String note = isNew ? "" : "nobody has acknowledged it; step " + group.steps() + " of " + receiver.id();
        List<Alert> over = over(channel);
        boolean isTold = messages.stream().anyMatch(message -> message.channel().equals(channel));
        boolean isKnown = before == 0 && group.told().isEmpty() && !isNew; // from a group that routing has dissolved
        if (!isTold && !isKnown) {
            send(channel, isNew ? Notice.Kind.FIRING : Notice.Kind.ESCALATION, List.of(audible, over), note);
        }
    }

    private void send(ChannelId channel, Notice.Kind kind, List<List<Alert>> parts, String note) {
        List<Alert> all = parts.stream()
                .flatMap(part -> part.stream().sorted(WORST_FIRST))
                .toList();
        List<Alert> listed = all.stream().limit(MOST_ITEMS).toList();
        messages.add(new Message(channel, kind, listed, all.size() - listed.size(), note));
        for (Alert alert : all) {
            if (kind == Notice.Kind.FIRING && alert.isFiring() && !isNews(alert, channel)) {
                note(alert, Verdict.Kind.TOLD, Optional.of(channel), channel + " sees it again beside what is new");
            } else {
                note(alert, verdict(kind, alert), Optional.of(channel), words(kind, alert, channel));
            }
            alerts.computeIfPresent(alert.id(), (_, present) -> present.told(channel));
        }
    }

    private static Verdict.Kind verdict(Notice.Kind kind, Alert alert) {
        if (!alert.isFiring()) {
            return Verdict.Kind.TOLD;
        }
        return switch (kind) {
            case REMINDER -> Verdict.Kind.REMINDED;
            case ESCALATION -> Verdict.Kind.ESCALATED;
            case FIRING -> Verdict.Kind.PAGED;
            case RESOLVED, ACKNOWLEDGED, DIGEST, TEST, NOTE -> Verdict.Kind.TOLD;
        };
    }

    private String words(Notice.Kind kind, Alert alert, ChannelId channel) {
        String by = " by " + route.path() + ", receiver " + receiver.id();
        if (!alert.isFiring()) {
            return channel + " is told that it is over, because it was told of the begin";
        }
        return switch (kind) {
            case FIRING -> channel + " is told" + by;
            case REMINDER -> channel + " is told again after " + route.repeat().toMinutes() + " min" + by;
            case ESCALATION -> channel + " is told, because nobody has acknowledged it" + by;
            case RESOLVED, ACKNOWLEDGED, DIGEST, TEST, NOTE -> channel + " is told that others of the group are over";
        };
    }

    private String nobody(int step) {
        return receiver.steps().isEmpty()
                ? "nobody is told: " + route.path() + " leads to the receiver " + receiver.id() + ", which has no steps"
                : "nobody is told: step " + (step + 1) + " of " + receiver.id() + " reaches nobody at present";
    }

    private void note(Alert alert, Verdict.Kind kind, Optional<ChannelId> channel, String text) {
        notes.add(new Note(alert, kind, channel, text));
    }

    /** The group with the time of the next look; empty when it is over. */
    private Optional<NoticeGroup> rest(List<Alert> audible, boolean stepped) {
        if (alerts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> told = messages.isEmpty() && !stepped ? group.told() : Optional.of(now);
        Instant due = now.plus(route.groupInterval());
        boolean held = alerts.values().stream().anyMatch(alert -> alert.held().isPresent());
        if (held) {
            due = earlier(due, now.plus(route.groupWait()));
        }
        if (!audible.isEmpty()) {
            due = earlier(due, told.orElse(now).plus(route.repeat()));
            List<Receiver.Step> chain = receiver.chain();
            if (group.steps() < chain.size()) {
                due = earlier(
                        due,
                        group.chainSince()
                                .orElse(now)
                                .plus(chain.get(group.steps()).after()));
            }
        }
        Instant atLeast = now.plusSeconds(1);
        return Optional.of(new NoticeGroup(
                group.key(),
                group.episode(),
                due.isBefore(atLeast) ? atLeast : due,
                told,
                group.chainSince(),
                group.steps()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
