package org.watchfloor.web;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryProblem;
import org.watchfloor.config.WrittenEntry;

/** What the API says of changes of the configuration. */
final class EditJson {
    private EditJson() {}

    /** What is done, with the next reload of the configuration: in a second, or four without notices of the disk. */
    record Accepted(String command, List<EntryJson> written, List<String> removed, Optional<List<String>> notTaken) {}

    /** What a change would come to. */
    record Tried(boolean valid, List<ProblemJson> problems, Optional<List<String>> notTaken) {}

    /** RFC 9457, with all that is wrong. */
    record InvalidJson(String type, String title, int status, String detail, List<ProblemJson> problems) {}

    /** An entry as it is written. */
    record EntryJson(String entry, Object written, String place, Optional<String> revision) {
        static EntryJson of(WrittenEntry entry) {
            return new EntryJson(
                    entry.id().toString(),
                    JsonWritten.of(entry.keys()),
                    entry.place().toString(),
                    entry.revision());
        }
    }

    /**
     * Something wrong in a draft.
     *
     * @param entry absent if it is elsewhere in the configuration
     * @param path the key within the entry
     * @param offset the character in the text of that key, from 0
     */
    record ProblemJson(
            Optional<String> entry,
            Optional<String> path,
            Optional<Integer> offset,
            String place,
            String what,
            String mend) {
        static ProblemJson of(EntryProblem problem) {
            return new ProblemJson(
                    problem.entry().map(EntryId::toString),
                    CallerText.present(problem.path()),
                    problem.offset().isPresent() ? Optional.of(problem.offset().getAsInt()) : Optional.empty(),
                    problem.problem().place().toString(),
                    problem.problem().what(),
                    problem.problem().mend());
        }
    }
}
