package org.watchfloor.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Place;
import org.watchfloor.config.Service;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/** Sites like those that operators have. */
public final class Sites {
    private static final Place PLACE = new Place("hosts.yaml", 1, 1);
    private static final List<String> CITIES = List.of("fra", "ams", "lon", "nyc", "sin", "syd", "gru", "nrt");

    private Sites() {}

    /** 60 hosts in five groups, about 170 checks, four services. */
    public static Site sixtyHosts() {
        List<Host> hosts = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            hosts.add(host("web-" + i, "web", "front", "health", "cert"));
        }
        for (int i = 1; i <= 12; i++) {
            hosts.add(host("api-" + i, "web", "ready", "port"));
        }
        for (int i = 1; i <= 10; i++) {
            hosts.add(host("db-" + i, "data", "postgres", "vitals", "disk"));
        }
        for (int i = 1; i <= 8; i++) {
            hosts.add(host("edge-" + CITIES.get(i - 1), "edge", "https", "bgp", "vitals"));
        }
        for (int i = 1; i <= 7; i++) {
            hosts.add(host("mail-relay-" + i, "office", "smtp", "queue"));
        }
        for (String name : List.of("printer-3rd-floor", "nas-backup", "vpn-gateway", "ldap-primary", "ldap-replica")) {
            hosts.add(host(name, "infra", "ping", "login", "vitals"));
        }
        List<Group> groups = List.of(
                group("web", "Web and API"),
                group("data", "Databases"),
                group("edge", "Edge locations"),
                group("office", "Mail"),
                group("infra", "Infrastructure"));
        return new Site(groups, hosts, services(hosts), Settings.DEFAULT);
    }

    /** 5,000 hosts in forty groups, one check each. */
    public static Site fiveThousandHosts() {
        List<Group> groups = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (int g = 0; g < 40; g++) {
            String name = CITIES.get(g % 8) + "-" + (g / 8 + 1);
            groups.add(group(name, name.toUpperCase(java.util.Locale.ROOT)));
            for (int h = 0; h < 125; h++) {
                hosts.add(host(name + "-n" + h, name, "http"));
            }
        }
        return new Site(groups, hosts, List.of(), Settings.DEFAULT);
    }

    private static List<Service> services(List<Host> hosts) {
        return List.of(
                service("shop", "Shop", ServiceType.UI, hosts.subList(0, 18)),
                service("orders", "Orders API", ServiceType.API, hosts.subList(18, 30)),
                service("ledger", "Ledger", ServiceType.DATABASE, hosts.subList(30, 40)),
                service("delivery", "Edge delivery", ServiceType.GATEWAY, hosts.subList(40, 48)));
    }

    private static Service service(String id, String title, ServiceType type, List<Host> hosts) {
        List<CheckId> instances = hosts.stream()
                .flatMap(host -> host.checks().stream())
                .map(Check::id)
                .toList();
        return new Service(new ServiceId(id), title, type, List.of(), 1, instances, PLACE);
    }

    private static Group group(String id, String title) {
        return new Group(new GroupId(id), title, PLACE);
    }

    public static Host host(String id, String group, String... checks) {
        HostId host = new HostId(id);
        List<Check> all = new ArrayList<>();
        for (String name : checks) {
            all.add(check(new CheckId(host, name)));
        }
        return new Host(
                host,
                id,
                id + ".example.net",
                Optional.of(new GroupId(group)),
                List.of(),
                Optional.empty(),
                Set.of(group),
                all,
                PLACE);
    }

    private static Check check(CheckId id) {
        return new Check(
                id,
                new Looks("GET https://" + id.host() + ".example.net/" + id.name()),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Optional.empty(),
                3,
                2,
                List.of(),
                true,
                Set.of(),
                Optional.empty(),
                PLACE);
    }

    /** What a check looks at, in words only. */
    private record Looks(String summary) implements CheckSpec {}
}
