package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.Inhibitor;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Quiet;
import org.watchfloor.alert.Receiver;
import org.watchfloor.alert.Route;
import org.watchfloor.alert.Telling;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Notice;

/** Puts alerts together and has them told when it is time. Confined to one decision. */
final class Groups {
    private final Draft draft;
    private final AlertPolicy policy;

    Groups(Draft draft) {
        this.draft = draft;
        this.policy = draft.state().layout().watch().policy();
    }

    /** The alert fires, or fires worse: its groups look at it after their wait. */
    void hasNews(Alert alert) {
        for (Route route : policy.routing().of(alert.matched())) {
            NoticeGroup.Key key = key(route, alert);
            NoticeGroup group = draft.alerts().groups().get(key);
            Instant waited = draft.now().plus(route.groupWait());
            if (group == null) {
                begin(key, waited);
            } else if (group.told().isEmpty() && isAlone(alert, key)) {
                keep(group.due(waited)); // what it waited for so far is over
            } else {
                Instant paced =
                        group.told().map(at -> at.plus(route.groupInterval())).orElse(waited);
                bringForward(group, paced.isAfter(waited) ? paced : waited);
            }
        }
    }

    private boolean isAlone(Alert alert, NoticeGroup.Key key) {
        return open().filter(other -> !other.id().equals(alert.id()))
                .noneMatch(other -> policy.routing().of(other.matched()).stream()
                        .anyMatch(route -> key(route, other).equals(key)));
    }

    /** Those who were told are told of the end after the wait: an end is told sooner than further news. */
    void hasEnded(Alert alert) {
        for (Route route : policy.routing().of(alert.matched())) {
            NoticeGroup.Key key = key(route, alert);
            NoticeGroup group = draft.alerts().groups().get(key);
            Instant waited = draft.now().plus(route.groupWait());
            if (group == null) {
                begin(key, waited);
            } else {
                bringForward(group, waited);
            }
        }
    }

    /** Other routes may be in force: an alert that fires, or whose end is to be told, has a group in each of its own. */
    void place(Alert alert) {
        for (Route route : policy.routing().of(alert.matched())) {
            NoticeGroup.Key key = key(route, alert);
            if (!draft.alerts().groups().containsKey(key)) {
                begin(key, draft.now().plus(route.groupWait()));
            }
        }
    }

    /**
     * What runs by itself has not helped: what fires on the check is told at once, by the next step of its chain, unless
     * somebody has taken it.
     *
     * @return who was told of it before
     */
    Set<ChannelId> escalate(CheckId check) {
        Set<ChannelId> told = new TreeSet<>();
        open().filter(alert -> alert.isFiring() && !alert.isAcknowledged(draft.now()))
                .filter(alert -> alert.subject().check().filter(check::equals).isPresent())
                .toList()
                .forEach(alert -> {
                    told.addAll(alert.told().keySet());
                    policy.routing().of(alert.matched()).forEach(route -> hurry(route, key(route, alert)));
                });
        return told;
    }

    private void hurry(Route route, NoticeGroup.Key key) {
        Optional.ofNullable(draft.alerts().groups().get(key))
                .ifPresent(group -> keep(policy.receiver(route.receiver())
                        .after(group.steps())
                        .filter(_ -> group.told().isPresent())
                        .map(after -> group.chainedSince(draft.now().minus(after)))
                        .orElse(group)
                        .due(draft.now())));
    }

    private void begin(NoticeGroup.Key key, Instant due) {
        AlertState.Numbers numbers = draft.alerts().numbers();
        long episode = numbers.episode() + 1;
        draft.alerts(draft.alerts()
                .withNumbers(new AlertState.Numbers(numbers.alert(), numbers.verdict(), numbers.notice(), episode)));
        keep(NoticeGroup.begun(key, episode, due));
    }

    private void bringForward(NoticeGroup group, Instant due) {
        if (due.isBefore(group.due())) {
            keep(group.due(due));
        }
    }

    private void keep(NoticeGroup group) {
        draft.alerts(draft.alerts().withGroup(group));
        draft.record(new Entry.GroupSaved(group));
    }

