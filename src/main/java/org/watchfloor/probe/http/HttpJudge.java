package org.watchfloor.probe.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.SecretMask;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.TextSearch.Undecided;
import org.watchfloor.probe.net.Words;

/** Holds an answer against what the operator expects; the first thing that does not fit is the failure. */
final class HttpJudge {
    private final HttpCheck check;
    private final HttpExpectations expect;

    HttpJudge(HttpCheck check) {
        this.check = check;
        this.expect = check.expect();
    }

    /** Status, version and headers, before the body is read. */
    Optional<Failure> head(Response response, TextSearch search) throws InterruptedException {
        Optional<Failure> status = status(response);
        if (status.isPresent()) {
            return status;
        }
        if (!check.protocol().accepts(response.protocol())) {
            return failure(Reason.PROTOCOL, "the server spoke " + response.protocol() + ", not HTTP/2");
        }
        Optional<Failure> location = location(response, search);
        return location.isPresent() ? location : headers(response, search);
    }

    Optional<Failure> body(HttpBody body, TextSearch search) throws InterruptedException {
        if (body.size() > check.maxSize()) {
            return failure(
                    Reason.TOO_LARGE,
                    "body is larger than " + Words.bytes(check.maxSize()) + ", the limit of max-size");
        }
        return expect.looksAtBody() ? new BodyJudge(expect, search).judge(body.text()) : Optional.empty();
    }

    private Optional<Failure> status(Response response) {
        int status = response.code();
        if (expect.accepts(status)) {
            return Optional.empty();
        }
        String said = "HTTP " + status + " " + Words.excerpt(response.message(), 80);
        boolean refused = (status == 401 || status == 403) && !(check.auth() instanceof HttpAuth.None);
        if (refused || status == 407) {
            String whose = status == 407 ? "the proxy asks for credentials" : "the credentials were not accepted";
            return failure(Reason.AUTH_FAILED, said.strip() + ": " + whose);
        }
        return failure(Reason.STATUS, said.strip() + ", expected " + accepted());
    }

    private String accepted() {
        List<String> ranges =
                expect.statuses().stream().map(StatusRange::toString).toList();
        return String.join(", ", ranges);
    }

    private Optional<Failure> location(Response response, TextSearch search) throws InterruptedException {
        if (check.redirects().expectLocation().isEmpty()) {
            return Optional.empty();
        }
        return header(response, "Location", check.redirects().expectLocation().get(), search);
    }

    private Optional<Failure> headers(Response response, TextSearch search) throws InterruptedException {
        for (Map.Entry<String, Expression> expected : expect.headers().entrySet()) {
            Optional<Failure> failure = header(response, expected.getKey(), expected.getValue(), search);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> header(Response response, String name, Expression expected, TextSearch search)
            throws InterruptedException {
        List<String> values = response.headers(name);
        if (values.isEmpty()) {
            return failure(Reason.HEADER_MISMATCH, "no header " + name + " in the answer");
        }
        try {
            for (String value : values) {
                if (search.find(expected, value).isPresent()) {
                    return Optional.empty();
                }
            }
        } catch (Undecided e) {
            return failure(Reason.HEADER_MISMATCH, "header " + name + " against " + expected + ": " + e.getMessage());
        }
        String shown = HttpFacts.isSensitive(name) ? SecretMask.HIDDEN : Words.excerpt(values.getFirst(), 120);
        return failure(
                Reason.HEADER_MISMATCH, "header " + name + " is \"" + shown + "\", which does not match " + expected);
    }

    private static Optional<Failure> failure(Reason reason, String message) {
        return Optional.of(new Failure(reason, message));
    }
}
