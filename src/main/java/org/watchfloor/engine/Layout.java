package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.health.Reachability;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;

/** Where each check and host of a site has its slot; slots follow the order of the site. */
public final class Layout {
    private final Site site;
    private final List<Check> checks;
    private final Map<CheckId, Integer> checkSlots = new HashMap<>();
    private final Map<HostId, Integer> hostSlots = new HashMap<>();
    private final int[] firstCheckOfHost;
    private final Reachability reachability;
    private final Watch watch;

    public Layout(Site site) {
        this.site = site;
        List<Check> all = new ArrayList<>();
        firstCheckOfHost = new int[site.hosts().size() + 1];
        for (Host host : site.hosts()) {
            firstCheckOfHost[hostSlots.size()] = all.size();
            hostSlots.put(host.id(), hostSlots.size());
            for (Check check : host.checks()) {
                checkSlots.put(check.id(), all.size());
                all.add(check);
            }
        }
        firstCheckOfHost[site.hosts().size()] = all.size();
        checks = List.copyOf(all);
        reachability = new Reachability(site);
        watch = new Watch(site);
    }

    /** False until the first site is in force: who is told, and by what, is not known before. */
    boolean isConfigured() {
        return !site.equals(Site.EMPTY);
    }

    public Site site() {
        return site;
    }

    public Reachability reachability() {
        return reachability;
    }

    Watch watch() {
        return watch;
    }

    public List<Check> checks() {
        return checks;
    }

    public Optional<Integer> slot(CheckId check) {
        return Optional.ofNullable(checkSlots.get(check));
    }

    public Optional<Check> check(CheckId check) {
        return slot(check).map(checks::get);
    }

    public Optional<Host> host(HostId host) {
        return Optional.ofNullable(hostSlots.get(host)).map(site.hosts()::get);
    }

    /** The part of a list in check order that belongs to the host. */
    public <T> List<T> ofHost(HostId host, List<T> inCheckOrder) {
        Integer slot = hostSlots.get(host);
        return slot == null ? List.of() : inCheckOrder.subList(firstCheckOfHost[slot], firstCheckOfHost[slot + 1]);
    }
}
