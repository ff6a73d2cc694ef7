package org.watchfloor.store;

import java.util.List;
import org.watchfloor.engine.Entry;

/** What one transaction writes. */
record Batch(List<Group> groups, List<RawSample> samples) {
    List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    int rows() {
        return samples.size()
                + groups.stream().mapToInt(group -> group.entries().size()).sum();
    }
}
