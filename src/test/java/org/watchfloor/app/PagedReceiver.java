package org.watchfloor.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback that takes webhooks: refuses, hangs or accepts as it is told, and accepts when told nothing. */
final class PagedReceiver implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Page> pages = new CopyOnWriteArrayList<>();

    PagedReceiver() throws IOException {
        this(0);
    }

    /** @param port such as that of one that was closed; 0 for a free one */
    PagedReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::take);
        server.start();
    }

    /** @param status 0 for one that was left hanging */
    record Page(int status, String key, String signature, String text) {
        JsonNode body() {
            return JsonMapper.shared().readTree(text);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** @param statuses of the next answers; 0 leaves the caller hanging */
    synchronized void answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    List<Page> accepted() {
        return pages.stream().filter(page -> page.status() == 200).toList();
    }

    private synchronized int next() {
        return answers.isEmpty() ? 200 : answers.removeFirst();
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = next();
        pages.add(new Page(
                status,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Watchfloor-Signature"),
                text));
        if (status == 0) {
            hang();
        } else {
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void hang() {
        try {
            boolean closed = over.await(60, TimeUnit.SECONDS);
            assert closed || over.getCount() == 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
