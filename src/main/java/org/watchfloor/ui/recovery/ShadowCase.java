package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.ui.fx.Formats;

/**
 * Something that would have begun by itself, and what happened without it. Immutable.
 *
 * @param held what would have begun
 * @param failure because of which; empty if it is not on record any more
 * @param mended what succeeded for the same check while the failure lasted; empty if nothing did
 */
record ShadowCase(Action held, Optional<Failure> failure, Optional<Action> mended) {
    /** What happened without it. */
    enum Ending {
        LASTS,
        BY_ITSELF,
        BY_PERSON,
        BY_ACTION,
        UNKNOWN
    }

    Ending ending() {
        if (failure.isEmpty()) {
            return Ending.UNKNOWN;
        }
        if (failure.get().ended().isEmpty()) {
            return Ending.LASTS;
        }
        return mended.map(action -> switch (action.cause()) {
                    case Cause.ByHand _ -> Ending.BY_PERSON;
                    case Cause.ByItself _ -> Ending.BY_ACTION;
                })
                .orElse(Ending.BY_ITSELF);
    }

    /** From when it would have begun to the end of the failure. */
    Optional<Duration> lasted() {
        return failure.flatMap(Failure::ended).map(end -> Duration.between(held.asked(), end.at()));
    }

    /** One sentence. */
    String words() {
        String after = lasted().map(Formats::duration).orElse("");
        return switch (ending()) {
            case LASTS -> "still failing";
            case UNKNOWN -> "the failure is not on record any more";
            case BY_PERSON, BY_ACTION ->
                "ended " + after + " later, after "
                        + mended.map(ShadowCase::name).orElse("");
            case BY_ITSELF ->
                "ended " + after + " later: "
                        + failure.flatMap(Failure::ended)
                                .map(Failure.Ended::by)
                                .map(by -> by.equals("itself") ? "by itself" : by)
                                .orElse("");
        };
    }

    private static String name(Action action) {
        String by = switch (action.cause()) {
            case Cause.ByHand byHand -> byHand + " had begun ";
            case Cause.ByItself _ -> "";
        };
        return by + "action " + action.id() + " (" + action.title() + ")";
    }
}
