package org.watchfloor.ui.alerts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Matcher;

/** What a silence of an alert begins with: its rule and what it is about; of other programs' alerts all labels. Pure. */
final class SilenceProposal {
    private static final List<String> ABOUT = List.of("rule", "host", "check", "service");

    private SilenceProposal() {}

    static List<String> of(Alert alert) {
        Map<String, String> labels = alert.labels().values();
        List<String> known = ABOUT.stream()
                .filter(label -> !alert.labels().get(label).isEmpty())
                .toList();
        Stream<String> wanted = alert.isOfRule() && known.size() > 1 ? known.stream() : labels.keySet().stream();
        return wanted.map(
                        label -> Matcher.equal(label, alert.labels().get(label)).toString())
                .toList();
    }
}
