package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;

/**
 * What is known of why checks fail at present, in the order of the layout; immutable. Nothing of it outlives a restart.
 *
 * @param open how many descents were asked for and are not answered yet
 */
public record Diagnoses(Slots<Optional<Case>> cases, int open) {
    /**
     * One outage of one check, or a time in which it works.
     *
     * @param since when the first failed look of the outage began; empty while the check works
     * @param good the last good result, if one is known, to compare with
     * @param asked the descent that is not answered yet, if there is one
     * @param found what was found last; empty if nothing was, or nothing could be found out
     */
    public record Case(
            Optional<Instant> since, Optional<CheckResult> good, Optional<Asked> asked, Optional<Diagnosis> found) {
        boolean isOpen() {
            return asked.isPresent();
        }
    }

    /**
     * A descent that was asked for.
     *
     * @param at when; tells it from others of the check
     * @param byHand whether a person waits for it
     */
    public record Asked(Instant at, boolean byHand) {}

    static Diagnoses none(int checks) {
        return new Diagnoses(Slots.copyOf(Collections.nCopies(checks, Optional.<Case>empty())), 0);
    }

    /** What was found of the present outage of the check, or by hand while it works. */
    public Optional<Diagnosis> of(Layout layout, CheckId check) {
        return layout.slot(check).flatMap(this::at).flatMap(Case::found);
    }

    /** The last good result of the check, if one is known. */
    public Optional<CheckResult> good(Layout layout, CheckId check) {
        return layout.slot(check).flatMap(this::at).flatMap(Case::good);
    }

    /** Since when a descent is under way for the check, or waits for its place. */
    public Optional<Instant> underWay(Layout layout, CheckId check) {
        return layout.slot(check).flatMap(this::at).flatMap(Case::asked).map(Asked::at);
    }

    Optional<Case> at(int slot) {
        return slot < cases.size() ? cases.get(slot) : Optional.empty();
    }

    Diagnoses with(int slot, Optional<Case> next) {
        return new Diagnoses(cases.with(slot, next), open + count(next) - count(at(slot)));
    }

    /** The same for another layout; what is asked for and not answered is lost with a check that has changed. */
    Diagnoses moved(Layout from, Layout to) {
        List<Optional<Case>> moved = new ArrayList<>(to.checks().size());
        for (Check check : to.checks()) {
            moved.add(from.slot(check.id()).flatMap(this::at).filter(known -> !known.isOpen() || goesOn(from, check)));
        }
        return new Diagnoses(
                Slots.copyOf(moved), moved.stream().mapToInt(Diagnoses::count).sum());
    }

    /** The schedule drops what is under way for a check that has changed. */
    private static boolean goesOn(Layout from, Check check) {
        return from.check(check.id()).filter(old -> Agenda.isSame(old, check)).isPresent();
    }

    private static int count(Optional<Case> some) {
        return some.filter(Case::isOpen).isPresent() ? 1 : 0;
    }
}
