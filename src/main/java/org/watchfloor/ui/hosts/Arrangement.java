package org.watchfloor.ui.hosts;

import java.util.List;
import java.util.function.Predicate;
import org.watchfloor.model.CheckId;

/** Lays the rows that show into one list, in their order, children below their expanded parents. */
record Arrangement(HostsOrder order, boolean showsAll, Predicate<CheckId> passes, List<HostsRow> into) {
    /** @return how many hosts pass, folded away or not */
    int addAll(List<HostsRow> groups) {
        int hosts = 0;
        for (HostsRow group : sorted(groups)) {
            List<HostsRow> members =
                    group.children().stream().filter(this::passes).toList();
            hosts += members.size();
            if (!members.isEmpty()) {
                into.add(group);
            }
            if (group.isExpanded()) {
                sorted(members).forEach(this::addHost);
            }
        }
        return hosts;
    }

    private void addHost(HostsRow host) {
        into.add(host);
        if (host.isExpanded()) {
            into.addAll(sorted(host.children().stream().filter(this::passes).toList()));
        }
    }

    private List<HostsRow> sorted(List<HostsRow> rows) {
        return rows.stream().sorted(order::compare).toList();
    }

    private boolean passes(HostsRow row) {
        return showsAll || row.checks().anyMatch(passes);
    }
}
