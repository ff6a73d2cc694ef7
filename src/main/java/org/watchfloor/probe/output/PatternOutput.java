package org.watchfloor.probe.output;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.TextSearch;

/** Looks for a pattern of the operator in a text of the target, within a time: the text may be made to be slow. */
final class PatternOutput {
    private static final Duration BUDGET = Duration.ofMillis(500);

    private PatternOutput() {}

    /** What came of the search. */
    enum Found {
        YES,
        NO,
        TOO_SLOW
    }

    static Found read(Expression pattern, String stdout, Reading reading) throws InterruptedException {
        try {
            Optional<MatchResult> match = new TextSearch(Deadline.in(BUDGET)).find(pattern, stdout);
            match.ifPresent(found -> groups(found).forEach(reading::take));
            return match.isPresent() ? Found.YES : Found.NO;
        } catch (TextSearch.Undecided _) {
            return Found.TOO_SLOW;
        }
    }

    /** In the order of the pattern. */
    private static Map<String, String> groups(MatchResult match) {
        Map<Integer, String> byNumber = new TreeMap<>();
        match.namedGroups().forEach((name, number) -> byNumber.put(number, name));
        Map<String, String> groups = new LinkedHashMap<>();
        byNumber.forEach((number, name) -> {
            String value = match.group(number);
            if (value != null) {
                groups.put(name, value);
            }
        });
        return groups;
    }
}
