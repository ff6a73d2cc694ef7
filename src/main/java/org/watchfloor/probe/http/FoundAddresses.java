package org.watchfloor.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.Response;

/**
 * Hands the client the addresses that the look has found already, for its own lookup would block beyond any deadline. One
 * instance serves all calls, because connections are only reused between calls with the same {@link Dns}; the library
 * asks it on the thread of the call.
 */
final class FoundAddresses implements Dns {
    private static final ScopedValue<List<InetAddress>> ADDRESSES = ScopedValue.newInstance();

    /** Executes the call with these addresses, whatever host it is for. */
    static Response execute(okhttp3.Call call, List<InetAddress> addresses) throws IOException {
        return ScopedValue.where(ADDRESSES, addresses).call(call::execute);
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        if (!ADDRESSES.isBound()) {
            throw new UnknownHostException("name \"" + hostname + "\" was not looked up beforehand");
        }
        return ADDRESSES.get();
    }
}
