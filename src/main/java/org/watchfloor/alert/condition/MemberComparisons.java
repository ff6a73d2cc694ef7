package org.watchfloor.alert.condition;

import org.watchfloor.alert.condition.MemberTally.Kind;

/** Reads comparisons about a group of checks. Confined to one parse. */
final class MemberComparisons implements Logic.Comparisons<Members> {
    private final Tokens tokens;
    private final FigureReader figures;
    private final Logic<Sight> each;

    MemberComparisons(Tokens tokens) {
        this.tokens = tokens;
        this.figures = new FigureReader(tokens);
        this.each = new Logic<>(tokens, new CheckComparisons(tokens));
    }

    @Override
    public Condition<Members> read() throws Refused {
        Token first = tokens.take();
        if (first.is(Token.Kind.WORD) && tokens.peek().is(Token.Kind.OPEN)) {
            return switch (first.text()) {
                case "count" -> tally(Kind.COUNT);
                case "share" -> tally(Kind.SHARE);
                default -> figure(FigureReader.aggregate(first, Words.MEMBER_FUNCTIONS));
            };
        }
        String what =
                first.is(Token.Kind.END) ? "a comparison is missing" : first.shown() + " says nothing about a group";
        throw new Refused(
                first.offset(),
                what,
                "write such as count(state == DOWN) >= 2, max(latency) > 2s or share(failed == 1) > 5%");
    }

    private Condition<Members> tally(Kind kind) throws Refused {
        String word = Words.lower(kind);
        Token open = tokens.take();
        tokens.descend(open);
        Condition<Sight> condition = each.condition();
        tokens.ascend();
        tokens.expect(Token.Kind.CLOSE, ")", "after the condition of " + word);
        return MemberTally.of(kind, condition, new LeftSide(word + "(…)", word, kind.dimension()).readBound(tokens));
    }

    private Condition<Members> figure(Aggregate aggregate) throws Refused {
        tokens.take();
        Figure figure = figures.read();
        if (tokens.peek().is(Token.Kind.COMMA)) {
            String left = aggregate.word() + "(" + figure.text();
            throw new Refused(
                    tokens.peek().offset(),
                    left + ", …) is about one check, not about a group",
                    "write such as max(" + left + ", 5m))");
        }
        tokens.expect(Token.Kind.CLOSE, ")", "after " + figure.text());
        return new MemberFigure(
                aggregate, figure, LeftSide.of(figure).of(aggregate).readBound(tokens));
    }
}
