package org.watchfloor.engine;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Muting;

/** The past as it matters for silences. The rules of {@link History} hold here too. */
public interface SilenceHistory {
    /** What a silence would have kept quiet of the alerts that began, and of the notices that were decided, since then. */
    CompletableFuture<Muting.Count> wouldHaveMuted(Matchers matchers, Instant since);

    /** What a silence kept quiet in the span, by its id and by whatever it matched then. */
    CompletableFuture<Muted> muted(String silence, Instant from, Instant to);
}
