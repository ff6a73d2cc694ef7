package org.watchfloor.recovery.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.output.Capture;

/** One request and what comes back. Used once, by the thread that waits and the one that reads. */
final class Exchange implements Callback {
    /** Bytes that are read of an answer. */
    static final int MOST = 64 * 1024;

    private final HttpStep step;
    private final Capture capture;
    private final CompletableFuture<Integer> read = new CompletableFuture<>();
    private volatile OptionalInt status = OptionalInt.empty();
    private volatile Optional<String> askedFor = Optional.empty();
    private Optional<Reason> trouble = Optional.empty();

    Exchange(HttpStep step, Capture capture) {
        this.step = step;
        this.capture = capture;
    }

    /** Why it failed; empty if it did not. */
    Optional<Reason> trouble() {
        return trouble;
    }

    OptionalInt status() {
        return status;
    }

    /** The {@code Retry-After} of the answer. */
    Optional<String> askedFor() {
        return askedFor;
    }

    /** From the interceptor that hides it from the library. */
    void askedFor(String retryAfter) {
        askedFor = Optional.of(retryAfter);
    }

    /**
     * Returns within the time that is left, even if the name lookup hangs.
     *
     * @param whole the time that the step has in all
     */
    StepEnd await(Call call, Duration left, Duration whole) throws InterruptedException {
        call.enqueue(this);
        try {
            return judge(read.get(left.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            trouble = Optional.of(Reason.RESPONSE_TIMEOUT);
            return capture.late(whole);
        } catch (ExecutionException e) {
            return broken(call.request().url(), e);
        } finally {
            call.cancel();
        }
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            status = OptionalInt.of(response.code());
            copy(response.body().byteStream());
            read.complete(response.code());
        } catch (IOException | RuntimeException e) {
            read.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        read.completeExceptionally(e);
    }

    private void copy(InputStream body) throws IOException {
        byte[] block = new byte[8192];
        int room = MOST;
        int count = body.read(block, 0, block.length);
        while (count >= 0 && room > 0) {
            capture.write(block, 0, count);
            room -= count;
            count = body.read(block, 0, Math.clamp(room, 1, block.length));
        }
        if (count >= 0) {
            capture.cut("the answer is longer than " + MOST / 1024 + " KiB");
        }
    }

    private StepEnd judge(int code) {
        boolean isExpected = step.expect().stream().anyMatch(range -> range.holds(code));
        trouble = isExpected ? Optional.empty() : Optional.of(Reason.STATUS);
        return isExpected ? capture.succeeded("HTTP " + code) : capture.failed(unexpected(code));
    }

    private String unexpected(int code) {
        return "HTTP " + code + ", expected "
                + step.expect().stream().map(StatusRange::toString).collect(Collectors.joining(", "));
    }

    private StepEnd broken(HttpUrl url, ExecutionException e) {
        if (!(e.getCause() instanceof IOException thrown)) {
            throw new IllegalStateException("a request broke off", e);
        }
        trouble = Optional.of(status.isPresent() ? Reason.CUT_OFF : reason(thrown));
        String peer = url.host() + ":" + url.port();
        if (status.isPresent()) {
            return capture.failed("HTTP " + status.getAsInt() + ", but the answer of " + peer + " broke off");
        }
        return capture.failed(
                switch (thrown) {
                    case UnknownHostException _ -> "not sent: the name " + url.host() + " is not known";
                    case ConnectException _ -> "not sent: " + peer + " refuses the connection";
                    case SSLException secure -> "not sent: TLS with " + peer + " failed: " + words(secure);
                    default -> "no answer from " + peer + ": " + words(thrown) + "; nobody knows what it did";
                });
    }

    private static Reason reason(IOException thrown) {
        return switch (thrown) {
            case UnknownHostException _ -> Reason.NAME_NOT_FOUND;
            case ConnectException _ -> Reason.REFUSED;
            case SSLException _ -> Reason.TLS_FAILED;
            default -> Reason.CUT_OFF;
        };
    }

    private String words(IOException thrown) {
        return capture.hide(String.valueOf(thrown.getMessage()));
    }
}
