package org.watchfloor.notify.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.OpenSecrets;

/**
 * Sends one request and says what its answer means for the notice. Redirects are not followed, connections are not kept,
 * nothing is sent twice. A certificate must be trusted by the system. Thread-safe; one for all channels.
 */
public final class HttpSender {
    private final OkHttpClient client;
    private final Verdict verdict;

    /**
     * A sender on connections of its own.
     *
     * @param clock by which a date in {@code Retry-After} is measured
     * @param threads makes the thread of each request; virtual threads are meant
     */
    public HttpSender(InstantSource clock, ThreadFactory threads) {
        this(new OkHttpClient(), clock, threads);
    }

    HttpSender(OkHttpClient base, InstantSource clock, ThreadFactory threads) {
        client = base.newBuilder()
                .dispatcher(new Dispatcher(Executors.newThreadPerTaskExecutor(threads)))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
        verdict = new Verdict(clock);
    }

    /** The same where any answer from 200 to 299 accepts the notice. */
    public Delivery send(HttpMessage message, OpenSecrets secrets, Duration timeout) throws InterruptedException {
        return send(message, secrets, timeout, _ -> Delivery.Accepted.PLAIN);
    }

    /**
     * Returns within the timeout, even if the name lookup hangs.
     *
     * @param secrets those in the message, hidden in what is returned
     * @param good what the body of an answer from 200 to 299 means; bounded to 64 KiB
     */
    public Delivery send(HttpMessage message, OpenSecrets secrets, Duration timeout, Function<String, Delivery> good)
            throws InterruptedException {
        HttpUrl url = HttpUrl.parse(message.url());
        if (url == null) {
            return new Delivery.Refused("the URL of the channel is not valid");
        }
        if (timeout.toMillis() <= 0) {
            return late(url, timeout);
        }
        Call call = client.newCall(request(url, message));
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return secrets.hide(await(call, url, timeout, good));
    }

    private Delivery await(Call call, HttpUrl url, Duration timeout, Function<String, Delivery> good)
            throws InterruptedException {
        CompletableFuture<Answer> future = Answer.of(call);
        try {
            Answer answer = future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return verdict.of(answer, peer(url), good);
        } catch (TimeoutException _) {
            return late(url, timeout);
        } catch (ExecutionException e) {
            return broken(call, url, timeout, e);
        } finally {
            call.cancel();
        }
    }

    private static Delivery broken(Call call, HttpUrl url, Duration timeout, ExecutionException e) {
        if (!(e.getCause() instanceof IOException thrown)) {
            throw new IllegalStateException("a request broke off", e);
        }
        return call.isCanceled()
                ? late(url, timeout)
                : new Delivery.Retry("no answer from " + peer(url) + ": " + Broken.why(thrown), Optional.empty());
    }

    private static Delivery late(HttpUrl url, Duration timeout) {
        return new Delivery.Retry(
                "no answer from " + peer(url) + " within " + timeout.toMillis() + " ms", Optional.empty());
    }

    private static String peer(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return usual ? url.host() : url.host() + ":" + url.port();
    }

    private static Request request(HttpUrl url, HttpMessage message) {
        Request.Builder builder = new Request.Builder().url(url).header("User-Agent", "Watchfloor");
        message.headers().forEach(builder::header);
        return builder.method(message.method(), body(message)).build();
    }

    private static @Nullable RequestBody body(HttpMessage message) {
        return message.method().equals("GET")
                ? null
                : RequestBody.create(message.bytes(), MediaType.parse(message.contentType()));
    }
}
