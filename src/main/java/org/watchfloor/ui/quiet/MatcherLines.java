package org.watchfloor.ui.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Matchers;

/**
 * Matchers as they are typed, one in a line. Immutable.
 *
 * @param matchers present if there is at least one, and each line is one
 * @param problem the first line that is none, and how to mend it; empty if there is none
 */
record MatcherLines(Optional<Matchers> matchers, String problem) {
    private static final int MOST = 50;
    private static final String MEND = "write such as host=\"web-1\", severity!=\"low\" or host=~\"web-.*\"";

    static MatcherLines of(String text) {
        List<Matcher> found = new ArrayList<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            Optional<Matcher> matcher = Matcher.parse(line);
            if (matcher.isEmpty()) {
                return new MatcherLines(Optional.empty(), line.strip() + " is not a matcher; " + MEND);
            }
            found.add(matcher.get());
        }
        if (found.isEmpty()) {
            return new MatcherLines(Optional.empty(), "Say what it is for; " + MEND);
        } else if (found.size() > MOST) {
            return new MatcherLines(
                    Optional.empty(), "More than " + MOST + " matchers; use a pattern such as =~\"a|b\"");
        }
        return new MatcherLines(Optional.of(new Matchers(found)), "");
    }
}
