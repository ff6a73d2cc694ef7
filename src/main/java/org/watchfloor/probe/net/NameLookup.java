package org.watchfloor.probe.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up within a budget. The resolver of the operating system cannot be interrupted and holds the carrier of a
 * virtual thread, so it runs on a few platform threads and is left alone when the budget ends; looks at the same name
 * share one lookup. Thread-safe.
 */
public final class NameLookup {
    private static final int THREADS = 16;

    private final Resolver resolver;
    private final Executor threads;
    private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /** The resolver to ask, and the threads on which it may block. */
    public NameLookup(Resolver resolver, Executor threads) {
        this.resolver = resolver;
        this.threads = threads;
    }

    /** Asks the operating system on daemon threads of its own, which end when they are idle. */
    public static NameLookup ofSystem() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("name-lookup-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return new NameLookup(host -> List.of(InetAddress.getAllByName(host)), threads);
    }

    /** True if the text is an address already, so that no lookup takes place. */
    public static boolean isAddress(String host) {
        return literal(host) != null;
    }

    /**
     * All addresses of the host, in the resolver's order.
     *
     * @throws UnknownHostException with a message for the operator, also if the budget ends first
     */
    public List<InetAddress> lookup(String host, Deadline deadline) throws UnknownHostException, InterruptedException {
        InetAddress literal = literal(host);
        return literal != null ? List.of(literal) : resolve(host, deadline);
    }

    private List<InetAddress> resolve(String host, Deadline deadline)
            throws UnknownHostException, InterruptedException {
        try {
            return shared(host).get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw notFound(host, ": no answer from the name service within " + Words.time(deadline.budget()));
        } catch (ExecutionException e) {
            throw notFound(host, reason(host, e));
        }
    }

    private CompletableFuture<List<InetAddress>> shared(String host) {
        CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> other = underWay.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        threads.execute(() -> answer(host, mine));
        return mine;
    }

    private void answer(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.copyOf(resolver.resolve(host)));
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            underWay.remove(host, answer);
        }
    }

    private static UnknownHostException notFound(String host, String reason) {
        return new UnknownHostException("name \"" + Words.excerpt(host, 253) + "\" not found" + reason);
    }

    /** The JDK puts the name before what the name service said; when it answers from memory, the name is all. */
    private static String reason(String host, ExecutionException e) {
        String message = Causes.rootMessage(e);
        String said = message.startsWith(host) ? message.substring(host.length()) : ": " + message;
        return said.startsWith(": ") || said.isEmpty() ? said : ": " + message;
    }

    private static @org.jspecify.annotations.Nullable InetAddress literal(String host) {
        if (host.isEmpty() || !(host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1)))) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Blocks until the name is looked up. */
    @FunctionalInterface
    public interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }
}
