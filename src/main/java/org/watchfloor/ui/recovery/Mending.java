package org.watchfloor.ui.recovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Running;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.TrackRecord;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.ui.detail.SafeText;

/**
 * What is being done and what can be done about some checks. Immutable.
 *
 * @param failing whether one of them fails
 * @param under what is at work on their hosts
 * @param offers what promises most first
 */
record Mending(boolean failing, List<Under> under, List<Offer> offers) {
    static final Mending NOTHING = new Mending(false, List.of(), List.of());

    private static final int MOST = 8;
    private static final int LONGEST = 200;

    Mending {
        under = List.copyOf(under);
        offers = List.copyOf(offers);
    }

    /** An action under way, and what it is busy with. */
    record Under(ActionId action, String words) {}

    /** @param meant whether it is for what fails; else it only fits by hand */
    record Offer(RunbookId runbook, CheckId check, String title, TrackRecord record, boolean meant) {
        private static final Comparator<Offer> BEST_FIRST = Comparator.<Offer, Boolean>comparing(offer -> !offer.meant)
                .thenComparing(Offer::record, TrackRecord.BEST_FIRST);
    }

    /** Of one check, also what fits it while it works. */
    static Mending of(Snapshot snapshot, CheckId check, ActionBook book) {
        List<Offer> offers = Target.of(snapshot.site(), check)
                .map(target -> offers(snapshot, target, book))
                .orElse(List.of());
        return mending(snapshot, List.of(check), offers);
    }

    /** Of those among them that fail. */
    static Mending ofFailing(Snapshot snapshot, Collection<CheckId> checks, ActionBook book) {
        List<Offer> offers = checks.stream()
                .flatMap(check -> snapshot.state().failures().of(check).stream())
                .map(Failure::target)
                .flatMap(target -> offers(snapshot, target, book).stream())
                .toList();
        return mending(snapshot, checks, offers);
    }

    private static Mending mending(Snapshot snapshot, Collection<CheckId> checks, List<Offer> offers) {
        boolean isFailing = checks.stream()
                .anyMatch(check -> snapshot.state().failures().of(check).isPresent());
        return new Mending(
                isFailing,
                snapshot.state().actions().running().values().stream()
                        .filter(one -> isOn(one, checks))
                        .map(one -> under(one, snapshot))
                        .toList(),
                offers.stream().sorted(Offer.BEST_FIRST).limit(MOST).toList());
    }

    private static boolean isOn(Running one, Collection<CheckId> checks) {
        return checks.stream()
                .anyMatch(check -> check.host().equals(one.action().target().host()));
    }

    private static Under under(Running one, Snapshot snapshot) {
        String stage = SafeText.line(ActionLine.of(one, snapshot.at()).stage(), LONGEST);
        return new Under(one.action().id(), one.action().title() + ": " + stage);
    }

    /** In order of priority. */
    private static List<Offer> offers(Snapshot snapshot, Target target, ActionBook book) {
        Runbooks all = snapshot.site().section(Runbooks.class).orElse(Runbooks.NONE);
        Optional<Failure> failure = snapshot.state().failures().of(target.check());
        List<Offer> offers = new ArrayList<>();
        for (Runbook runbook : all.offered(target)) {
            boolean isMeant = failure.filter(one -> runbook.scope().fits(one.kind(), target))
                    .isPresent();
            offers.add(new Offer(runbook.id(), target.check(), runbook.title(), book.of(runbook.id()), isMeant));
        }
        return offers;
    }
}
