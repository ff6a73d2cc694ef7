package org.watchfloor.probe.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Gives each address of a name its share of the budget, so that a dead one cannot use up the whole. */
final class ConnectShare implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpTrace trace = chain.request().tag(HttpTrace.class);
        return trace == null
                ? chain.proceed(chain.request())
                : chain.withConnectTimeout(trace.connectMillis(), TimeUnit.MILLISECONDS)
                        .proceed(chain.request());
    }
}
