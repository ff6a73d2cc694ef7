package org.watchfloor.probe.net;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;

/**
 * Why a look failed.
 *
 * @param message plain words that say what and where
 */
public record Failure(Reason reason, String message) {
    /** From the least to the most telling; every reason that is not listed tells more. */
    private static final List<Reason> VAGUE =
            List.of(Reason.INTERNAL, Reason.NO_ROUTE, Reason.CONNECT_TIMEOUT, Reason.REFUSED);

    /** The one to report when several addresses of a name failed: the one that got furthest. */
    public static Failure mostTelling(Collection<Failure> failures) {
        return failures.stream()
                .max(Comparator.comparingInt(Failure::rank))
                .orElseThrow(() -> new IllegalArgumentException("no failure to choose from"));
    }

    public Outcome outcome() {
        return reason == Reason.INTERNAL || reason == Reason.CREDENTIAL_MISSING
                ? new Outcome.Unknown(reason, message)
                : new Outcome.Down(reason, message);
    }

    private int rank() {
        int index = VAGUE.indexOf(reason);
        return index < 0 ? VAGUE.size() : index;
    }
}
