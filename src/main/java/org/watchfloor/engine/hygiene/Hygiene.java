package org.watchfloor.engine.hygiene;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.engine.backtest.Lengths;
import org.watchfloor.engine.backtest.NormalRange;
import org.watchfloor.model.Counted;
import org.watchfloor.model.Severity;

/**
 * Judges the rules by what came of them. Pure.
 *
 * <ul>
 *   <li>Noisy: more than two firings in twelve hours on average, the most that one person on call can follow up (B. Beyer
 *       et al., Site Reliability Engineering, 2016, chapter 11), and most of them met no incident.
 *   <li>Dead: it looks at nothing, or has not fired in at least two weeks on record. What comes with the program and was
 *       never changed is left out: it waits for rare things.
 *   <li>Never acted upon: at least five firings; none was acknowledged or shelved, none met an incident.
 *   <li>Duplicate: the same condition over the same checks, or at least five firings of which nine in ten came within a
 *       minute of one of the other rule about the same subject, and the other way round.
 *   <li>Long silenced: a silence of more than two weeks holds, and all that the rule said meanwhile fell to it.
 *   <li>Inside the normal range: at least one in a hundred of the values lies beyond its limit while nothing is wrong.
 * </ul>
 */
public final class Hygiene {
    private static final double PER_DAY = 4;
    private static final int OFTEN = 5;
    private static final Duration LONG = Duration.ofDays(14);
    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final double NEARLY_ALL = 0.9;
    private static final double NORMAL_SHARE = 0.01;

    private final Evidence evidence;

    private Hygiene(Evidence evidence) {
        this.evidence = evidence;
    }

    /** In the order of the rules. Rules that are switched off are no trouble. */
    public static List<Finding> findings(Evidence evidence) {
        Hygiene hygiene = new Hygiene(evidence);
        List<Finding> findings = new ArrayList<>();
        evidence.policy().rules().stream().filter(AlertRule::enabled).forEach(rule -> hygiene.judge(rule, findings));
        return findings;
    }

    private void judge(AlertRule rule, List<Finding> findings) {
        List<Alert> firings = evidence.firings(rule);
        noisy(rule, firings).ifPresent(findings::add);
        dead(rule, firings).ifPresent(findings::add);
        neverActedUpon(rule, firings).ifPresent(findings::add);
        duplicate(rule, firings).ifPresent(findings::add);
        longSilenced(rule, firings).ifPresent(findings::add);
        insideNormal(rule).ifPresent(findings::add);
    }

    private Optional<Finding> noisy(AlertRule rule, List<Alert> firings) {
        double days = evidence.span().toMinutes() / 1_440.0;
        long met = firings.stream().filter(evidence::metIncident).count();
        if (days < 1 || firings.size() / days <= PER_DAY || met * 2 >= firings.size()) {
            return Optional.empty();
        }
        String why = "it fired %d times in %s, %.1f times a day; %s met an incident"
                .formatted(
                        firings.size(), Lengths.text(evidence.span()), firings.size() / days, met == 0 ? "none" : met);
        return Optional.of(new Finding(rule.id(), Finding.Kind.NOISY, why, quieter(rule, firings)));
    }

    /** Another limit if that helps, else to wait until half of them were over. */
    private Remedy quieter(AlertRule rule, List<Alert> firings) {
        return laxer(rule).orElseGet(() -> {
            List<Duration> lengths = firings.stream()
                    .map(alert ->
                            Duration.between(alert.since(), alert.endedAt().orElse(evidence.now())))
                    .sorted()
                    .toList();
            Duration hold = Lengths.usualAbove(lengths.get(lengths.size() / 2));
            return new Remedy.Hold(hold, "Wait " + Lengths.text(hold) + " before it fires");
        });
    }

    private Optional<Remedy> laxer(AlertRule rule) {
        return limit(rule)
                .flatMap(limit -> evidence.normal(rule)
                        .filter(normal -> normal.leavesRoom(limit))
                        .filter(normal -> normal.isBeyond(limit))
                        .map(normal -> moved(limit, normal.edge(limit))));
    }

    private static Remedy moved(Limit<?> limit, double to) {
        String verb = limit.wantsLess() ? "Lower" : "Raise";
        return new Remedy.Limit(limit.moved(to).text(), verb + " the limit to " + limit.words(to));
    }

