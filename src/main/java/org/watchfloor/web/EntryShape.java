package org.watchfloor.web;

import java.util.Optional;
import org.watchfloor.config.Written;
import org.watchfloor.model.Actor;

/** What callers send is not always what is written. */
interface EntryShape {
    /** As it is sent. */
    EntryShape SENT = new EntryShape() {
        @Override
        public Written.Keys written(Written.Keys sent, Actor by) {
            return sent;
        }

        @Override
        public Optional<String> freshId() {
            return Optional.empty();
        }
    };

    /** @throws Problem 400 for what only callers can say, and say wrong */
    Written.Keys written(Written.Keys sent, Actor by);

    /** An id for an entry that is given none; empty if there must be one. */
    Optional<String> freshId();
}
