package org.watchfloor.alert.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.condition.Token.Kind;

/** The tokens of one text, with one token of foresight, and the limits on what is made of them. Confined to one parse. */
final class Tokens {
    static final int LEVELS = 50;
    static final int PARTS = 200;

    private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d", "B", "KiB", "MiB", "GiB", "TiB", "%");

    private final Lexer lexer;
    private Token coming;
    private int level;
    private int parts;

    Tokens(String text) throws Refused {
        this.lexer = new Lexer(text);
        this.coming = lexer.next();
    }

    Token peek() {
        return coming;
    }

    Token take() throws Refused {
        Token taken = coming;
        coming = lexer.next();
        return taken;
    }

    boolean takeIf(Kind kind) throws Refused {
        boolean isThere = coming.is(kind);
        if (isThere) {
            take();
        }
        return isThere;
    }

    boolean takeIfWord(String word) throws Refused {
        boolean isThere = coming.isWord(word);
        if (isThere) {
            take();
        }
        return isThere;
    }

    void expect(Kind kind, String sign, String where) throws Refused {
        if (!takeIf(kind)) {
            throw new Refused(
                    coming.offset(), "expected " + sign + " " + where + ", found " + coming.shown(), "write " + sign);
        }
    }

    Operator takeOperator(String left) throws Refused {
        if (coming.is(Kind.COMMA)) {
            throw new Refused(
                    coming.offset(),
                    "expected a comparison after " + left + ", found \",\"",
                    "a window belongs to a function over time, such as avg(latency, 5m) > 500ms");
        }
        if (!coming.is(Kind.OPERATOR)) {
            throw new Refused(
                    coming.offset(),
                    "expected a comparison after " + left + ", found " + coming.shown(),
                    "write such as " + left + " > 5; there are <, <=, >, >=, == and !=");
        }
        Token taken = take();
        if (taken.text().equals("<")
                && coming.is(Kind.OPERATOR)
                && coming.text().equals(">")) {
            throw new Refused(taken.offset(), "\"<>\" is no comparison", "write !=");
        }
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.sign().equals(taken.text()))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing may follow. */
    void expectEnd() throws Refused {
        if (coming.is(Kind.CLOSE)) {
            throw new Refused(coming.offset(), "this bracket closes nothing", "remove it, or open one before");
        }
        if (!coming.is(Kind.END)) {
            throw unexpected("the end");
        }
    }

    /** Of what follows a comparison. */
    Refused unexpected(String end) {
        String what = "expected and, or, or " + end + ", found " + coming.shown();
        if (coming.is(Kind.WORD) && UNITS.contains(coming.text())) {
            return new Refused(coming.offset(), what, "write the unit without a blank before it");
        }
        Optional<String> meant =
                coming.is(Kind.WORD) ? Nearest.to(coming.text(), List.of("and", "or")) : Optional.empty();
        return new Refused(
                coming.offset(),
                what,
                meant.map(word -> "did you mean " + word + "?").orElse("join conditions by and, or"));
    }

    void descend(Token at) throws Refused {
        if (++level > LEVELS) {
            throw new Refused(at.offset(), "more than " + LEVELS + " levels", "use fewer brackets or several rules");
        }
    }

    void ascend() {
        level--;
    }

    void countPart(Token at) throws Refused {
        if (++parts > PARTS) {
            throw new Refused(at.offset(), "more than " + PARTS + " parts", "split it into several rules");
        }
    }
}
