package org.watchfloor.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.failure.Failure;

/**
 * The failures that last, at most one of each check. Immutable.
 *
 * @param open by check
 * @param last highest number given so far, 0 if none
 */
public record Failures(SortedMap<CheckId, Failure> open, long last) {
    public static final Failures NONE = new Failures(new TreeMap<>(), 0);

    public Failures {
        open = Collections.unmodifiableSortedMap(open);
    }

    /** As the journal knows them. */
    static Failures restored(RestoredFailures restored) {
        TreeMap<CheckId, Failure> open = new TreeMap<>();
        restored.open().forEach(failure -> open.put(failure.target().check(), failure));
        return new Failures(open, restored.last());
    }

    public Optional<Failure> of(CheckId check) {
        return Optional.ofNullable(open.get(check));
    }

    /** In the order in which they began. */
    public List<Failure> all() {
        return open.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    Failures with(Failure failure) {
        TreeMap<CheckId, Failure> next = new TreeMap<>((Map<CheckId, Failure>) open);
        if (failure.ended().isPresent()) {
            next.remove(failure.target().check());
        } else {
            next.put(failure.target().check(), failure);
        }
        return new Failures(next, Math.max(last, failure.id().value()));
    }
}
