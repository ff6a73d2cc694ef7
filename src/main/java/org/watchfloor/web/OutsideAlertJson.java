package org.watchfloor.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.outside.Report;

/** One alert of Alertmanager's API, version 2; what else it holds is left aside. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OutsideAlertJson(
        @Nullable Map<String, @Nullable String> labels,
        @Nullable Map<String, @Nullable String> annotations,
        Optional<String> startsAt,
        Optional<String> endsAt,
        Optional<String> generatorURL) {
    /** How Go writes a time that is not set. */
    private static final Instant UNSET = Instant.parse("0001-01-01T00:00:00Z");

    /** @throws Problem 400 if one of them is null, or a time is none */
    static List<Report> reports(@Nullable OutsideAlertJson[] alerts) {
        List<Report> reports = new ArrayList<>();
        for (OutsideAlertJson alert : alerts) {
            if (alert == null) {
                throw Problem.of(400, "the body must be a list of alerts");
            }
            reports.add(alert.report());
        }
        return reports;
    }

    private Report report() {
        return new Report(
                texts(labels),
                texts(annotations),
                time("startsAt", startsAt),
                time("endsAt", endsAt),
                generatorURL.orElse(""));
    }

    static Map<String, String> texts(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> texts = new TreeMap<>();
        if (given != null) {
            given.forEach((name, text) -> texts.put(name, text == null ? "" : text));
        }
        return texts;
    }

    static Optional<Instant> time(String field, Optional<String> text) {
        try {
            return text.filter(given -> !given.isEmpty())
                    .map(given -> OffsetDateTime.parse(given).toInstant())
                    .filter(time -> !time.equals(UNSET));
        } catch (DateTimeException _) {
            throw Problem.badParameter(field, "must be a time of RFC 3339 such as 2026-01-05T09:00:00Z");
        }
    }
}
