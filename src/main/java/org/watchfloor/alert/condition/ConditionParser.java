package org.watchfloor.alert.condition;

/**
 * Reads conditions in the language that this package describes. Bounded in time, memory and depth whatever the text;
 * any thread may call it.
 */
public final class ConditionParser {
    /** Characters, as written and in normal form. */
    static final int LONGEST = 2_000;

    private ConditionParser() {}

    /** A condition about one check. */
    public static Parsed<Sight> forCheck(String text) {
        return parse(text, tokens -> new Logic<>(tokens, new CheckComparisons(tokens)));
    }

    /** A condition about the members of a group. */
    public static Parsed<Members> forMembers(String text) {
        return parse(text, tokens -> new Logic<>(tokens, new MemberComparisons(tokens)));
    }

    /** Begins to read. */
    private interface Grammar<S> {
        Logic<S> over(Tokens tokens);
    }

    private static <S> Parsed<S> parse(String text, Grammar<S> grammar) {
        try {
            requireLength(text, "the condition has ", Math.min(text.length(), LONGEST));
            if (text.isBlank()) {
                throw new Refused(0, "the condition is empty", "write such as state == DOWN");
            }
            Tokens tokens = new Tokens(text);
            Condition<S> condition = grammar.over(tokens).condition();
            tokens.expectEnd();
            requireLength(condition.text(), "the condition has, written out in full, ", 0);
            return new Parsed.Sound<>(condition);
        } catch (Refused refused) {
            return new Parsed.Faulty<>(refused.problem());
        }
    }

    private static void requireLength(String text, String what, int offset) throws Refused {
        if (text.length() > LONGEST) {
            throw new Refused(
                    offset,
                    what + text.length() + " characters",
                    "at most " + LONGEST + " are allowed: split it into several rules");
        }
    }
}
