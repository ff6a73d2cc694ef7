package org.watchfloor.ui.hosts;

import java.util.Optional;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.filter.Filter;
import org.watchfloor.ui.filter.Subject;

/** Which checks of a snapshot a filter lets pass. */
record Sieve(Filter filter, Snapshot snapshot) {
    boolean lets(CheckId check) {
        return filter.isEmpty()
                || subject(check)
                        .filter(it -> filter.matches(it, snapshot.at()))
                        .isPresent();
    }

    private Optional<Subject> subject(CheckId check) {
        Layout layout = snapshot.state().layout();
        return layout.host(check.host())
                .flatMap(host -> layout.check(check)
                        .flatMap(config -> snapshot.check(check)
                                .map(health -> new Subject(host, config, health, snapshot.marks(check)))));
    }
}
