package org.watchfloor.ui.wall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Marks;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.filter.Filter;
import org.watchfloor.ui.filter.Subject;
import org.watchfloor.ui.fx.Target;

/** Makes the cells of a site and keeps them up to date; a cell keeps its identity across snapshots. FX thread only. */
final class WallContent {
    private final Map<Target, WallCell> cells = new HashMap<>();
    private final Map<String, List<WallCell>> byGroup = new LinkedHashMap<>();
    private @Nullable Site site;
    private @Nullable Grouping grouping;

    /** Cells whose state changed, or whether somebody looks after them, with this snapshot. */
    @SuppressWarnings("ReferenceEquality") // a site is another one when it is loaded anew; comparing it deeply is slow
    List<WallCell> show(Snapshot snapshot, Grouping wanted) {
        if (site != snapshot.site() || grouping != wanted) {
            site = snapshot.site();
            grouping = wanted;
            build(snapshot.site(), wanted);
        }
        List<WallCell> changed = new ArrayList<>();
        for (WallCell cell : cells.values()) {
            if (show(cell, snapshot)) {
                changed.add(cell);
            }
        }
        return changed;
    }

    /** All groups that have cells left by the filter. */
    List<WallGroup> groups(Snapshot snapshot, Filter filter) {
        List<WallGroup> groups = new ArrayList<>();
        byGroup.forEach((title, all) -> {
            List<WallCell> left = filter.isEmpty()
                    ? all
                    : all.stream()
                            .filter(cell -> passes(cell, snapshot, filter))
                            .toList();
            if (!left.isEmpty()) {
                groups.add(new WallGroup(title, left));
            }
        });
        return groups;
    }

    private void build(Site of, Grouping wanted) {
        Map<Target, WallCell> before = Map.copyOf(cells);
        cells.clear();
        byGroup.clear();
        Map<GroupId, String> titles = new HashMap<>();
        for (Group group : of.groups()) {
            titles.put(group.id(), group.title());
            if (wanted != Grouping.SERVICES) {
                byGroup.put(group.title(), new ArrayList<>());
            }
        }
        if (wanted == Grouping.SERVICES) {
            of.services().forEach(service -> add("Services", before, serviceCell(service)));
            return;
        }
        for (Host host : of.hosts()) {
            String group = host.group().map(titles::get).orElse("Without group");
            if (wanted == Grouping.HOSTS) {
                add(group, before, hostCell(host));
            } else {
                host.checks().forEach(check -> add(group, before, checkCell(check)));
            }
        }
    }

    private void add(String group, Map<Target, WallCell> before, WallCell fresh) {
        WallCell cell = before.getOrDefault(fresh.target(), fresh);
        cell.checks(fresh.checks());
        cells.put(cell.target(), cell);
        byGroup.computeIfAbsent(group, title -> new ArrayList<>()).add(cell);
    }

    private WallCell hostCell(Host host) {
        return new WallCell(new Target.OfHost(host.id()), host.title(), cells.size(), ids(host.checks()));
    }

    private WallCell checkCell(Check check) {
        return new WallCell(new Target.OfCheck(check.id()), check.id().toString(), cells.size(), List.of(check.id()));
    }

    private WallCell serviceCell(Service service) {
        return new WallCell(new Target.OfService(service.id()), service.title(), cells.size(), service.instances());
    }

    private static List<CheckId> ids(List<Check> checks) {
        return checks.stream().map(Check::id).toList();
    }

    private static boolean show(WallCell cell, Snapshot snapshot) {
        if (cell.target() instanceof Target.OfHost(HostId host)) {
            return cell.show(snapshot.checksOf(host), snapshot.marksOf(host));
        }
        List<CheckHealth> healths = new ArrayList<>(cell.checks().size());
        List<Marks> marks = new ArrayList<>(cell.checks().size());
        for (CheckId id : cell.checks()) {
            snapshot.check(id).ifPresent(health -> {
                healths.add(health);
                marks.add(snapshot.marks(id));
            });
        }
        return cell.show(healths, marks);
    }

    private static boolean passes(WallCell cell, Snapshot snapshot, Filter filter) {
        return cell.checks().stream()
                .flatMap(id -> subject(id, snapshot).stream())
                .anyMatch(subject -> filter.matches(subject, snapshot.at()));
    }

    private static Optional<Subject> subject(CheckId id, Snapshot snapshot) {
        var layout = snapshot.state().layout();
        return layout.host(id.host())
                .flatMap(host -> layout.check(id)
                        .flatMap(check -> snapshot.check(id)
                                .map(health -> new Subject(host, check, health, snapshot.marks(id)))));
    }
}
