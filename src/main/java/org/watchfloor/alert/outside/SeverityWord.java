package org.watchfloor.alert.outside;

import java.util.Locale;
import org.watchfloor.model.Severity;

/**
 * What the words of other programs for a severity mean here: those of Prometheus rules, HertzBeat, Zabbix, CAP 1.2 and
 * syslog, in any case. Pure functions.
 */
final class SeverityWord {
    private SeverityWord() {}

    /** A word that is not known, and none at all, count as a warning: {@link Severity#MEDIUM}. */
    static Severity of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "emergency", "emerg", "disaster", "fatal", "extreme", "page", "p1" -> Severity.CRITICAL;
            case "high", "severe", "major", "error", "err", "alert", "p2" -> Severity.HIGH;
            case "low", "minor", "notice", "p4" -> Severity.LOW;
            case "info", "information", "informational", "debug", "none", "p5" -> Severity.INFO;
            default -> Severity.MEDIUM;
        };
    }
}
