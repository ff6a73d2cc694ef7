package org.watchfloor.ssh;

import java.util.Optional;

/** A secret that is looked up at the moment of use. Implement it as a record: equal secrets share their sessions. */
public interface SshSecret {
    /** The value, or empty if it is missing on this machine. */
    Optional<String> value();

    /** Where it comes from, safe to show. */
    String reference();
}
