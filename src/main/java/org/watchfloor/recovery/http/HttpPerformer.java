package org.watchfloor.recovery.http;

import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepPerformer;
import org.watchfloor.recovery.output.Capture;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * Makes HTTP requests, each of them exactly once unless the step names a retry policy: redirects are not followed,
 * connections are not kept. Of an answer the first 64 KiB are kept. Thread safe.
 */
public final class HttpPerformer implements StepPerformer<HttpStep> {
    private static final int MOST_AT_ONCE = 1000;

    private final InstantSource clock;
    private final OkHttpClient client;

    /**
     * A performer on connections of its own.
     *
     * @param clock by which a date in {@code Retry-After} is measured
     * @param threads makes the thread of each request; virtual threads are meant
     */
    public HttpPerformer(InstantSource clock, ThreadFactory threads) {
        this.clock = clock;
        Dispatcher dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(threads));
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(chain -> withoutRepeat(chain.proceed(chain.request())))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** Asked to come back at once, the library would, whatever it has been told. */
    private static Response withoutRepeat(Response response) {
        String asked = response.header("Retry-After");
        Exchange exchange = response.request().tag(Exchange.class);
        if (asked != null && exchange != null) {
            exchange.askedFor(asked);
        }
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    @Override
    public Class<HttpStep> specType() {
        return HttpStep.class;
    }

    @Override
    public StepEnd perform(HttpStep step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException, NotRendered {
        Request request = request(step, values);
        OkHttpClient trusting = step.authority().isPresent()
                ? Authorities.trustedBy(client, step.authority().get())
                : client;
        Repeats repeats = new Repeats(step, clock, timeout);
        while (true) {
            Exchange exchange = new Exchange(step, new Capture(values, live));
            Call call = trusting.newCall(
                    request.newBuilder().tag(Exchange.class, exchange).build());
            StepEnd end = exchange.await(call, repeats.left(), timeout);
            Optional<Duration> pause = repeats.after(exchange);
            if (pause.isEmpty()) {
                return repeats.told(end);
            }
            live.accept("\n" + end.message() + "; sent again after " + Lengths.text(pause.get()) + "\n");
            repeats.await(pause.get());
        }
    }

    private static Request request(HttpStep step, Values values) throws NotRendered {
        HttpUrl url = HttpUrl.parse(step.url().render(values).open());
        if (url == null) {
            throw new NotRendered("not sent: with these values the URL is not valid");
        }
        Request.Builder builder = new Request.Builder().url(url).header("User-Agent", "Watchfloor");
        for (Map.Entry<String, Template> header : step.headers().entrySet()) {
            builder.header(header.getKey(), header.getValue().render(values).open());
        }
        return builder.method(step.method().name(), body(step, values)).build();
    }

    private static @Nullable RequestBody body(HttpStep step, Values values) throws NotRendered {
        Optional<HttpBody> body = step.body();
        if (body.isPresent()) {
            byte[] bytes = body.get().render(values).open().getBytes(StandardCharsets.UTF_8);
            return RequestBody.create(bytes, contentType(step, body.get()));
        }
        return switch (step.method()) {
            case POST, PUT, PATCH -> RequestBody.create(new byte[0], null);
            case GET, HEAD, DELETE -> null;
        };
    }

    /** None where the operator has written one among the headers. */
    private static @Nullable MediaType contentType(HttpStep step, HttpBody body) {
        boolean isWritten = step.headers().keySet().stream().anyMatch("content-type"::equalsIgnoreCase);
        return isWritten ? null : MediaType.parse(body.contentType());
    }
}
