package org.watchfloor.ui.quiet;

import java.util.List;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Matchers;
import org.watchfloor.engine.AlertBook;
import org.watchfloor.model.Labels;

/** What matchers can match now. Immutable. */
record PresentAlerts(List<Labels> labels) {
    static final PresentAlerts NONE = new PresentAlerts(List.of());

    PresentAlerts {
        labels = List.copyOf(labels);
    }

    static PresentAlerts of(AlertBook book) {
        return new PresentAlerts(book.all()
                .filter(alert -> alert.status() != Alert.Status.RESOLVED)
                .map(Alert::matched)
                .toList());
    }

    long matching(Matchers matchers) {
        return labels.stream().filter(matchers::match).count();
    }
}