    /** All groups whose time has come. */
    void tellWhatIsDue() {
        List<NoticeGroup> due = draft.alerts().groups().values().stream()
                .filter(group -> !draft.now().isBefore(group.due()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<Alert> firing = open().filter(Alert::isFiring).toList();
        Inhibitor inhibitor = new Inhibitor(policy.inhibitions(), firing);
        Quiet quiet = new Quiet(policy.silences(), inhibitor, new Surrounding(draft.state()));
        due.forEach(group -> tell(group, quiet));
    }

    private Stream<Alert> open() {
        return draft.alerts().book().all().filter(alert -> alert.firedAt().isPresent());
    }

    /** Reads the alerts anew: another group may just have told one of them. */
    private void tell(NoticeGroup group, Quiet quiet) {
        Optional<Route> route = policy.routing().find(group.key().route());
        if (route.isEmpty()) {
            close(group);
            return;
        }
        Receiver receiver = policy.receiver(route.get().receiver());
        List<Alert> members = open().filter(
                        alert -> policy.routing().of(alert.matched()).contains(route.get())
                                && key(route.get(), alert).equals(group.key()))
                .toList();
        Detour detour = Detour.of(draft.state(), members, draft.now());
        Telling telling = new Telling(
                group,
                route.get(),
                detour.receiver(receiver),
                detour::channels,
                others(route.get(), members),
                draft.now());
        Telling.Outcome outcome = telling.look(members, quiet);
        AlertLife life = new AlertLife(draft);
        outcome.notes()
                .forEach(
                        note -> life.verdict(note.alert(), note.kind(), note.channel(), Optional.empty(), note.text()));
        outcome.alerts().stream().filter(alert -> !members.contains(alert)).forEach(life::keep);
        members.stream()
                .filter(alert ->
                        outcome.alerts().stream().noneMatch(left -> left.id().equals(alert.id())))
                .forEach(this::forget);
        outcome.messages().forEach(message -> send(message, group));
        outcome.group().ifPresentOrElse(this::keep, () -> close(group));
    }

    private void forget(Alert alert) {
        draft.alerts(draft.alerts()
                .withBook(draft.alerts().book().without(draft.state().layout(), alert)));
        draft.record(new Entry.AlertClosed(alert.id()));
    }

    private void close(NoticeGroup group) {
        draft.alerts(draft.alerts().withoutGroup(group.key()));
        draft.record(new Entry.GroupClosed(group.key()));
    }

    private void send(Telling.Message message, NoticeGroup group) {
        new Post(draft).put(message, group);
    }

    /** Channels of the other routes of these alerts that this one does not tell itself. */
    private Set<ChannelId> others(Route route, List<Alert> members) {
        Set<ChannelId> others = members.stream()
                .flatMap(alert -> policy.routing().of(alert.matched()).stream())
                .filter(other -> !other.equals(route))
                .distinct()
                .flatMap(other -> channelsOf(other).stream())
                .collect(Collectors.toSet());
        others.removeAll(channelsOf(route));
        return others;
    }

    private Set<ChannelId> channelsOf(Route route) {
        return policy.receiver(route.receiver()).steps().stream()
                .flatMap(step -> step.tell().stream())
                .flatMap(recipient -> policy.channels(recipient, draft.now()).stream())
                .collect(Collectors.toSet());
    }

    /** Those who were told of the alert hear, each once and where it began, that somebody has taken it. */
    void acknowledged(Alert alert, String note) {
        Set<ChannelId> left = new TreeSet<>(alert.told().keySet());
        for (Route route : policy.routing().of(alert.matched())) {
            NoticeGroup group = draft.alerts().groups().get(key(route, alert));
            if (group != null) {
                Set<ChannelId> own = new TreeSet<>(left);
                own.removeAll(others(route, List.of(alert)));
                own.forEach(channel -> tellOfOwner(channel, alert, note, group));
                left.removeAll(own);
            }
        }
    }

    private void tellOfOwner(ChannelId channel, Alert alert, String note, NoticeGroup group) {
        send(new Telling.Message(channel, Notice.Kind.ACKNOWLEDGED, List.of(alert), 0, note), group);
        String why = channel + " is told of the acknowledgement, because it was told of the begin";
        new AlertLife(draft).verdict(alert, Verdict.Kind.TOLD, Optional.of(channel), Optional.empty(), why);
    }

    /** All groups look again soon, but none before its first wait: a silence, a maintenance or the routing has changed. */
    void lookAgainSoon(Duration wait) {
        Instant soon = draft.now().plus(wait);
        Map<NoticeGroup.Key, Instant> waited = new HashMap<>();
        open().forEach(alert -> policy.routing().of(alert.matched()).forEach(route -> {
            Instant end = alert.firedAt().orElse(soon).plus(route.groupWait());
            waited.merge(key(route, alert), end, (one, other) -> one.isBefore(other) ? one : other);
        }));
        List<NoticeGroup> groups = new ArrayList<>(draft.alerts().groups().values());
        for (NoticeGroup group : groups) {
            Instant first = waited.getOrDefault(group.key(), soon);
            bringForward(group, first.isAfter(soon) ? first : soon);
        }
    }

    void setBack(Duration back) {
        List<NoticeGroup> groups = new ArrayList<>(draft.alerts().groups().values());
        groups.forEach(group -> keep(group.setBack(back)));
    }

    /** After a time without observation, or a start, every group waits anew: what lies upstream has to be confirmed anew. */
    void waitAgain() {
        List.copyOf(draft.alerts().groups().values()).forEach(this::waitAgain);
    }

    private void waitAgain(NoticeGroup group) {
        policy.routing().find(group.key().route()).ifPresent(route -> {
            Instant waited = draft.now().plus(route.groupWait());
            if (group.due().isBefore(waited)) {
                keep(group.due(waited));
            }
        });
    }

    /** Each broken channel is told of by itself, as each has its own way around. */
    private static NoticeGroup.Key key(Route route, Alert alert) {
        List<String> labels = new ArrayList<>(route.groupBy());
        if (Detour.isAboutChannel(alert.subject())) {
            labels.addAll(List.of("rule", "channel"));
        }
        return new NoticeGroup.Key(route.path(), alert.matched().only(labels));
    }
}
