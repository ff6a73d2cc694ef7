package org.watchfloor.ui.channels;

import org.watchfloor.model.NoticeId;

/**
 * A notice on its way or at its end.
 *
 * @param about its worst alert and how many more
 * @param trouble why it is not delivered; may be empty
 * @param canResend it was given up, and a person may send it again
 */
record NoticeRow(
        NoticeId id,
        String at,
        String channel,
        String kind,
        String about,
        String state,
        String trouble,
        boolean canResend) {}
