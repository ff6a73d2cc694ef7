package org.watchfloor.alert;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.alert.condition.Members;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Place;
import org.watchfloor.model.Severity;

/**
 * When an alert fires, for what, how bad that is, and what it says.
 *
 * @param on the checks it looks at
 * @param test what must be true
 * @param hold how long it must be true before it fires ({@code for}), 0 to 30 days
 * @param missing what a missing value means
 * @param severity how bad it is, unless a level says worse
 * @param labels added to the alert's own
 * @param texts what it says
 * @param enabled false: kept and shown, but not looked at
 * @param isBuiltIn true if it came with the program and nobody changed it
 */
public record AlertRule(
        String id,
        Selector on,
        Test test,
        Duration hold,
        Missing missing,
        Severity severity,
        SortedMap<String, String> labels,
        Texts texts,
        boolean enabled,
        boolean isBuiltIn,
        Place place) {
    /** The rule whose alert stands for all others of a check that flaps. */
    public static final String FLAPPING = "flapping";

    public AlertRule {
        labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** What is looked at together. */
    public enum Each {
        CHECK,
        HOST,
        GROUP,
        SERVICE,
        SITE
    }

    /** What a missing value means for an alert. */
    public enum Missing {
        /** Nothing changes: what fires goes on, what does not stays quiet. */
        KEEP,
        /** As if the condition were false. */
        OK,
        /** As if the condition were true. */
        ALERT
    }

    /** The same rule, looked at. */
    public AlertRule switchedOn() {
        return new AlertRule(id, on, test, hold, missing, severity, labels, texts, true, isBuiltIn, place);
    }

    /** What has to be kept of each check so that it can be asked. */
    public Needs needs() {
        return test.conditions().map(Condition::needs).reduce(Needs.NOTHING, Needs::and);
    }

    /** Whether it is about old or missing results, so that it is asked of a check that gives none. */
    public boolean watchesFreshness() {
        return test.conditions()
                .anyMatch(
                        condition -> condition.needs().age() || condition.text().contains("STALE"));
    }

    /** The conditions of a rule, either over one check or over several. */
    public sealed interface Test {
        Each each();

        String text();

        /** All that have to be evaluated. */
        Stream<Condition<?>> conditions();
    }

    /** The conditions, whatever they are about. */
    public sealed interface Conditions<S> extends Test {
        Condition<S> when();

        /** What ends it; empty: that {@code when} is false. */
        Optional<Condition<S>> recover();

        /** Worse severities and when they hold, worst first. */
        Map<Severity, Condition<S>> levels();

        @Override
        default String text() {
            return when().text();
        }

        @Override
        default Stream<Condition<?>> conditions() {
            return Stream.of(Stream.of(when()), recover().stream(), levels().values().stream())
                    .flatMap(conditions -> conditions);
        }
    }

    /**
     * @param recover what ends it; empty: that {@code when} is false
     * @param levels worse severities and when they hold, worst first
     */
    public record OfCheck(
            Condition<Sight> when, Optional<Condition<Sight>> recover, Map<Severity, Condition<Sight>> levels)
            implements Conditions<Sight> {
        public OfCheck {
            levels = java.util.Collections.unmodifiableMap(new TreeMap<>(levels));
        }

        @Override
        public Each each() {
            return Each.CHECK;
        }
    }

    /** The same over all checks of each host, group or service that the rule looks at, or of the whole site. */
    public record OfMembers(
            Each each,
            Condition<Members> when,
            Optional<Condition<Members>> recover,
            Map<Severity, Condition<Members>> levels)
            implements Conditions<Members> {
        public OfMembers {
            levels = java.util.Collections.unmodifiableMap(new TreeMap<>(levels));
        }
    }

    /** Mustache templates over the alert's labels, {@code subject}, {@code message} and {@code explanation}; the runbook is a link. */
    public record Texts(String summary, String description, String runbook) {}
}
