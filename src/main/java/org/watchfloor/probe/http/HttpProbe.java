package org.watchfloor.probe.http;

import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.watchfloor.model.Observation;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.MissingCredential;
import org.watchfloor.probe.net.NameLookup;

/** One request, with its redirects; up when the answer is what the operator expects. */
final class HttpProbe implements Probe {
    private final HttpCheck check;
    private final HttpClientSource clients;
    private final NameLookup names;
    private final InstantSource clock;
    private final HttpRequests requests;

    HttpProbe(HttpCheck check, HttpClientSource clients, NameLookup names, InstantSource clock) {
        this.check = check;
        this.clients = clients;
        this.names = names;
        this.clock = clock;
        this.requests = new HttpRequests(check);
    }

    @Override
    public Observation run(Duration timeout) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        try {
            HttpCredentials credentials = HttpCredentials.of(check.auth());
            OkHttpClient client = clients.current();
            HttpExchange exchange = new HttpExchange(check, client, names, deadline, clients.meter());
            return new HttpLook(check, exchange, requests, credentials, deadline).look(clock.instant());
        } catch (MissingCredential e) {
            return Observation.of(e.failure().outcome());
        }
    }
}
