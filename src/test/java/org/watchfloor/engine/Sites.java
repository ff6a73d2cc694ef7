package org.watchfloor.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Need;
import org.watchfloor.config.Place;
import org.watchfloor.config.Service;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/** Builds sites for tests. */
public final class Sites {
    public static final Place PLACE = new Place("test.yaml", 1, 1);

    private final List<Host> hosts = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private Duration every = Duration.ofSeconds(30);
    private Duration timeout = Duration.ofSeconds(10);
    private Optional<Duration> retryEvery = Optional.empty();
    private int unhealthyAfter = 3;
    private int healthyAfter = 2;
    private boolean enabled = true;
    private List<Threshold> thresholds = List.of();
    private Settings settings = Settings.DEFAULT;

    /** A spec that {@link FakeProbe} answers; the name only keeps specs apart. */
    public record FakeSpec(String name) implements CheckSpec {
        @Override
        public String summary() {
            return "fake " + name;
        }
    }

    public static Sites site() {
        return new Sites();
    }

    public Sites every(Duration interval) {
        every = interval;
        return this;
    }

    public Sites timeout(Duration budget) {
        timeout = budget;
        return this;
    }

    public Sites retryEvery(Duration interval) {
        retryEvery = Optional.of(interval);
        return this;
    }

    public Sites unhealthyAfter(int results) {
        unhealthyAfter = results;
        return this;
    }

    public Sites healthyAfter(int results) {
        healthyAfter = results;
        return this;
    }

    public Sites disabled() {
        enabled = false;
        return this;
    }

    public Sites enabled() {
        enabled = true;
        return this;
    }

    public Sites thresholds(Threshold... limits) {
        thresholds = List.of(limits);
        return this;
    }

    public Sites settings(Settings other) {
        settings = other;
        return this;
    }

    /** A host in group {@code all} with checks that have the settings given so far. */
    public Sites host(String id, String... checks) {
        HostId host = new HostId(id);
        List<Check> all = List.of(checks).stream()
                .map(name -> check(new CheckId(host, name)))
                .toList();
        hosts.add(new Host(
                host,
                id,
                "127.0.0.1",
                Optional.of(new GroupId("all")),
                List.of(),
                Optional.empty(),
                Set.of(),
                all,
                PLACE));
        return this;
    }

    /** Where the host named last is. */
    public Sites at(String address) {
        Host host = hosts.removeLast();
        hosts.add(new Host(
                host.id(),
                host.title(),
                address,
                host.group(),
                host.parents(),
                host.alive(),
                host.tags(),
                host.checks(),
                host.place()));
        return this;
    }

    /** The host named last is reached through this. */
    public Sites behind(Need<HostId> parent) {
        return behind(List.of(parent));
    }

    /** The host named last is reached through these. */
    public Sites behind(List<Need<HostId>> parents) {
        Host host = hosts.removeLast();
        hosts.add(new Host(
                host.id(),
                host.title(),
                host.address(),
                host.group(),
                parents,
                host.alive(),
                host.tags(),
                host.checks(),
                host.place()));
        return this;
    }

    /** The check of the host named last that says whether the host itself is there. */
    public Sites alive(String check) {
        Host host = hosts.removeLast();
        hosts.add(new Host(
                host.id(),
                host.title(),
                host.address(),
                host.group(),
                host.parents(),
                Optional.of(new CheckId(host.id(), check)),
                host.tags(),
                host.checks(),
                host.place()));
        return this;
    }

    public Sites service(String id, List<Need<ServiceId>> dependsOn, String... instances) {
        services.add(new Service(
                new ServiceId(id),
                id,
                ServiceType.API,
                dependsOn,
                1,
                List.of(instances).stream().map(CheckId::parse).toList(),
                PLACE));
        return this;
    }

    public Sites hosts(int count) {
        IntStream.range(0, count).forEach(number -> host("host-" + number, "check"));
        return this;
    }

    public Site build() {
        return new Site(List.of(new Group(new GroupId("all"), "All", PLACE)), hosts, services, settings);
    }

    /** The same with specs of another kind, made from the names of the checks. */
    public Site build(Function<String, CheckSpec> specs) {
        Site site = build();
        List<Host> respecified = site.hosts().stream()
                .map(host -> withChecks(
                        host,
                        host.checks().stream()
                                .map(check -> withSpec(check, specs))
                                .toList()))
                .toList();
        return new Site(site.groups(), respecified, site.services(), site.settings());
    }

    private static Host withChecks(Host host, List<Check> checks) {
        return new Host(
                host.id(),
                host.title(),
                host.address(),
                host.group(),
                host.parents(),
                host.alive(),
                host.tags(),
                checks,
                host.place());
    }

    private static Check withSpec(Check check, Function<String, CheckSpec> specs) {
        return new Check(
                check.id(),
                specs.apply(check.id().toString()),
                check.every(),
                check.timeout(),
                check.retryEvery(),
                check.unhealthyAfter(),
                check.healthyAfter(),
                check.thresholds(),
                check.enabled(),
                check.tags(),
                check.dependency(),
                check.place());
    }

    private Check check(CheckId id) {
        return new Check(
                id,
                new FakeSpec(id.toString()),
                every,
                timeout,
                retryEvery,
                unhealthyAfter,
                healthyAfter,
                thresholds,
                enabled,
                Set.of(),
                Optional.empty(),
                PLACE);
    }
}
