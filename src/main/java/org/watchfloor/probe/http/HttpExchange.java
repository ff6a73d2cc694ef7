package org.watchfloor.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolMeter;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.tls.ClientKeyRequest;

/** Sends requests within the budget of one look. Confined to its thread. */
final class HttpExchange {
    private final HttpCheck check;
    private final OkHttpClient client;
    private final NameLookup names;
    private final Deadline deadline;
    private final PoolMeter meter;

    HttpExchange(HttpCheck check, OkHttpClient client, NameLookup names, Deadline deadline, PoolMeter meter) {
        this.check = check;
        this.client = client;
        this.names = names;
        this.deadline = deadline;
        this.meter = meter;
    }

    HttpTrace newTrace() {
        return new HttpTrace(deadline, meter);
    }

    /** Looks the name up, connects and reads the head of the answer; the deadline goes on for its body. */
    Response send(Request request, HttpTrace trace) throws IOException, InterruptedException {
        List<InetAddress> addresses = find(request.url(), trace);
        Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
        try (PoolMeter.Ask _ = trace.asking()) {
            Response response = FoundAddresses.execute(call, addresses);
            ClientKeyRequest.forget();
            return response;
        } catch (IOException e) {
            call.cancel();
            throw e;
        }
    }

    private List<InetAddress> find(HttpUrl url, HttpTrace trace) throws IOException, InterruptedException {
        String host = check.proxy().map(URI::getHost).orElse(url.host());
        ClientKeyRequest.forget();
        trace.begin(host + ":" + url.port());
        List<InetAddress> addresses = names.lookup(host, deadline);
        trace.found(addresses);
        if (!NameLookup.isAddress(host)) {
            trace.finished(Phase.NAME);
        }
        return addresses;
    }
}
