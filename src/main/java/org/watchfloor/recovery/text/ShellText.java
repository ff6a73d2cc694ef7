package org.watchfloor.recovery.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.watchfloor.recovery.text.Template.Hole;
import org.watchfloor.recovery.text.Template.Literal;

/**
 * Values as words of a command line. A word is single-quoted (POSIX.1-2024, shell command language, 2.2.2); quotes and
 * backslashes stand outside the quotes behind a backslash, so that shells that read backslashes inside quotes, such as
 * fish, understand the same. Pure functions.
 */
final class ShellText {
    private static final Pattern OUTSIDE = Pattern.compile("['\\\\]");

    private ShellText() {}

    static String word(String value) {
        return "'" + OUTSIDE.matcher(value).replaceAll("'\\\\$0'") + "'";
    }

    /** A quoted word stays one word only where the shell reads plain words. */
    static List<Fault> faults(Template template) {
        List<Fault> faults = new ArrayList<>();
        ShellPlace place = new ShellPlace();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Literal(String text, int _) -> text.chars().forEach(c -> place.pass((char) c));
                case Hole hole -> {
                    place.fault(hole).ifPresent(faults::add);
                    place.passWord();
                }
            }
        }
        return faults;
    }
}
