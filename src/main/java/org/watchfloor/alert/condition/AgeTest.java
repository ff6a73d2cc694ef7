package org.watchfloor.alert.condition;

import java.time.Instant;

/** {@code age > 5m}: how long the present state has lasted, in milliseconds, against a bound. */
record AgeTest(Bound bound) implements Condition<Sight> {
    @Override
    public Truth test(Sight sight, Instant now) {
        return sight.state().isEmpty() ? Truth.MISSING : bound.test(age(sight, now));
    }

    @Override
    public String explain(Sight sight, Instant now) {
        Truth truth = test(sight, now);
        if (truth == Truth.MISSING) {
            return "the state of " + sight.name() + " is not known yet";
        }
        return sight.name() + " has been " + sight.state().orElseThrow() + " for "
                + bound.as(truth).fact(age(sight, now));
    }

    @Override
    public String text() {
        return "age " + bound.text();
    }

    @Override
    public Needs needs() {
        return Needs.AGE;
    }

    /** Never negative, though a clock may run backwards. */
    private static double age(Sight sight, Instant now) {
        return Math.max(0, now.toEpochMilli() - sight.since().toEpochMilli());
    }
}
