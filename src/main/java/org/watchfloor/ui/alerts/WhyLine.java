package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Verdict;

/**
 * A verdict with the time that passed since the one before.
 *
 * @param after empty for the first
 */
public record WhyLine(Verdict verdict, Optional<Duration> after) {
    static List<WhyLine> of(List<Verdict> verdicts) {
        List<WhyLine> lines = new ArrayList<>();
        Optional<Verdict> before = Optional.empty();
        for (Verdict verdict : verdicts) {
            lines.add(new WhyLine(verdict, before.map(last -> Duration.between(last.at(), verdict.at()))));
            before = Optional.of(verdict);
        }
        return lines;
    }
}
