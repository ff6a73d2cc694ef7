package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/** HTTP in plain text. */
final class WebProtocol implements Protocol {
    private final ThreadFactory threads;
    private final WebSite site;

    WebProtocol(ThreadFactory threads, WebSite site) {
        this.threads = threads;
        this.site = site;
    }

    @Override
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.of(Fault.ERROR_5XX, Fault.WRONG_BODY);
        faults.addAll(Manner.FAULTS);
        if (site.isClosed()) {
            faults.add(Fault.AUTH_REFUSED);
        }
        return faults;
    }

    @Override
    public Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException {
        return SocketListener.at(address, threads, Manner.of(fault), new HttpConversation(site, fault));
    }
}
