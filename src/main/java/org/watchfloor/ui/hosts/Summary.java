package org.watchfloor.ui.hosts;

import java.util.List;
import org.watchfloor.model.State;
import org.watchfloor.ui.filter.Filter;
import org.watchfloor.ui.fx.Formats;

/** The screen in one sentence. */
final class Summary {
    private Summary() {}

    static String of(List<HostsRow> groups, int shown, Filter filter) {
        List<HostsRow> hosts =
                groups.stream().flatMap(group -> group.children().stream()).toList();
        long down =
                hosts.stream().filter(host -> host.line().state() == State.DOWN).count();
        String all = down == 0
                ? Formats.number(hosts.size()) + " hosts, none down"
                : Formats.number(down) + " of " + Formats.number(hosts.size()) + " hosts " + (down == 1 ? "is" : "are")
                        + " down";
        return filter.isEmpty() ? all : all + " · " + Formats.number(shown) + " shown";
    }
}
