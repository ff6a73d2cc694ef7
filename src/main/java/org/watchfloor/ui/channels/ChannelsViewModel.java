package org.watchfloor.ui.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.NoticeId;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.Line;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/**
 * Which channels work and what became of the notices of a day. What waits comes with snapshots; what was delivered from
 * the history, which is asked again when the outbox changes. FX thread only; knows no control.
 */
public final class ChannelsViewModel {
    private static final int MOST = 500;
    private static final Duration DAY = Duration.ofHours(24);
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private static final Comparator<Posting> NEWEST_FIRST = Comparator.<Posting, Instant>comparing(
                    posting -> posting.notice().at())
            .thenComparing(Posting::id)
            .reversed();

    private final AlertOperations operations;
    private final AlertHistory history;
    private final Actor operator;
    private final Formats formats;
    private final LatestReply<List<Posting>> reply;
    private final ObservableList<ChannelRow> channels = FXCollections.observableArrayList();
    private final ObservableList<ChannelRow> shownChannels = FXCollections.unmodifiableObservableList(channels);
    private final ObservableList<NoticeRow> notices = FXCollections.observableArrayList();
    private final ObservableList<NoticeRow> shownNotices = FXCollections.unmodifiableObservableList(notices);
    private final ReadOnlyIntegerWrapper dead = new ReadOnlyIntegerWrapper(this, "dead");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final BooleanProperty onlyDead = new SimpleBooleanProperty(this, "onlyDead");
    private Outbox outbox = Outbox.EMPTY;
    private List<Posting> past = List.of();
    private Instant now = Instant.EPOCH;
    private Instant settledAt = Instant.EPOCH;

    public ChannelsViewModel(
            AlertOperations operations, AlertHistory history, Actor operator, Formats formats, Executor fx) {
        this.operations = operations;
        this.history = history;
        this.operator = operator;
        this.formats = formats;
        reply = new LatestReply<>(fx);
        onlyDead.subscribe(this::arrange);
    }

    /** How many channels have not delivered anything since a failure. */
    static int failing(Snapshot snapshot) {
        return (int) snapshot.state().alerting().outbox().lines().values().stream()
                .filter(line -> line.failingSince().isPresent())
                .count();
    }

    public void show(Snapshot snapshot) {
        now = snapshot.at();
        Outbox next = snapshot.state().alerting().outbox();
        boolean isNew = !next.equals(outbox);
        outbox = next;
        showChannels(snapshot.site().section(Channels.class).orElse(Channels.NONE));
        arrange();
        if (isNew || !now.isBefore(settledAt)) {
            settledAt = isNew || settledAt.equals(Instant.EPOCH) ? now.plus(SETTLING) : Instant.MAX;
            ask();
        }
    }

    private void showChannels(Channels configured) {
        Set<ChannelId> ids = new TreeSet<>(configured.byId().keySet());
        outbox.lines().forEach((id, line) -> {
            if (!line.waiting().isEmpty() || line.failingSince().isPresent()) {
                ids.add(id);
            }
        });
        replace(
                channels,
                ids.stream()
                        .map(id -> row(id, configured))
                        .sorted(Comparator.comparing(row -> !row.failing()))
                        .toList());
    }

    private ChannelRow row(ChannelId id, Channels configured) {
        Line line = outbox.line(id);
        return new ChannelRow(
                id,
                configured.find(id).map(channel -> channel.spec().summary()).orElse("not configured any more"),
                Formats.number(line.waiting().size()),
                Formats.number(line.sending().isPresent() ? 1 : 0),
                line.failingSince()
                        .map(since -> "failing since " + formats.moment(since, now))
                        .orElse("works"),
                line.failingSince().isPresent(),
                line.failingSince().isPresent() ? trouble(id, line) : "");
    }

    private String trouble(ChannelId id, Line line) {
        return Stream.concat(
                        Stream.concat(line.sending().stream(), line.waiting().stream()),
                        outbox.dead().reversed().stream()
                                .filter(posting -> posting.notice().channel().equals(id)))
                .map(Posting::trouble)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void ask() {
        reply.ask(
                history.notices(now.minus(DAY), now.plusSeconds(1), MOST),
                answer -> {
                    past = List.copyOf(answer);
                    trouble.set("");
                    arrange();
                },
                problem -> trouble.set("Notices of the past cannot be read: " + problem.getMessage()));
    }

    /** What the outbox says is newer than what the history says. */
    private void arrange() {
        Map<NoticeId, Posting> all = new HashMap<>();
        past.forEach(posting -> all.put(posting.id(), posting));
        outbox.dead().forEach(posting -> all.put(posting.id(), posting));
        outbox.lines().values().stream()
                .flatMap(line -> Stream.concat(line.waiting().stream(), line.sending().stream()))
                .forEach(posting -> all.put(posting.id(), posting));
        Set<NoticeId> given = outbox.dead().stream().map(Posting::id).collect(Collectors.toSet());
        dead.set(given.size());
        replace(
                notices,
                all.values().stream()
                        .filter(posting -> !onlyDead.get() || given.contains(posting.id()))
                        .sorted(NEWEST_FIRST)
                        .map(posting -> NoticeWords.row(posting, given.contains(posting.id()), formats, now))
                        .toList());
    }

    /** Rows are values: unchanged ones stay, so that selection and scroll survive. */
    private static <T> void replace(ObservableList<T> rows, List<T> fresh) {
        if (rows.size() != fresh.size()) {
            rows.setAll(fresh);
        } else {
            IntStream.range(0, fresh.size())
                    .filter(i -> !rows.get(i).equals(fresh.get(i)))
                    .forEach(i -> rows.set(i, fresh.get(i)));
        }
    }

    /** Sends an example through the channel. */
    void test(ChannelRow row) {
        operations.testChannel(row.id(), Optional.empty(), operator);
    }

    void resend(NoticeRow row) {
        operations.resend(row.id(), operator);
    }

    /** What fails on top, then by id; unmodifiable. */
    ObservableList<ChannelRow> channels() {
        return shownChannels;
    }

    /** Newest first; unmodifiable. */
    ObservableList<NoticeRow> notices() {
        return shownNotices;
    }

    /** Whether only those are listed that were given up. */
    BooleanProperty onlyDeadProperty() {
        return onlyDead;
    }

    /** How many were given up. */
    ReadOnlyIntegerProperty deadProperty() {
        return dead.getReadOnlyProperty();
    }

    /** Why notices are missing; empty if they are not. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
