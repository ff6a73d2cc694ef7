package org.watchfloor.notify.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * What came back.
 *
 * @param body its beginning
 */
record Answer(int status, Optional<String> retryAfter, String body) {
    private static final long LIMIT = 64 << 10;

    static CompletableFuture<Answer> of(Call call) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    future.complete(read(response));
                } catch (IOException | RuntimeException e) {
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call failed, IOException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LIMIT);
        long size = Math.min(LIMIT, source.getBuffer().size());
        return new Answer(response.code(), Optional.ofNullable(response.header("Retry-After")), source.readUtf8(size));
    }
}
