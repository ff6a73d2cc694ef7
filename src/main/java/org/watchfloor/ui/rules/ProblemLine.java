package org.watchfloor.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryProblem;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.Place;
import org.watchfloor.model.Names;

/**
 * Something wrong with a draft.
 *
 * @param where the key with the character, and the line: {@code when, character 8 · line 1}
 * @param excerpt the line, and below it a mark under the character; empty if it is not about the text
 * @param index the character in the whole text, from 0
 */
record ProblemLine(String where, String excerpt, String what, String mend, OptionalInt index) {
    private static final int MOST = 64 * 1_024;
    private static final int BEFORE = 48;
    private static final int AFTER = 20;

    private static ProblemLine of(EntryProblem found, EntryId id, String text) {
        ConfigProblem problem = found.problem();
        Optional<Place> place = found.entry().equals(Optional.of(id))
                ? EntryText.placeOf(text, found.path(), found.offset())
                : Optional.empty();
        String spot = found.path()
                + (found.offset().isPresent() ? ", character " + (found.offset().getAsInt() + 1) : "");
        return place.map(at -> at(at, spot.isEmpty() ? "the rule" : spot, problem, text))
                .orElseGet(() -> new ProblemLine(
                        found.entry().isPresent() ? "the rule" : problem.place().toString(),
                        "",
                        problem.what(),
                        problem.mend(),
                        OptionalInt.empty()));
    }

    static List<ProblemLine> all(List<EntryProblem> found, EntryId id, String text) {
        return found.stream().map(problem -> of(problem, id, text)).toList();
    }

    /** Problems whose places are those of the text. */
    static List<ProblemLine> all(List<ConfigProblem> found, String text) {
        return found.stream().map(problem -> of(problem, text)).toList();
    }

    /** What is wrong before the text is read; empty if nothing is. */
    static Optional<ProblemLine> ofWhole(String id, String text) {
        if (!Names.isName(id)) {
            return Optional.of(whole("the rule has no name", Names.RULE));
        }
        return text.length() > MOST
                ? Optional.of(whole("the rule is too long", "keep it below 64 KiB"))
                : Optional.empty();
    }

    private static ProblemLine whole(String what, String mend) {
        return new ProblemLine("the rule", "", what, mend, OptionalInt.empty());
    }

    private static ProblemLine of(ConfigProblem problem, String text) {
        return at(problem.place(), "", problem, text);
    }

    private static ProblemLine at(Place place, String spot, ConfigProblem problem, String text) {
        List<String> lines = text.lines().toList();
        int row = Math.clamp(place.line() - 1L, 0, Math.max(0, lines.size() - 1));
        String line = lines.isEmpty() ? "" : lines.get(row);
        int column = Math.clamp(place.column() - 1L, 0, line.length());
        int index = lines.stream()
                        .limit(row)
                        .mapToInt(before -> before.length() + 1)
                        .sum()
                + column;
        String where = (spot.isEmpty() ? "" : spot + " · ") + "line " + (row + 1);
        return new ProblemLine(where, excerpt(line, column), problem.what(), problem.mend(), OptionalInt.of(index));
    }

    private static String excerpt(String line, int column) {
        int from = Math.max(0, column - BEFORE);
        int to = Math.min(line.length(), column + AFTER);
        return (line.substring(from, to) + "\n" + " ".repeat(column - from) + "^").replace('\t', ' ');
    }
}
