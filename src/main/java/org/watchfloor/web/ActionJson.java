package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;

/**
 * One run of a runbook, as the API tells it.
 *
 * @param by who or what began it, in words
 * @param said why it stands as it does
 * @param ended absent while it runs
 * @param duration from being asked for to its end, in seconds; absent while it runs
 */
record ActionJson(
        long id,
        String runbook,
        String title,
        String check,
        String host,
        String by,
        Map<String, String> parameters,
        String status,
        String said,
        Instant asked,
        Optional<Instant> ended,
        Optional<Double> duration) {
    static ActionJson of(Action action) {
        return new ActionJson(
                action.id().value(),
                action.runbook().value(),
                action.title(),
                action.target().check().toString(),
                action.target().host().value(),
                action.cause().toString(),
                new TreeMap<>(action.given()),
                action.status().text(),
                action.said(),
                action.asked(),
                action.ended(),
                action.ended().map(end -> Seconds.of(Duration.between(action.asked(), end))));
    }

    /**
     * One of its steps.
     *
     * @param index from 0, among the steps of the part
     * @param ended absent, like all that follows, while it is under way
     * @param output absent also if there is none
     */
    record StepJson(
            Part part,
            int index,
            String title,
            String kind,
            Instant begun,
            Optional<Instant> ended,
            Optional<StepEnd.Outcome> outcome,
            Optional<String> message,
            Optional<String> output) {
        static StepJson of(StepRun step) {
            Optional<StepEnd> how = step.end().map(StepRun.Ended::how);
            return new StepJson(
                    step.part(),
                    step.index(),
                    step.title(),
                    step.kind(),
                    step.begun(),
                    step.end().map(StepRun.Ended::at),
                    how.map(StepEnd::outcome),
                    how.map(StepEnd::message),
                    how.map(StepEnd::output).flatMap(CallerText::present));
        }
    }
}
