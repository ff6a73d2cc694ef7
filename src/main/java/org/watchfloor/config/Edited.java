package org.watchfloor.config;

import java.util.List;

/** What became of a change of the console's file. Immutable. */
public sealed interface Edited {
    /**
     * The file is on the disk, or, when it was only asked, would be. The reload that follows brings it into force.
     *
     * @param written entries as they stand now
     * @param removed entries that are gone
     */
    record Done(List<WrittenEntry> written, List<EntryId> removed) implements Edited {
        public Done {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Nothing was changed, because the configuration would not be read.
     *
     * @param problems at least one
     */
    record Invalid(List<EntryProblem> problems) implements Edited {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was changed; the sentence says why and what to do. */
    record Refused(Why why, String sentence) implements Edited {}

    /** Why a change is refused before anything is read. */
    enum Why {
        /** There is no such entry, or nothing to undo. */
        UNKNOWN,
        /** It is there already. */
        EXISTS,
        /** Somebody else changed it meanwhile. */
        CHANGED,
        /** It stands in a file that was written by hand. */
        ELSEWHERE,
        /** The file is written in a way that cannot be kept. */
        UNFIT,
        /** The disk does not take it. */
        DISK
    }
}
