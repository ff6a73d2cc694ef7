package org.watchfloor.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the web door of a Watchfloor that runs. Redirects are not followed, so that the token goes nowhere else. */
final class DoorClient {
    /** The environment variable that holds the token of the door. */
    static final String TOKEN = "WATCHFLOOR_TOKEN";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LARGEST = 64L << 20;

    private final String url;
    private final Optional<String> token;

    DoorClient(URI url, Optional<String> token) {
        this.url = url.toString().replaceAll("/+$", "");
        this.token = token.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What came of a question. */
    sealed interface Answer {}

    /** @param body as it came */
    record Found(JsonNode json, String body) implements Answer {}

    /** The door does not know what was asked for, and says so in a sentence. */
    record NotFound(String detail) implements Answer {}

    /** There is no answer; the sentence says what to do. */
    record Failed(String sentence) implements Answer {}

    /** @param path with a leading slash, encoded */
    Answer get(String path) throws InterruptedException {
        return ask(request(path), PATIENCE);
    }

    /** @param patience how long the answer may take */
    Answer post(String path, String json, Duration patience) throws InterruptedException {
        return ask(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)), patience);
    }

    private Answer ask(HttpRequest.Builder request, Duration patience) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE.dividedBy(3)).build()) {
            CompletableFuture<HttpResponse<String>> future = client.sendAsync(
                    request.timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
            try {
                return read(future.get(patience.toSeconds(), TimeUnit.SECONDS));
            } finally {
                client.shutdownNow();
            }
        } catch (TimeoutException _) {
            return new Failed("the Watchfloor at " + url + " did not answer within " + patience.toSeconds()
                    + " seconds; try again, or restart it");
        } catch (ExecutionException e) {
            return broken(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private Failed broken(ExecutionException e) {
        if (!(e.getCause() instanceof IOException)) {
            throw new IllegalStateException("a question to the web door broke off", e);
        }
        return new Failed(
                "no Watchfloor answers at " + url + "; start it, or give the address of its web door with --url");
    }

    private Answer read(HttpResponse<String> response) {
        Optional<JsonNode> json = json(response);
        if (json.isEmpty()) {
            return new Failed("what answers at " + url
                    + " is not the web door of a Watchfloor; give the right address with --url");
        }
        String detail = json.get().path("detail").asString("");
        return switch (response.statusCode()) {
            case 200, 202 -> new Found(json.get(), response.body());
            case 404 -> new NotFound(detail);
            case 401 -> new Failed(unauthorized());
            default -> new Failed("the Watchfloor at " + url + " answered " + response.statusCode() + ": " + detail);
        };
    }

    private String unauthorized() {
        return token.isPresent()
                ? "the Watchfloor at " + url + " does not accept the token in " + TOKEN + "; put the right one there"
                : "the Watchfloor at " + url + " wants a token; put it into " + TOKEN;
    }

    private static Optional<JsonNode> json(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json") && !type.startsWith("application/problem+json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(response.body())).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
