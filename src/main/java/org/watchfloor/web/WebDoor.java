package org.watchfloor.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets other programs ask how things are and give the engine commands, over HTTP/1.1. Each request runs on a virtual
 * thread of its own. {@link #start} and {@link #close} are each called once, by the owner; {@link #port} by anybody.
 */
public final class WebDoor implements AutoCloseable {
    private static final int WAITING_CONNECTIONS = 128;
    private static final Logger log = LoggerFactory.getLogger(WebDoor.class);

    private final InetAddress address;
    private final Limits limits;
    private final HttpServer server;
    private final TransitionFeed feed;
    private final Dispatcher dispatcher;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("web-", 0).factory());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("web-deadlines").daemon().factory());

    /**
     * Opens the socket; nothing is answered before {@link #start}.
     *
     * @throws IOException if the address cannot be used, in one sentence
     */
    public WebDoor(WebSettings settings, EnginePorts engine, Installation installation, InstantSource clock)
            throws IOException {
        this(
                settings,
                engine,
                new Surroundings(
                        installation.version(),
                        new Machine(installation.dataDirectory(), System::nanoTime),
                        Limits.USUAL,
                        settings.token().isPresent()),
                clock);
    }

    WebDoor(WebSettings settings, EnginePorts engine, Surroundings surroundings, InstantSource clock)
            throws IOException {
        ServerLimits.apply();
        address = settings.address().getAddress();
        timer.setRemoveOnCancelPolicy(true);
        server = open(settings);
        feed = new TransitionFeed(engine.snapshots(), engine.history());
        limits = surroundings.limits();
        Router router = new Router(new Routes(Endpoints.of(engine, surroundings, feed, clock)).table());
        dispatcher = new Dispatcher(new Guard(settings), router, limits.exchange());
        server.createContext("/", dispatcher);
        server.setExecutor(this::execute);
    }

    public void start() {
        threads.execute(feed::run);
        server.start();
        String host = address.getHostAddress();
        log.info("The web door listens on http://{}:{}", host.contains(":") ? "[" + host + "]" : host, port());
    }

    /** The port that it listens on, also when any free one was asked for. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Ends event streams, lets running requests finish for at most five seconds, then cuts them off. */
    @Override
    public void close() {
        feed.close();
        try {
            if (!dispatcher.drain(limits.drain())) {
                log.warn("Some requests to the web door did not end in time and are cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // the server's own drain would wait in vain for each client that broke off
        server.stop(0);
        threads.shutdownNow();
        timer.shutdownNow();
    }

    /** The server reads the head of a request in the task itself: so the deadline begins here. */
    private void execute(Runnable exchange) {
        threads.execute(() -> {
            Deadline deadline = new Deadline(timer);
            deadline.set(limits.requestHead());
            try {
                ScopedValue.where(Deadline.CURRENT, deadline).run(exchange);
            } finally {
                deadline.lift();
            }
        });
    }

    private static HttpServer open(WebSettings settings) throws IOException {
        try {
            return HttpServer.create(settings.address(), WAITING_CONNECTIONS);
        } catch (IOException e) {
            throw new IOException("cannot listen on " + settings.address() + ": " + e.getMessage(), e);
        }
    }
}
