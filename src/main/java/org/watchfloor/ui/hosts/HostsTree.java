package org.watchfloor.ui.hosts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.Marks;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;

/** All rows of the site, brought up to date in place: only what changed since the snapshot before is touched. FX thread only. */
final class HostsTree {
    private final Map<RowKey, HostsRow> rows = new HashMap<>();
    private final Map<HostId, HostsRow> groupOfHost = new HashMap<>();
    private List<HostsRow> groups = List.of();
    private @Nullable Layout layout;
    private List<CheckHealth> before = List.of();
    private List<Marks> marksBefore = List.of();

    List<HostsRow> groups() {
        return groups;
    }

    Optional<HostsRow> row(RowKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** @return whether rows came, went, or may have to change places */
    @SuppressWarnings("ReferenceEquality") // snapshots share what did not change, so identity tells
    boolean show(Snapshot snapshot) {
        boolean moved = snapshot.state().layout() != layout;
        if (moved) {
            grow(snapshot.state().layout());
            before = List.of();
        }
        List<CheckHealth> now = snapshot.checks();
        List<Marks> marks = snapshot.marks();
        int slot = 0;
        Set<HostsRow> touched = new HashSet<>();
        for (Host host : snapshot.site().hosts()) {
            int end = slot + host.checks().size();
            if (isTouched(slot, end, now, before) || isTouched(slot, end, marks, marksBefore)) {
                moved |= showHost(host, now.subList(slot, end), marks.subList(slot, end), snapshot.at());
                touched.add(Objects.requireNonNull(groupOfHost.get(host.id())));
            }
            slot = end;
        }
        for (HostsRow group : touched) {
            moved |= show(group.key(), Lines.of(group.children()));
        }
        before = now;
        marksBefore = marks;
        return moved;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isTouched(int from, int to, List<?> now, List<?> last) {
        if (before.isEmpty()) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (last.get(i) != now.get(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean showHost(Host host, List<CheckHealth> checks, List<Marks> marks, Instant now) {
        boolean moved = false;
        for (int i = 0; i < checks.size(); i++) {
            moved |= show(new RowKey.OfCheck(checks.get(i).check()), Lines.of(checks.get(i), marks.get(i)));
        }
        return show(new RowKey.OfHost(host.id()), Lines.of(checks, marks, now)) || moved;
    }

    private boolean show(RowKey key, Line next) {
        HostsRow row = requireRow(key);
        boolean moved = !next.isOrderedLike(row.line());
        row.show(next);
        return moved;
    }

    private HostsRow requireRow(RowKey key) {
        return rows.computeIfAbsent(key, HostsRow::new);
    }

    private void grow(Layout next) {
        layout = next;
        Site site = next.site();
        Set<GroupId> known = site.groups().stream().map(Group::id).collect(Collectors.toSet());
        Map<Optional<GroupId>, List<HostsRow>> members = new HashMap<>();
        for (Host host : site.hosts()) {
            HostsRow row = requireRow(new RowKey.OfHost(host.id()));
            row.become(host.title(), host.checks().stream().map(this::grow).toList());
            members.computeIfAbsent(host.group().filter(known::contains), _ -> new ArrayList<>())
                    .add(row);
        }
        groupOfHost.clear();
        List<HostsRow> grown = new ArrayList<>();
        for (Group group : site.groups()) {
            grow(Optional.of(group.id()), group.title(), members).ifPresent(grown::add);
        }
        grow(Optional.empty(), "Without a group", members).ifPresent(grown::add);
        groups = List.copyOf(grown);
        rows.keySet().retainAll(keys());
    }

    private HostsRow grow(Check check) {
        HostsRow row = requireRow(new RowKey.OfCheck(check.id()));
        row.become(check.id().name(), List.of());
        return row;
    }

    private Optional<HostsRow> grow(
            Optional<GroupId> group, String title, Map<Optional<GroupId>, List<HostsRow>> members) {
        return Optional.ofNullable(members.get(group)).map(hosts -> {
            HostsRow row = requireRow(new RowKey.OfGroup(group));
            row.become(title, hosts);
            hosts.forEach(host -> groupOfHost.put(((RowKey.OfHost) host.key()).host(), row));
            return row;
        });
    }

    private Set<RowKey> keys() {
        Set<RowKey> keys = new HashSet<>();
        groups.forEach(group -> {
            keys.add(group.key());
            group.children().forEach(host -> {
                keys.add(host.key());
                host.children().forEach(check -> keys.add(check.key()));
            });
        });
        return keys;
    }
}
