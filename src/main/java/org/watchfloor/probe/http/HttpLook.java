package org.watchfloor.probe.http;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.watchfloor.model.Counted;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.Interrupts;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.Words;
import org.watchfloor.probe.tls.CertificateFacts;
import org.watchfloor.probe.tls.TlsFailure;

/** One look from the first request to the verdict. Confined to its thread, used once. */
final class HttpLook {
    private final HttpCheck check;
    private final HttpExchange exchange;
    private final HttpRequests requests;
    private final HttpCredentials credentials;
    private final Deadline deadline;
    private final HttpTrace trace;
    private final HttpFacts facts;
    private final List<Measurement> measurements = new ArrayList<>();
    private CertificateFacts certificates = new CertificateFacts(List.of());

    HttpLook(
            HttpCheck check,
            HttpExchange exchange,
            HttpRequests requests,
            HttpCredentials credentials,
            Deadline deadline) {
        this.check = check;
        this.exchange = exchange;
        this.requests = requests;
        this.credentials = credentials;
        this.deadline = deadline;
        this.trace = exchange.newTrace();
        this.facts = new HttpFacts(credentials.mask());
    }

    Observation look(Instant now) throws InterruptedException {
        Outcome outcome = outcome();
        facts.addAll(certificates.facts());
        measurements.addAll(certificates.measurements(now));
        return new Observation(outcome, trace.timings(), measurements, facts.all());
    }

    private Outcome outcome() throws InterruptedException {
        try {
            return follow();
        } catch (IOException e) {
            Interrupts.rethrow();
            rememberRejected(e);
            return hidden(new HttpFailure(trace, deadline).of(e));
        }
    }

    private Outcome follow() throws IOException, InterruptedException {
        Request request = requests.first(credentials, trace);
        for (int redirects = 0; ; redirects++) {
            try (Response response = exchange.send(request, trace)) {
                Optional<Request> next = next(request, response);
                if (next.isEmpty()) {
                    return judge(response);
                }
                facts.redirect(response.code(), next.get().url());
                if (redirects == check.redirects().limit()) {
                    return hidden(endless(response, next.get()));
                }
                request = next.get();
            }
        }
    }

    private Optional<Request> next(Request request, Response response) {
        return check.redirects().follow() ? requests.redirected(request, response) : Optional.empty();
    }

    private Failure endless(Response response, Request next) {
        return new Failure(
                Reason.STATUS,
                "HTTP " + response.code() + ": more than "
                        + Counted.of(check.redirects().limit(), "redirect") + ", the last to "
                        + Words.excerpt(next.url().toString(), 200));
    }

    private Outcome judge(Response response) throws IOException, InterruptedException {
        trace.session().ifPresent(session -> certificates = CertificateFacts.of(session));
        facts.peer(trace.peer());
        facts.head(response);
        measurements.add(new Measurement("status", response.code(), ""));
        HttpJudge judge = new HttpJudge(check);
        TextSearch search = new TextSearch(deadline);
        Optional<Failure> head = judge.head(response, search);
        try {
            HttpBody body = body(response);
            Optional<Failure> failure = head.isPresent() ? head : judge.body(body, search);
            return failure.map(this::hidden).orElseGet(() -> up(response));
        } catch (IOException e) {
            Interrupts.rethrow();
            return hidden(head.orElseGet(() -> new HttpFailure(trace, deadline).of(e)));
        }
    }

    private HttpBody body(Response response) throws IOException {
        HttpBody body =
                HttpBody.read(response.body(), check.maxSize(), check.expect().looksAtBody());
        trace.finished(Phase.BODY);
        measurements.add(new Measurement("size_bytes", body.size(), "B"));
        facts.body(body);
        return body;
    }

    private Outcome up(Response response) {
        return new Outcome.Up("HTTP " + response.code() + " in "
                + Words.time(deadline.budget().minus(deadline.remaining())));
    }

    private void rememberRejected(IOException thrown) {
        List<java.security.cert.X509Certificate> rejected = TlsFailure.chain(thrown);
        if (!rejected.isEmpty()) {
            certificates = new CertificateFacts(rejected);
        }
    }

    private Outcome hidden(Failure failure) {
        return new Failure(failure.reason(), credentials.mask().hide(failure.message())).outcome();
    }
}
