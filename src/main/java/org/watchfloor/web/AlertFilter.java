package org.watchfloor.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/** Which alerts a caller asks for; what is left out fits every alert. */
record AlertFilter(Optional<Alert.Status> status, Optional<Severity> severity, Map<String, String> labels) {
    /** @throws Problem 400 that names the parameter that is wrong */
    static AlertFilter of(Query query) {
        return new AlertFilter(
                query.choice("status", Alert.Status.class),
                query.choice("severity", Severity.class),
                labels(query.texts("label")));
    }

    boolean fitsAll() {
        return status.isEmpty() && severity.isEmpty() && labels.isEmpty();
    }

    boolean fits(Alert alert) {
        Labels seen = alert.matched();
        return status.map(wanted -> wanted == alert.status()).orElse(true)
                && severity.map(wanted -> wanted == alert.severity()).orElse(true)
                && labels.entrySet().stream()
                        .allMatch(label -> seen.get(label.getKey()).equals(label.getValue()));
    }

    private static Map<String, String> labels(List<String> texts) {
        Map<String, String> labels = new TreeMap<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 1 || labels.put(text.substring(0, colon), text.substring(colon + 1)) != null) {
                throw Problem.badParameter("label", "must be name:value such as host:web-1, each name once");
            }
        }
        return labels;
    }
}
