package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/** HTTP over TLS from the first byte. */
final class SecureWebProtocol implements Protocol {
    private final ThreadFactory threads;
    private final WebSite site;
    private final Certificates certificates;

    SecureWebProtocol(ThreadFactory threads, WebSite site, Certificates certificates) {
        this.threads = threads;
        this.site = site;
        this.certificates = certificates;
    }

    @Override
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.copyOf(Certificates.FAULTS);
        faults.addAll(new WebProtocol(threads, site).faults());
        return faults;
    }

    @Override
    public Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException {
        SSLContext context = certificates.context(fault);
        Conversation http = new HttpConversation(site, fault);
        return SocketListener.at(address, threads, Manner.of(fault), connection -> {
            connection.secure(context);
            http.hold(connection);
        });
    }
}
