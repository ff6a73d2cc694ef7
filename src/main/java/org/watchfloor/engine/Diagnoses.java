package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Diagnosis;

/**
 * What is known of why checks fail at present, in the order of the layout; immutable. Nothing of it outlives a restart.
 *
 * @param open how many descents were asked for and are not answered yet
 */
public record Diagnoses(Slots<Optional<Case>> cases, int open) {
    /**
     * One outage of one check.
     *
     * @param since when its first failed look began; tells it from other outages of the check
     * @param isOpen a descent was asked for and is not answered yet
     * @param found empty while it is open, and when nothing could be found out
     */
    public record Case(Instant since, boolean isOpen, Optional<Diagnosis> found) {}

    static Diagnoses none(int checks) {
        return new Diagnoses(Slots.copyOf(Collections.nCopies(checks, Optional.<Case>empty())), 0);
    }

    /** What was found of the present outage of the check. */
    public Optional<Diagnosis> of(Layout layout, CheckId check) {
        return layout.slot(check).flatMap(this::at).flatMap(Case::found);
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
