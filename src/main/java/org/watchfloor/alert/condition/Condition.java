package org.watchfloor.alert.condition;

import java.time.Instant;

/**
 * When an alert rule holds; what {@link ConditionParser} makes of its text. Two conditions are equal if they say the
 * same in the same order, whatever the blanks and brackets. Immutable; any thread may evaluate it.
 *
 * @param <S> what it is about: {@link Sight}, one check, or {@link Members}, a group
 */
public sealed interface Condition<S>
        permits And, Or, Not, StateIn, StateIsNot, AgeTest, FigureTest, MemberTally, MemberFigure {
    Truth test(S subject, Instant now);

    /**
     * Says in one sentence without a full stop why the condition is true now: the parts that made it true. Says in the
     * same way why it is false, or what is missing.
     */
    String explain(S subject, Instant now);

    /** The normal form, which parses to an equal condition. */
    String text();

    /** What has to be kept of each check so that this condition can be evaluated. */
    Needs needs();
}
