package org.watchfloor.probe.net;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Searches text of a hostile peer with a regular expression, within the budget: some pairs of expression and text take
 * exponential time or exhaust the stack.
 */
public final class TextSearch {
    private final Deadline deadline;

    public TextSearch(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * The first match anywhere in the text.
     *
     * @throws Undecided if the budget ends first, or the expression needs too much stack on this text
     */
    public Optional<MatchResult> find(Expression expression, CharSequence text) throws Undecided, InterruptedException {
        try {
            Matcher matcher = expression.pattern().matcher(new WatchedText(text, deadline));
            return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        } catch (WatchedText.OutOfTime | StackOverflowError _) {
            Interrupts.rethrow();
            throw new Undecided();
        }
    }

    /** Whether the text matches could not be found out. */
    public static final class Undecided extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private Undecided() {
            super("the expression takes too long on this text", null, false, false);
        }
    }
}
