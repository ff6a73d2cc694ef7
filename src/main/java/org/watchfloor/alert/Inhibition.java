package org.watchfloor.alert;

import java.util.List;
import org.watchfloor.model.Labels;

/** While an alert that the source matches fires, alerts that the target matches are not paged, if the labels are equal. */
public record Inhibition(String id, Matchers source, Matchers target, List<String> equal) {
    public Inhibition {
        equal = List.copyOf(equal);
    }

    /** An alert never inhibits itself, nor one that is a source as well. */
    public boolean holds(Labels firing, Labels held) {
        return source.match(firing)
                && target.match(held)
                && !source.match(held)
                && equal.stream().allMatch(label -> firing.get(label).equals(held.get(label)));
    }
}
