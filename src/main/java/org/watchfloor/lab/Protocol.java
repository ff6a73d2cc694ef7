package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/** What a service speaks and which of its faults it can show. */
interface Protocol {
    /** The faults beside a closed port, which every service can suffer. */
    Set<Fault> faults();

    /** Listens at the address, sound or with one of its faults, from now on. */
    Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException;
}
