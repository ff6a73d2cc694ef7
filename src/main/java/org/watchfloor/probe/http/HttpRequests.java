package org.watchfloor.probe.http;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes the requests of a check: the first one, and those of the redirects that follow (RFC 9110, 15.4). */
final class HttpRequests {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEP_METHOD = Set.of(307, 308);

    private final HttpCheck check;
    private final Request plain;

    HttpRequests(HttpCheck check) {
        this.check = check;
        this.plain = plain(check);
    }

    Request first(HttpCredentials credentials, HttpTrace trace) {
        Request.Builder builder = plain.newBuilder().tag(HttpTrace.class, trace);
        credentials.header().ifPresent(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    /** The request that a redirect asks for; empty if the answer is none, or leads where HTTP does not reach. */
    Optional<Request> redirected(Request request, Response response) {
        String location = response.header("Location");
        if (!REDIRECTS.contains(response.code()) || location == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.url().resolve(location)).map(url -> to(url, request, response.code()));
    }

    private Request to(HttpUrl url, Request request, int status) {
        HttpUrl target = url.newBuilder().username("").password("").build();
        Request.Builder builder = request.newBuilder().url(target);
        boolean read = request.method().equals("HEAD") || request.method().equals("GET");
        if (!KEEP_METHOD.contains(status) && !read) {
            builder.method("GET", null).removeHeader("Content-Type");
        }
        if (!isSameOrigin(request.url(), target)) {
            credentialHeader().ifPresent(builder::removeHeader);
            builder.removeHeader("Host");
        }
        return builder.build();
    }

    private Optional<String> credentialHeader() {
        return switch (check.auth()) {
            case HttpAuth.None _ -> Optional.empty();
            case HttpAuth.Basic _, HttpAuth.Bearer _ -> Optional.of("Authorization");
            case HttpAuth.Header header -> Optional.of(header.name());
        };
    }

    private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static Request plain(HttpCheck check) {
        Request.Builder builder = new Request.Builder()
                .url(HttpUrl.get(check.url().toString()))
                .method(check.method(), body(check))
                .header("User-Agent", "Watchfloor")
                .header("Accept", "*/*")
                .header("Accept-Encoding", "identity");
        if (!check.reuse() && check.protocol() != HttpVersion.H2C) {
            builder.header("Connection", "close");
        }
        check.headers().forEach(builder::header);
        return builder.build();
    }

    private static @Nullable RequestBody body(HttpCheck check) {
        boolean none = check.body().isEmpty() && !Set.of("POST", "PUT", "PATCH").contains(check.method());
        return none ? null : RequestBody.create(check.body().orElse(""), null);
    }
}
