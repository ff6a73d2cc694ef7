package org.watchfloor.alert.condition;

import java.util.EnumSet;
import java.util.Set;
import org.watchfloor.alert.condition.Token.Kind;
import org.watchfloor.model.State;

/** Reads comparisons about one check. Confined to one parse. */
final class CheckComparisons implements Logic.Comparisons<Sight> {
    private final Tokens tokens;
    private final FigureReader figures;

    CheckComparisons(Tokens tokens) {
        this.tokens = tokens;
        this.figures = new FigureReader(tokens);
    }

    @Override
    public Condition<Sight> read() throws Refused {
        if (tokens.takeIfWord("state")) {
            return state();
        }
        if (tokens.takeIfWord("age")) {
            return age();
        }
        Figure figure = figures.read();
        return new FigureTest(figure, LeftSide.of(figure).readBound(tokens));
    }

    private Condition<Sight> state() throws Refused {
        if (tokens.takeIfWord("in")) {
            return stateIn();
        }
        if (tokens.peek().isWord("not")) {
            throw new Refused(tokens.peek().offset(), "not stands before state", "write not state in (…)");
        }
        Token sign = tokens.peek();
        Operator operator = tokens.takeOperator("state");
        if (!operator.isEquality()) {
            throw new Refused(sign.offset(), "states have no order", "write ==, != or state in (DOWN, UNREACHABLE)");
        }
        State state = Literals.state(tokens.take());
        return operator == Operator.EQUAL ? StateIn.of(EnumSet.of(state)) : new StateIsNot(state);
    }

    private Condition<Sight> stateIn() throws Refused {
        tokens.expect(Kind.OPEN, "(", "after in");
        Set<State> states = EnumSet.noneOf(State.class);
        do {
            states.add(Literals.state(tokens.take()));
        } while (tokens.takeIf(Kind.COMMA));
        tokens.expect(Kind.CLOSE, ")", "after the states");
        return StateIn.of(states);
    }

    private Condition<Sight> age() throws Refused {
        Token sign = tokens.peek();
        Operator operator = tokens.takeOperator("age");
        if (operator.isEquality()) {
            throw new Refused(sign.offset(), "age has each value for a moment only", "write > or <");
        }
        Token right = tokens.take();
        if (Literals.read(right) instanceof Literal.Time time) {
            return new AgeTest(new Bound(operator, time.millis(), Unit.AGE));
        }
        throw new Refused(
                right.offset(), "age is a duration, not " + right.shown(), "write a duration such as 5m or 1h30m");
    }
}
