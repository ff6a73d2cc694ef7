package org.watchfloor.ui.recovery;

import java.util.Locale;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.ui.detail.SafeText;

/** What a failure is, in one line. */
final class FailureWords {
    private static final int LONGEST = 300;

    private FailureWords() {}

    /** Its kind and what was seen, or only that if it says the same. */
    static String of(Failure failure) {
        String kind = failure.kind().type().text();
        String message = SafeText.line(failure.message(), LONGEST);
        return message.toLowerCase(Locale.ROOT).startsWith(kind) ? message : kind + ": " + message;
    }
}
