package org.watchfloor.ui.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.State;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** What the FX thread pays for 5,000 hosts with 10,000 checks. */
@Tag("bench")
class HostsSpeedTest {
    private static final int SNAPSHOTS = 50;

    @Test
    void aThousandResultsASecondLeaveTheThreadFree() {
        Site site = tenThousandChecks();
        Worlds world = Worlds.calm(site);
        List<Check> checks = site.checks();
        FakeEngine engine = new FakeEngine(world.snapshot());
        HostsScreen screen = Stages.onFx(() -> screen(engine));
        Stage stage = Stages.show((javafx.scene.Parent) screen.view(), Theme.DARK);
        Random random = new Random(5);
        List<Double> millis = new ArrayList<>();

        for (int i = 0; i < SNAPSHOTS; i++) {
            for (int result = 0; result < 100; result++) {
                State state = random.nextInt(100) == 0 ? State.DOWN : State.UP;
                world.set(checks.get(random.nextInt(checks.size())).id().toString(), state, Duration.ZERO);
            }
            Snapshot next = world.pass(Duration.ofMillis(100)).snapshot();
            millis.add(cpuMillis(() -> {
                screen.show(next);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            }));
        }

        Stages.close(stage);
        List<Double> warm =
                millis.subList(SNAPSHOTS / 2, SNAPSHOTS).stream().sorted().toList();
        System.out.printf(
                "hosts: median %.1f ms, worst %.1f ms per snapshot%n", warm.get(warm.size() / 2), warm.getLast());
        assertThat(warm.get(warm.size() / 2)).isLessThan(50);
    }

    private static HostsScreen screen(FakeEngine engine) {
        Formats formats = new Formats(ZoneOffset.UTC);
        return new HostsScreen(
                new HostsViewModel(engine, new FakeHistory(), new Actor("mara"), FxThread::run),
                formats,
                new Nowhere());
    }

    private static Site tenThousandChecks() {
        List<Host> hosts = Sites.fiveThousandHosts().hosts().stream()
                .map(host ->
                        Sites.host(host.id().value(), host.group().orElseThrow().value(), "http", "cert"))
                .toList();
        return new Site(Sites.fiveThousandHosts().groups(), hosts, List.of(), Settings.DEFAULT);
    }

    /** CPU time, because the machine may be busy with other things. */
    private static double cpuMillis(Runnable work) {
        return Stages.onFx(() -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        });
    }

    /** Leads nowhere. */
    private static final class Nowhere implements Navigation {
        @Override
        public void open(Target target) {}

        @Override
        public void openLarge(Target target) {}

        @Override
        public void closeDetail() {}

        @Override
        public void goTo(String screen) {}

        @Override
        public void tell(String text) {}
    }
}
