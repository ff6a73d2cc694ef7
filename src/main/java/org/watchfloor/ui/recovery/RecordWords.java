package org.watchfloor.ui.recovery;

import org.watchfloor.model.Counted;
import org.watchfloor.recovery.action.TrackRecord;
import org.watchfloor.ui.fx.Formats;

/** How often something has helped, in words. */
final class RecordWords {
    private RecordWords() {}

    /** {@code worked 7 of 8 times, median 40 s}, {@code never tried}. */
    static String of(TrackRecord record) {
        if (record.isUntried()) {
            return "never tried";
        }
        return "worked " + record.worked() + " of " + Counted.of(record.tried(), "time")
                + record.median()
                        .map(median -> ", median " + Formats.duration(median))
                        .orElse("");
    }
}
