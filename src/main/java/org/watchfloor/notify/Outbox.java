package org.watchfloor.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;

/**
 * All notices that are not delivered yet: in order for each channel, tried until accepted, refused or given up. A value:
 * every method returns the next one, time is an argument, and nothing is sent here.
 *
 * @param dead those given up, oldest first, at most {@value #MOST_DEAD}
 */
public record Outbox(SortedMap<ChannelId, Line> lines, List<Posting> dead) {
    public static final Outbox EMPTY = new Outbox(new TreeMap<>(), List.of());
    /** How long a notice is tried at most. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    static final int MOST_DEAD = 500;

    public Outbox {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        dead = List.copyOf(dead);
    }

    /**
     * The next outbox and what changed on the way to it, in order.
     *
     * @param changed postings as they are now, to be written down before anything else happens
     */
    public record Step(Outbox next, List<Posting> changed) {}

    public Line line(ChannelId channel) {
        return lines.getOrDefault(channel, Line.EMPTY);
    }

    public int waiting() {
        return lines.values().stream().mapToInt(line -> line.waiting().size()).sum();
    }

    public Step put(Notice notice, Instant now) {
        Posting posting = Posting.waiting(notice, now);
        return new Step(with(notice.channel(), line(notice.channel()).with(posting)), List.of(posting));
    }

    /** Puts back what the store still knows, as it was; what was on its way is tried again. */
    public static Outbox restored(List<Posting> postings, Map<ChannelId, Map<String, String>> threads, Instant now) {
        Outbox outbox = EMPTY;
        for (Map.Entry<ChannelId, Map<String, String>> channel : threads.entrySet()) {
            Line line = new Line(List.of(), Optional.empty(), List.of(), Optional.empty(), channel.getValue());
            outbox = outbox.with(channel.getKey(), line);
        }
        for (Posting posting : postings) {
            ChannelId channel = posting.notice().channel();
            outbox = switch (posting.status()) {
                case WAITING -> outbox.with(channel, outbox.line(channel).with(posting));
                case SENDING ->
                    outbox.with(channel, outbox.line(channel).with(posting.waitingUntil(now, posting.trouble())));
                case DEAD -> outbox.withDead(posting);
                case ACCEPTED, MERGED -> outbox;
            };
        }
        return outbox;
    }

    /**
     * Takes what may be sent now; the changed ones that are SENDING are to be handed over. When more waits than the rate
     * allows, it is put together first.
     *
     * @param rates of the channels that exist; what waits for another one is given up
     * @param admits asked of a channel for which a try is due
     * @param numbers for digests
     */
    public Step start(
            Function<ChannelId, Optional<Rate>> rates, Predicate<ChannelId> admits, LongSupplier numbers, Instant now) {
        Outbox next = this;
        List<Posting> changed = new ArrayList<>();
        for (Map.Entry<ChannelId, Line> entry : lines.entrySet()) {
            if (entry.getValue().waiting().isEmpty()) {
                continue;
            }
            Optional<Rate> rate = rates.apply(entry.getKey());
            if (rate.isEmpty()) {
                next = next.abandoned(entry.getKey(), changed);
            } else if (entry.getValue().next(rate.get(), now).isPresent() && admits.test(entry.getKey())) {
                next = next.start(entry.getKey(), rate.get(), numbers, now, changed);
            }
        }
        return new Step(next, changed);
    }

    private Outbox start(ChannelId channel, Rate rate, LongSupplier numbers, Instant now, List<Posting> changed) {
        Line line = line(channel);
        if (line.next(rate, now).isPresent() && line.waiting().size() > line.permits(rate, now)) {
            line = Crowd.merged(line, numbers, now, changed);
        }
        Optional<Posting> head = line.next(rate, now).map(Posting::sending);
        head.ifPresent(changed::add);
        Line present = line;
        return with(
                channel, head.map(posting -> present.begin(posting, rate, now)).orElse(present));
    }

    private Outbox abandoned(ChannelId channel, List<Posting> changed) {
        Outbox next = with(channel, line(channel).withWaiting(List.of()));
        for (Posting posting : line(channel).waiting()) {
            Posting dead = posting.dead("the channel " + channel + " is not configured any more");
            changed.add(dead);
            next = next.withDead(dead);
        }
        return next;
    }

    /** The same for a channel that names no policy of its own. */
    public Step finished(ChannelId channel, NoticeId notice, Delivery delivery, Instant now) {
        return finished(channel, notice, delivery, Backoff.USUAL, now);
    }

    /**
     * An answer for a notice that is not on its way changes nothing.
     *
     * @param policy when it is tried again; for any reason
     */
    public Step finished(ChannelId channel, NoticeId notice, Delivery delivery, RetryPolicy policy, Instant now) {
        Line line = line(channel);
        if (!line.isSending(notice)) {
            return new Step(this, List.of());
        }
        Posting posting = line.sending().orElseThrow();
        return switch (delivery) {
            case Delivery.Accepted(Optional<String> reference) -> {
                Posting accepted = posting.accepted(reference);
                yield new Step(with(channel, line.accepted(accepted)), List.of(accepted));
            }
            case Delivery.Retry(String why, Optional<Duration> after) ->
                hasTried(posting, policy, now)
                        ? giveUp(line, posting.dead("given up after " + posting.tries() + " tries: " + why), now)
                        : later(line, posting.waitingUntil(now.plus(Backoff.after(posting, after, policy)), why), now);
            case Delivery.Refused(String why) -> giveUp(line, posting.dead("refused: " + why), now);
        };
    }

    private static boolean hasTried(Posting posting, RetryPolicy policy, Instant now) {
        return Backoff.hasTried(posting, policy)
                || now.isAfter(posting.notice().at().plus(PATIENCE));
    }

    private Step later(Line line, Posting posting, Instant now) {
        return new Step(with(posting.notice().channel(), line.backInFront(posting, now)), List.of(posting));
    }

    private Step giveUp(Line line, Posting posting, Instant now) {
        return new Step(with(posting.notice().channel(), line.givenUp(now)).withDead(posting), List.of(posting));
    }

    /** Tries a dead one again; unknown ones change nothing. */
    public Step resend(NoticeId notice, Instant now) {
        Optional<Posting> found =
                dead.stream().filter(posting -> posting.id().equals(notice)).findFirst();
        if (found.isEmpty()) {
            return new Step(this, List.of());
        }
        Posting again = found.get().again(now);
        ChannelId channel = again.notice().channel();
        List<Posting> rest =
                dead.stream().filter(posting -> !posting.id().equals(notice)).toList();
        return new Step(new Outbox(lines, rest).with(channel, line(channel).with(again)), List.of(again));
    }

    /** The clock was set back: what waits is to wait as long as it was to, and no longer. */
    public Step setBack(Duration back) {
        SortedMap<ChannelId, Line> next = new TreeMap<>();
        lines.forEach((channel, line) -> next.put(channel, line.setBack(back)));
        List<Posting> changed =
                next.values().stream().flatMap(line -> line.waiting().stream()).toList();
        return new Step(new Outbox(next, dead), changed);
    }

    private Outbox with(ChannelId channel, Line line) {
        SortedMap<ChannelId, Line> next = new TreeMap<>(lines);
        next.put(channel, line);
        return new Outbox(next, dead);
    }

    private Outbox withDead(Posting posting) {
        List<Posting> next = new ArrayList<>(dead);
        next.add(posting);
        return new Outbox(lines, next.subList(Math.max(0, next.size() - MOST_DEAD), next.size()));
    }
}
