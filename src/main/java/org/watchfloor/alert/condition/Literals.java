package org.watchfloor.alert.condition;

import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.alert.condition.Token.Kind;
import org.watchfloor.model.State;

/** Reads the right side of a comparison. */
final class Literals {
    private static final Pattern FRACTION_OF_UNIT = Pattern.compile("\\d+\\.\\d+[A-Za-z]+");
    private static final Pattern OTHER_BYTES = Pattern.compile("\\d+(\\.\\d+)?([kKMGT][bB]?|[KMGT]i|[kmgt]i[bB])");

    private Literals() {}

    static Literal read(Token token) throws Refused {
        if (token.is(Kind.WORD)) {
            Optional<Literal> literal = Literal.parse(token.text());
            if (literal.isPresent()) {
                return literal.get();
            }
        }
        throw new Refused(token.offset(), token.shown() + " is not a value", mend(token));
    }

    static State state(Token token) throws Refused {
        if (token.is(Kind.WORD) && Words.STATES.contains(token.text())) {
            return State.valueOf(token.text());
        }
        throw new Refused(token.offset(), token.shown() + " is not a state", Nearest.mend(token.text(), Words.STATES));
    }

    private static String mend(Token token) {
        String text = token.text();
        if (token.is(Kind.WORD) && OTHER_BYTES.matcher(text).matches()) {
            return "bytes are written as 512B, 64KiB, 10MiB, 2GiB or 1TiB";
        }
        if (token.is(Kind.WORD) && FRACTION_OF_UNIT.matcher(text).matches()) {
            return "use whole numbers of a smaller unit, such as 1s500ms or 1536MiB";
        }
        if (token.is(Kind.QUOTED)) {
            return "write the value without quotes";
        }
        return Nearest.to(text, Words.STATES)
                .map(state -> "did you mean " + state + "?")
                .orElse("write a number, 5%, a duration such as 500ms, or bytes such as 10MiB");
    }
}
