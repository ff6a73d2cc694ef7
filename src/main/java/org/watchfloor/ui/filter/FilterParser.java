package org.watchfloor.ui.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a filter from left to right, remembering where it is for its complaints. */
final class FilterParser {
    static final int LONGEST = 500;

    private final String text;
    private int at;

    FilterParser(String text) {
        this.text = text;
    }

    FilterResult parse() {
        if (text.length() > LONGEST) {
            return new FilterProblem(LONGEST, "a filter has at most " + LONGEST + " characters");
        }
        try {
            List<Term> terms = new ArrayList<>();
            for (skipBlanks(); at < text.length(); skipBlanks()) {
                terms.add(term());
            }
            return new Filter(text, terms);
        } catch (Misread misread) {
            return misread.problem();
        }
    }

    private Term term() throws Misread {
        boolean negated = text.charAt(at) == '-';
        if (negated && (++at == text.length() || Character.isWhitespace(text.charAt(at)))) {
            throw new Misread(at - 1, "\"-\" stands before what must not be: -state:up");
        }
        Term term = text.charAt(at) == '"' ? Keys.anywhere(quoted()) : wordOrKey();
        return negated ? term.negated() : term;
    }

    private Term wordOrKey() throws Misread {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ':') {
            at++;
        }
        String word = text.substring(start, at);
        if (at == text.length() || text.charAt(at) != ':') {
            return Keys.anywhere(word);
        }
        at++;
        return Keys.term(word.toLowerCase(Locale.ROOT), start, values());
    }

    private List<Value> values() throws Misread {
        List<Value> values = new ArrayList<>();
        values.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        return values;
    }

    private Value value() throws Misread {
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            return new Value(start, quoted());
        }
        while (at < text.length() && text.charAt(at) != ',' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return new Value(start, text.substring(start, at));
    }

    private String quoted() throws Misread {
        int start = at;
        int end = text.indexOf('"', start + 1);
        if (end < 0) {
            throw new Misread(start, "the quote that begins here is not closed");
        }
        at = end + 1;
        return text.substring(start + 1, end);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** What stands after a key, and where. */
    record Value(int position, String text) {}

    /** Leaves the parser from any depth; never seen outside this package. */
    static final class Misread extends Exception {
        private final int position;

        Misread(int position, String message) {
            super(message, null, false, false);
            this.position = position;
        }

        FilterProblem problem() {
            return new FilterProblem(position, String.valueOf(getMessage()));
        }
    }
}
