package org.watchfloor.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.outside.Report;

/**
 * The body of an Alertmanager's webhook, version 4 (prometheus.io/docs/alerting/latest/configuration, webhook_config);
 * what else it holds is left aside.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WebhookJson(
        Optional<String> version,
        Optional<String> receiver,
        Optional<String> externalURL,
        @Nullable List<@Nullable WebhookAlertJson> alerts) {
    private static final String VERSION = "4";

    /** One alert in it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WebhookAlertJson(
            Optional<String> status,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            Optional<String> startsAt,
            Optional<String> generatorURL) {
        /** The status says whether it is over, not the clock of another machine. */
        Report report() {
            boolean isOver = isResolved();
            return new Report(
                    OutsideAlertJson.texts(labels),
                    OutsideAlertJson.texts(annotations),
                    isOver ? Optional.empty() : OutsideAlertJson.time("startsAt", startsAt),
                    isOver ? Optional.of(Instant.EPOCH) : Optional.empty(),
                    generatorURL.orElse(""));
        }

        private boolean isResolved() {
            return switch (status.orElse("")) {
                case "resolved" -> true;
                case "firing" -> false;
                default -> throw Problem.badParameter("status", "must be firing or resolved");
            };
        }
    }

    /** @throws Problem 400 if it is another version, or holds no list of alerts */
    List<Report> reports() {
        if (!version.equals(Optional.of(VERSION))) {
            throw Problem.badParameter("version", "must be \"4\", the version of Alertmanager's webhook");
        }
        if (alerts == null || alerts.stream().anyMatch(alert -> alert == null)) {
            throw Problem.badParameter("alerts", "must be a list of alerts");
        }
        return alerts.stream().map(WebhookAlertJson::report).toList();
    }

    String source(String peer) {
        String named = externalURL.filter(url -> !url.isBlank()).orElse(peer);
        return "Alertmanager at " + named
                + receiver.filter(name -> !name.isBlank())
                        .map(name -> ", its receiver " + name)
                        .orElse("");
    }
}
