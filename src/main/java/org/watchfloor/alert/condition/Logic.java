package org.watchfloor.alert.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.alert.condition.Token.Kind;

/** Reads what holds comparisons together, by recursive descent: or, and, not, brackets. Confined to one parse. */
final class Logic<S> {
    private final Tokens tokens;
    private final Comparisons<S> comparisons;

    Logic(Tokens tokens, Comparisons<S> comparisons) {
        this.tokens = tokens;
        this.comparisons = comparisons;
    }

    /** Reads one comparison. */
    interface Comparisons<S> {
        Condition<S> read() throws Refused;
    }

    Condition<S> condition() throws Refused {
        List<Condition<S>> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (tokens.takeIfWord("or"));
        return parts.size() == 1
                ? parts.getFirst()
                : new Or<>(parts.stream()
                        .flatMap(part -> part instanceof Or<S> or ? or.parts().stream() : Stream.of(part))
                        .toList());
    }

    private Condition<S> and() throws Refused {
        List<Condition<S>> parts = new ArrayList<>();
        do {
            parts.add(unary());
        } while (tokens.takeIfWord("and"));
        return parts.size() == 1
                ? parts.getFirst()
                : new And<>(parts.stream()
                        .flatMap(part -> part instanceof And<S> and ? and.parts().stream() : Stream.of(part))
                        .toList());
    }

    private Condition<S> unary() throws Refused {
        Token first = tokens.peek();
        tokens.countPart(first);
        tokens.descend(first);
        Condition<S> read;
        if (tokens.takeIfWord("not")) {
            read = new Not<>(unary());
        } else if (tokens.takeIf(Kind.OPEN)) {
            read = condition();
            close(first);
        } else {
            read = comparisons.read();
        }
        tokens.ascend();
        return read;
    }

    private void close(Token opened) throws Refused {
        if (tokens.peek().is(Kind.END)) {
            throw new Refused(opened.offset(), "this bracket is not closed", "close it with )");
        }
        if (!tokens.takeIf(Kind.CLOSE)) {
            throw tokens.unexpected("the bracket's end");
        }
    }
}
