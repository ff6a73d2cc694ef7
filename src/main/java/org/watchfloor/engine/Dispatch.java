package org.watchfloor.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.Places;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.Notifiers;

/**
 * Hands notices to their channels, each on a virtual thread, and none before it is on disk that it is on its way. While
 * the store is in trouble they go out at once: a page that may come twice is better than none. Offered by the engine
 * thread; released by it or by the journal's thread.
 */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Journal journal;
    private final Notifiers notifiers;
    private final CallGates gates;
    private final Consumer<Event> report;
    private final ThreadFactory threads = Thread.ofVirtual().name("notify-", 0).factory();
    private final Deque<Held> held = new ArrayDeque<>();
    private final Map<ChannelId, Open> open = new ConcurrentHashMap<>();

    Dispatch(Journal journal, Notifiers notifiers, CallGates gates, Consumer<Event> report) {
        this.journal = journal;
        this.notifiers = notifiers;
        this.gates = gates;
        this.report = report;
        journal.onDurable(this::release);
    }

    private record Open(Channel channel, Notifier notifier) {}

    private record Held(Effect.Send send, long ticket) {}

    /** @param ticket of the journal group that says so */
    void offer(List<Effect.Send> sends, long ticket) {
        synchronized (held) {
            sends.forEach(send -> held.add(new Held(send, ticket)));
        }
        release();
    }

    private void release() {
        boolean trouble = journal.figures().trouble().isPresent();
        long durable = journal.durable();
        List<Effect.Send> free = new ArrayList<>();
        synchronized (held) {
            while (!held.isEmpty() && (trouble || held.getFirst().ticket() <= durable)) {
                free.add(held.removeFirst().send());
            }
        }
        free.forEach(send -> threads.newThread(() -> send(send)).start());
    }

    /** The same one for a channel as long as it is configured alike, so that it may remember what it has done. */
    private Notifier notifier(Channel channel) {
        return open.compute(
                        channel.id(),
                        (_, present) -> present != null && present.channel().equals(channel)
                                ? present
                                : new Open(channel, notifiers.open(channel.spec())))
                .notifier();
    }

    private Delivery deliver(Effect.Send send) throws InterruptedException {
        Optional<Places> places = gates.channels();
        if (places.isEmpty()) {
            return handOver(send);
        }
        Optional<Places.Place> place = places.get().take();
        if (place.isEmpty()) {
            return new Delivery.Retry(places.get().why(), Optional.empty());
        }
        try (Places.Place _ = place.get()) {
            return handOver(send);
        }
    }

    private Delivery handOver(Effect.Send send) throws InterruptedException {
        return notifier(send.channel())
                .send(send.posting().notice(), send.thread(), send.channel().timeout());
    }

    private void send(Effect.Send send) {
        try {
            Delivery delivery = deliver(send);
            report.accept(new Event.NoticeFinished(send.posting().notice(), delivery));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "a defect of Watchfloor: the channel {} failed",
                    send.channel().id(),
                    e);
            report.accept(new Event.NoticeFinished(
                    send.posting().notice(),
                    new Delivery.Retry("a defect of Watchfloor, see the log", Optional.empty())));
        }
    }
}
