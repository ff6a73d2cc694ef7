package org.watchfloor.config;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong while the configuration is read. May be shared by the threads that parse the files. */
final class Problems {
    private static final Comparator<ConfigProblem> BY_PLACE = Comparator.comparing(
                    (ConfigProblem problem) -> problem.place().file())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());
    private static final int SHOWN = 60;
    private static final Pattern ODD = Pattern.compile("\\p{C}");

    /** A set: a template is read for every host that takes it over and would repeat itself. */
    private final Set<ConfigProblem> noted = Collections.synchronizedSet(new LinkedHashSet<>());

    void note(Place place, String what, String mend) {
        noted.add(new ConfigProblem(place, what, mend));
    }

    void note(ConfigProblem problem) {
        noted.add(problem);
    }

    void twice(String key, Place second, Place first) {
        note(second, quoted(key) + " is given twice, first at " + first, "keep one of the two");
    }

    boolean isEmpty() {
        return noted.isEmpty();
    }

    List<ConfigProblem> sorted() {
        synchronized (noted) {
            return noted.stream().sorted(BY_PLACE).toList();
        }
    }

    /** A text from outside, safe to show in one line of a message. */
    static String quoted(String text) {
        return "\"" + shown(text) + "\"";
    }

    static String shown(String text) {
        String line = ODD.matcher(text).replaceAll("?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
