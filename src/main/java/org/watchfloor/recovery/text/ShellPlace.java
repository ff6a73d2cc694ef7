package org.watchfloor.recovery.text;

import java.util.Optional;
import org.watchfloor.recovery.text.Template.Hole;

/**
 * Where in a command line the shell is, as far as it matters for a quoted word. Stricter than shells are: behind a
 * substitution, an expansion in braces, arithmetic, a subscript or a here-document it takes no placeholder any more.
 * Confined to one thread.
 */
final class ShellPlace {
    private enum Quotes {
        NONE,
        SINGLE,
        DOUBLE,
        COMMENT
    }

    private static final String WORD_ENDS = " \t\n;&|()<>";

    private Quotes quotes = Quotes.NONE;
    private boolean escaped;
    private boolean intricate;
    /** A space at first: a word may begin. */
    private char before = ' ';

    void pass(char c) {
        if (escaped) {
            escaped = false;
            before = c == '\n' ? before : 'x'; // a shell removes a backslash before the end of a line
            return;
        }
        switch (quotes) {
            case NONE -> plain(c);
            case DOUBLE -> inDouble(c);
            case SINGLE -> quotes = c == '\'' ? Quotes.NONE : quotes;
            case COMMENT -> quotes = c == '\n' ? Quotes.NONE : quotes;
        }
        before = escaped ? before : c;
    }

    /** A placeholder stood here. */
    void passWord() {
        before = 'x';
    }

    private void plain(char c) {
        switch (c) {
            case '\\' -> escaped = true;
            case '\'' -> {
                intricate |= before == '$';
                quotes = Quotes.SINGLE;
            }
            case '"' -> quotes = Quotes.DOUBLE;
            case '#' -> quotes = WORD_ENDS.indexOf(before) >= 0 ? Quotes.COMMENT : quotes;
            case '<', '(' -> intricate |= before == c || before == '$';
            case '[' -> intricate |= WORD_ENDS.indexOf(before) < 0;
            default -> substitution(c);
        }
    }

    private void inDouble(char c) {
        switch (c) {
            case '\\' -> escaped = true;
            case '"' -> quotes = Quotes.NONE;
            default -> substitution(c);
        }
    }

    private void substitution(char c) {
        intricate |= c == '`' || (before == '$' && (c == '(' || c == '{'));
    }

    Optional<Fault> fault(Hole hole) {
        String name = "{{" + hole.name() + "}}";
        if (intricate) {
            return fault(
                    hole,
                    "stands behind a $(…), ((…)), ${…}, […], `…` or <<",
                    "put it into a variable before: v=" + name);
        }
        if (escaped || before == '$') {
            return fault(hole, "stands right behind a backslash or a dollar sign", "put a space between them");
        }
        return switch (quotes) {
            case NONE -> Optional.empty();
            case SINGLE, DOUBLE -> fault(hole, "stands inside quotes", "remove the quotes: it becomes one quoted word");
            case COMMENT -> fault(hole, "stands in a comment of the shell", "remove it from there");
        };
    }

    private static Optional<Fault> fault(Hole hole, String where, String mend) {
        return Optional.of(new Fault(hole.offset(), "the placeholder {{" + hole.name() + "}} " + where, mend));
    }
}