    private Optional<Finding> dead(AlertRule rule, List<Alert> firings) {
        Set<?> covered = evidence.covered().getOrDefault(rule.id(), Set.of());
        if (covered.isEmpty() && !rule.isBuiltIn()) {
            return Optional.of(new Finding(
                    rule.id(),
                    Finding.Kind.DEAD,
                    "it looks at no check: nothing fits what it is on",
                    new Remedy.SwitchOff("Switch it off")));
        }
        boolean isOld = evidence.span().compareTo(LONG) >= 0;
        return rule.isBuiltIn() || !isOld || !firings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        rule.id(),
                        Finding.Kind.DEAD,
                        "it has not fired in " + Lengths.text(evidence.span()) + ", over "
                                + Counted.of(covered.size(), "check"),
                        new Remedy.SwitchOff("Switch it off")));
    }

    private Optional<Finding> neverActedUpon(AlertRule rule, List<Alert> firings) {
        boolean isActedUpon = firings.stream()
                .anyMatch(alert ->
                        alert.ack().isPresent() || alert.shelvedUntil().isPresent() || evidence.metIncident(alert));
        if (firings.size() < OFTEN || isActedUpon || rule.severity() == Severity.INFO) {
            return Optional.empty();
        }
        String why = "it fired %d times in %s, and nobody acknowledged or shelved it once; none met an incident"
                .formatted(firings.size(), Lengths.text(evidence.span()));
        return Optional.of(new Finding(
                rule.id(),
                Finding.Kind.NEVER_ACTED_UPON,
                why,
                new Remedy.Lower(Severity.INFO, "Make it " + Severity.INFO.priority() + ", for information")));
    }

    /** The later of two says that it is the duplicate. */
    private Optional<Finding> duplicate(AlertRule rule, List<Alert> firings) {
        for (AlertRule other : evidence.policy().rules()) {
            if (other.id().equals(rule.id())) {
                return Optional.empty();
            }
            Optional<String> why = other.enabled() ? same(rule, firings, other) : Optional.empty();
            if (why.isPresent()) {
                return Optional.of(new Finding(
                        rule.id(),
                        Finding.Kind.DUPLICATE,
                        why.get(),
                        new Remedy.Merge(other.id(), "Remove it; " + other.id() + " stays")));
            }
        }
        return Optional.empty();
    }

    private Optional<String> same(AlertRule rule, List<Alert> firings, AlertRule other) {
        boolean isSameText = rule.test().text().equals(other.test().text())
                && rule.test().each() == other.test().each()
                && evidence.covered()
                        .getOrDefault(rule.id(), Set.of())
                        .equals(evidence.covered().getOrDefault(other.id(), Set.of()));
        if (isSameText) {
            return Optional.of("it has the condition of " + other.id() + " and looks at the same checks");
        }
        List<Alert> others = evidence.firings(other);
        boolean isTogether = firings.size() >= OFTEN
                && others.size() >= OFTEN
                && share(firings, others) >= NEARLY_ALL
                && share(others, firings) >= NEARLY_ALL;
        return isTogether
                ? Optional.of("%.0f %% of its firings came within a minute of one of %s"
                        .formatted(100 * share(firings, others), other.id()))
                : Optional.empty();
    }

    private static double share(List<Alert> some, List<Alert> others) {
        return (double) some.stream()
                        .filter(alert -> others.stream().anyMatch(other -> areTogether(alert, other)))
                        .count()
                / some.size();
    }

    private static boolean areTogether(Alert one, Alert other) {
        Instant fired = one.firedAt().orElse(one.since());
        Instant otherFired = other.firedAt().orElse(other.since());
        return one.subject().equals(other.subject())
                && Duration.between(fired, otherFired).abs().compareTo(TOGETHER) <= 0;
    }

    private Optional<Finding> longSilenced(AlertRule rule, List<Alert> firings) {
        return evidence.policy().silences().stream()
                .filter(silence -> silence.isActive(evidence.now()))
                .filter(silence -> silence.from().plus(LONG).isBefore(evidence.now()))
                .sorted(Comparator.comparing(Silence::from))
                .flatMap(silence -> silenced(rule, firings, silence).stream())
                .findFirst();
    }

    private Optional<Finding> silenced(AlertRule rule, List<Alert> firings, Silence silence) {
        List<Alert> meanwhile = firings.stream()
                .filter(alert ->
                        alert.firedAt().filter(silence.from()::isBefore).isPresent())
                .toList();
        boolean hasAll = !meanwhile.isEmpty()
                && meanwhile.stream().allMatch(alert -> silence.matchers().match(alert.matched()));
        if (!hasAll) {
            return Optional.empty();
        }
        String why = "the silence %s of %s has held for %s; all %s meanwhile fell to it"
                .formatted(
                        silence.id(),
                        silence.author(),
                        Lengths.text(Duration.between(silence.from(), evidence.now())),
                        Counted.of(meanwhile.size(), "firing"));
        return Optional.of(new Finding(
                rule.id(),
                Finding.Kind.LONG_SILENCED,
                why,
                new Remedy.EndSilence(silence.id(), "End the silence " + silence.id())));
    }

    private Optional<Finding> insideNormal(AlertRule rule) {
        return limit(rule)
                .flatMap(limit -> evidence.normal(rule)
                        .filter(normal -> normal.beyond(limit) >= NORMAL_SHARE)
                        .map(normal -> insideNormal(rule, limit, normal)));
    }

    private Finding insideNormal(AlertRule rule, Limit<?> limit, NormalRange normal) {
        String why = "%s lies beyond %s in %.0f %% of the time without an incident"
                .formatted(limit.figure(), limit.words(limit.value()), 100 * normal.beyond(limit));
        Remedy remedy = normal.leavesRoom(limit) && normal.isBeyond(limit)
                ? moved(limit, normal.edge(limit))
                : new Remedy.SwitchOff("Switch it off");
        return new Finding(rule.id(), Finding.Kind.INSIDE_NORMAL, why, remedy);
    }

    private static Optional<Limit<?>> limit(AlertRule rule) {
        AlertRule.Conditions<?> test = (AlertRule.Conditions<?>) rule.test();
        return Limit.of(test.when()).map(limit -> limit);
    }
}
