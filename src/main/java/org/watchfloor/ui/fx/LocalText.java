package org.watchfloor.ui.fx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Sentences of the engine with their ISO 8601 times written in the operator's zone. Pure. */
public final class LocalText {
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private LocalText() {}

    /** {@code put aside until 18:00:00 CET}. */
    public static String of(String sentence, Formats formats, Instant now) {
        return INSTANT.matcher(sentence).replaceAll(found -> moment(found.group(), formats, now));
    }

    private static String moment(String written, Formats formats, Instant now) {
        try {
            return formats.moment(OffsetDateTime.parse(written).toInstant(), now);
        } catch (DateTimeException e) {
            return written;
        }
    }
}
