package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.CallLimitsReader;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifiers;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.webhook.WebhookNotifierType;

/** How many notices are handed over at once to a receiver that takes its time. */
class DispatchTest {
    private static final int NOTICES = 3;
    private static final WebhookNotifierType WEBHOOK =
            new WebhookNotifierType(TestChannels.SENDER, Notices.TEXT, TestChannels.CLOCK);

    @TempDir
    private Path config;

    private final HttpServer receiver =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final CallGates gates = new CallGates(Runnable::run);
    private final Dispatch dispatch = new Dispatch(
            new MemoryJournal(),
            new Notifiers(List.of(WEBHOOK)),
            gates,
            event -> deliveries.add(((Event.NoticeFinished) event).delivery()));

    DispatchTest() throws IOException {
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/hook", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        answers.release(NOTICES);
        receiver.stop(0);
    }

    @Test
    void asManyAsThereAreWhereNothingIsLimited() throws IOException {
        offer("");

        await().until(() -> inside.get() == NOTICES);
        answers.release(NOTICES);
        await().until(() -> deliveries.size() == NOTICES);
    }

    @Test
    void oneAfterTheOtherWhereOneMayBeUnderWay() throws IOException {
        offer("limits: { channels: { concurrent: 1 } }\n");

        await().until(() -> inside.get() == 1);
        await().during(Duration.ofMillis(300)).until(() -> inside.get() == 1);
        assertThat(gates.figures()).singleElement().satisfies(figures -> {
            assertThat(figures.concurrent()).isEqualTo(1);
            assertThat(figures.waiting()).isEqualTo(NOTICES - 1);
        });
        answers.release(NOTICES);
        await().until(() -> deliveries.size() == NOTICES);

        assertThat(most).hasValue(1);
        assertThat(deliveries).allMatch(Delivery.Accepted.class::isInstance);
    }

    private void offer(String limits) throws IOException {
        Site site = site(limits);
        gates.adopt(site.section(CallLimits.class).orElse(CallLimits.NONE), Set.of());
        Channel channel = site.section(Channels.class)
                .orElseThrow()
                .find(new ChannelId("ops"))
                .orElseThrow();
        dispatch.offer(
                LongStream.rangeClosed(1, NOTICES)
                        .mapToObj(id -> new Effect.Send(posting(id), channel, Optional.empty()))
                        .toList(),
                0);
    }

    private static Posting posting(long id) {
        return Outbox.EMPTY
                .put(Notices.with(Notices.firing(), id, 0, ""), Notices.START)
                .changed()
                .getFirst();
    }

    private Site site(String limits) throws IOException {
        Files.writeString(
                config.resolve("site.yaml"),
                limits + """
                channels: { ops: { webhook: { url: "http://127.0.0.1:%d/hook" } } }
                """.formatted(receiver.getAddress().getPort()));
        ConfigResult result = new ConfigDirectory(
                        config, List.of(), List.of(new ChannelsReader(List.of(WEBHOOK)), new CallLimitsReader()))
                .read();
        return switch (result) {
            case ConfigResult.Loaded(Site site) -> site;
            case ConfigResult.Rejected rejected ->
                throw new AssertionError(rejected.problems().toString());
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        exchange.getRequestBody().readAllBytes();
        answers.acquireUninterruptibly();
        inside.decrementAndGet();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
