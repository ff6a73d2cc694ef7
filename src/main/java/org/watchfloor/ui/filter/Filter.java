package org.watchfloor.ui.filter;

import java.time.Instant;
import java.util.List;

/**
 * A test that checks pass or not; immutable. All conditions must hold; values of one key joined by commas are
 * alternatives; a leading {@code -} turns a condition around.
 *
 * <p>Keys: {@code state:down,pending}, {@code host:web*}, {@code check:front}, {@code tag:edge}, {@code group:core},
 * {@code type:http}, {@code ack:no} (it is down or an alert of it fires, and nobody owns that), {@code silenced:yes},
 * {@code maintenance:no} and so on for what else a check is marked as, {@code since:2h} (its state began within the last
 * two hours; {@code since:>2h}: longer ago), {@code reason:refused}. Anything else is searched for in names,
 * address, tags and message; quotes hold words together. Blind to case.
 */
public final class Filter implements FilterResult {
    /** Everything passes. */
    public static final Filter ALL = new Filter("", List.of());

    private final String text;
    private final List<Term> terms;

    Filter(String text, List<Term> terms) {
        this.text = text;
        this.terms = List.copyOf(terms);
    }

    /** Reads what the operator typed; never throws, whatever it is. */
    public static FilterResult parse(String text) {
        return new FilterParser(text).parse();
    }

    public boolean matches(Subject subject, Instant now) {
        for (Term term : terms) {
            if (!term.matches(subject, now)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
