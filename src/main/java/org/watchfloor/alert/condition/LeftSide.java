package org.watchfloor.alert.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is compared, a state or an age apart.
 *
 * @param text as it stands in the condition
 * @param word the name in it that may hold a typing error
 */
record LeftSide(String text, String word, Dimension dimension) {
    private static final List<String> DURATIONS =
            Stream.concat(Stream.of("age"), Words.TIMES.stream()).toList();

    static LeftSide of(Figure figure) {
        Dimension dimension = Dimension.of(figure.metric());
        return new LeftSide(
                figure.text(),
                figure.metric().name(),
                figure instanceof OverTime over ? dimension.of(over.aggregate()) : dimension);
    }

    /** An aggregate of this over the members of a group. */
    LeftSide of(Aggregate aggregate) {
        return new LeftSide(aggregate.word() + "(" + text + ")", word, dimension.of(aggregate));
    }

    /** Reads the sign and the literal that follow. */
    Bound readBound(Tokens tokens) throws Refused {
        Operator operator = tokens.takeOperator(text);
        Token right = tokens.take();
        Literal literal = Literals.read(right);
        Bound bound = dimension
                .bound(operator, literal)
                .orElseThrow(() -> new Refused(
                        right.offset(), text + " is " + dimension.what() + ", not " + literal.kind(), mend(literal)));
        if (!dimension.reaches(bound.limit())) {
            throw new Refused(
                    right.offset(), text + " is " + dimension.what() + ", never " + right.text(), dimension.mend());
        }
        return bound;
    }

    private String mend(Literal literal) {
        Optional<String> meant = switch (literal) {
            case Literal.Time _ -> Nearest.to(word, DURATIONS);
            case Literal.OfState _ -> Nearest.to(word, List.of("state"));
            case Literal.Plain _, Literal.Percent _, Literal.Bytes _ -> Optional.empty();
        };
        if (meant.isEmpty() && word.equals(Words.CERT_DAYS_LEFT)) {
            return "write the number of days, such as 14";
        }
        return meant.filter(other -> !other.equals(word))
                .map(other -> "did you mean " + other + "?")
                .orElse(dimension.mend());
    }
}
