package org.watchfloor.alert.condition;

/** Conditions whose text is known to be sound. */
final class Conditions {
    private Conditions() {}

    static Condition<Sight> check(String text) {
        return sound(ConditionParser.forCheck(text));
    }

    static Condition<Members> members(String text) {
        return sound(ConditionParser.forMembers(text));
    }

    static Truth test(String text, Sight sight) {
        return check(text).test(sight, FakeSight.NOW);
    }

    static Truth test(String text, Members members) {
        return members(text).test(members, FakeSight.NOW);
    }

    private static <S> Condition<S> sound(Parsed<S> parsed) {
        return parsed.condition()
                .orElseThrow(() -> new AssertionError(parsed.problem().orElseThrow()));
    }
}
