package org.watchfloor.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Taken;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.NoticeId;
import org.watchfloor.notify.Posting;

/** Writes down, in words, what it is told about alerts, and answers from what a test has given it. Any thread. */
public final class FakeAlerts implements AlertOperations, AlertHistory {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private final List<Posting> postings = new CopyOnWriteArrayList<>();
    private volatile int left;

    /** From now on so many of each report are not taken. */
    public void leaves(int some) {
        left = some;
    }

    /** {@code acknowledge [3, 4] by mara: on it}, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public FakeAlerts knows(Alert... some) {
        alerts.addAll(List.of(some));
        return this;
    }

    public FakeAlerts decided(Verdict... some) {
        verdicts.addAll(List.of(some));
        return this;
    }

    public FakeAlerts posted(Posting... some) {
        postings.addAll(List.of(some));
        return this;
    }

    @Override
    public void acknowledgeAlerts(Collection<AlertId> ids, Actor by, String note, Optional<Instant> until) {
        told.add("acknowledge " + new ArrayList<>(ids) + " by " + by + ": " + note
                + until.map(end -> " until " + end).orElse(""));
    }

    @Override
    public void unacknowledgeAlerts(Collection<AlertId> ids, Actor by) {
        told.add("unacknowledge " + new ArrayList<>(ids) + " by " + by);
    }

    @Override
    public void shelveAlerts(Collection<AlertId> ids, Actor by, String note, Instant until) {
        told.add("shelve " + new ArrayList<>(ids) + " by " + by + " until " + until + ": " + note);
    }

    @Override
    public void commentAlerts(Collection<AlertId> ids, Actor by, String text) {
        told.add("comment " + new ArrayList<>(ids) + " by " + by + ": " + text);
    }

    @Override
    public void resolveAlerts(Collection<AlertId> ids, Actor by, String note) {
        told.add("resolve " + new ArrayList<>(ids) + " by " + by + ": " + note);
    }

    @Override
    public CompletableFuture<Taken> report(List<OutsideAlert> reported) {
        reported.forEach(alert -> told.add("report " + alert.labels() + " by " + alert.source()));
        return CompletableFuture.completedFuture(new Taken(reported.size() - left, left));
    }

    @Override
    public void resend(NoticeId notice, Actor by) {
        told.add("resend " + notice + " by " + by);
    }

    @Override
    public void testChannel(ChannelId channel, Optional<AlertId> alert, Actor by) {
        told.add("test " + channel + alert.map(id -> " with " + id).orElse("") + " by " + by);
    }

    @Override
    public CompletableFuture<List<Alert>> alerts(Instant from, Instant to, int limit) {
        return CompletableFuture.completedFuture(alerts.stream().limit(limit).toList());
    }

    @Override
    public CompletableFuture<Optional<Alert>> alert(AlertId id) {
        return CompletableFuture.completedFuture(
                alerts.stream().filter(alert -> alert.id().equals(id)).findFirst());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(AlertId alert) {
        return CompletableFuture.completedFuture(verdicts.stream()
                .filter(verdict -> verdict.alert().equals(alert))
                .toList());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(Subject subject, Instant from, Instant to, int limit) {
        return CompletableFuture.completedFuture(verdicts.stream()
                .filter(verdict -> verdict.subject().equals(subject))
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<List<Posting>> notices(Instant from, Instant to, int limit) {
        return CompletableFuture.completedFuture(postings.stream().limit(limit).toList());
    }
}
