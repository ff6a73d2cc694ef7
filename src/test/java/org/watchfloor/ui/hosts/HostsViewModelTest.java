package org.watchfloor.ui.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Worlds;

class HostsViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final HostsViewModel viewModel =
            new HostsViewModel(engine, new FakeHistory(), new Actor("mara"), Runnable::run);

    HostsViewModelTest() {
        viewModel.show(engine.current());
    }

    @Test
    void putsTheWorstOfEachGroupOnTop() {
        assertThat(titles()).startsWith("Mail", "mail-relay-2", "mail-relay-1");
        assertThat(titles()).containsSubsequence("Web and API", "web-7", "api-4", "web-12", "api-9", "api-1", "api-2");
        assertThat(viewModel.summaryProperty().get()).isEqualTo("3 of 60 hosts are down");
    }

    @Test
    void countsNumbersInNames() {
        viewModel.orderBy(HostsOrder.BY_NAME);

        assertThat(titles()).containsSubsequence("web-1", "web-2", "web-10", "web-18");
    }

    @Test
    void keepsRowsWhileTheirStateChanges() {
        HostsRow before = row("web-3");
        world.pass(Duration.ofSeconds(1))
                .set("web-3/front", State.DOWN, Duration.ZERO)
                .open("web-3", Duration.ZERO, "web-3 is down");

        viewModel.show(world.snapshot());

        assertThat(row("web-3")).isSameAs(before);
        assertThat(before.line().state()).isEqualTo(State.DOWN);
        assertThat(titles()).containsSubsequence("Web and API", "web-3", "web-7");
    }

    @Test
    void ordersAtMostTwiceASecond() {
        world.pass(Duration.ofMillis(100))
                .set("web-3/front", State.DOWN, Duration.ZERO)
                .open("web-3", Duration.ZERO, "web-3 is down");
        viewModel.show(world.snapshot());
        assertThat(titles()).containsSubsequence("web-7", "web-3");

        world.pass(Duration.ofMillis(400));
        viewModel.show(world.snapshot());

        assertThat(titles()).containsSubsequence("web-3", "web-7");
    }

    @Test
    void showsWhatTheFilterLetsPassAndActsOnThatOnly() {
        viewModel.filter("state:down check:front");

        assertThat(titles()).containsExactly("Web and API", "web-7");
        viewModel.checkNow(viewModel.rows());
        assertThat(engine.told()).containsExactly("check now [web-7/front]");
        assertThat(viewModel.summaryProperty().get()).isEqualTo("3 of 60 hosts are down · 1 shown");
    }

    @Test
    void diagnosesTheWorstOfTheRows() {
        viewModel.filter("host:web-7");

        assertThat(viewModel.diagnose(viewModel.rows())).isPresent();
        assertThat(engine.told()).containsExactly("diagnose [web-7/front]");
    }

    @Test
    void keepsTheListWhenTheFilterIsNotUnderstood() {
        List<String> before = titles();

        viewModel.filter("stat:down");

        assertThat(titles()).isEqualTo(before);
        assertThat(viewModel.problemProperty().get()).startsWith("at 1: unknown key \"stat\"");
    }

    @Test
    void unfoldsAHostIntoItsChecks() {
        viewModel.expand(row("web-7"));

        assertThat(titles()).containsSubsequence("web-7", "front", "health", "cert", "api-4");
        assertThat(viewModel.parentOf(row("front"))).contains(row("web-7"));
        viewModel.collapse(row("web-7"));
        assertThat(titles()).doesNotContain("front");
    }

    @Test
    void pausesAndAcknowledgesInTheNameOfTheOperator() {
        viewModel.pause(List.of(row("web-7")));
        viewModel.acknowledge(List.of(row("web-7"), row("db-3")));

        assertThat(engine.told())
                .containsExactly("pause [web-7/front, web-7/health, web-7/cert] by mara", "acknowledge 140 by mara");
    }

    @Test
    void leadsFromProblemToProblem() {
        Optional<HostsRow> first = viewModel.nextProblem(Optional.empty());
        Optional<HostsRow> second = viewModel.nextProblem(first);

        assertThat(first.map(HostsRow::title)).contains("mail-relay-2");
        assertThat(second.map(HostsRow::title)).contains("web-7");
        assertThat(viewModel.previousProblem(second)).isEqualTo(first);
        assertThat(viewModel.nextUnacknowledged(second)).isEqualTo(first);
    }

    @Test
    void bringsTheUptimeOfTheRowsInSightOnly() {
        viewModel.lookAt(List.of(row("web-7")));

        assertThat(row("web-7").uptimeProperty().get().day()).isPresent();
        assertThat(row("web-8").uptimeProperty().get()).isEqualTo(RowUptime.NONE);
    }

    @Test
    void forgetsHostsThatAreNotConfiguredAnyMore() {
        Worlds smaller = Worlds.calm(org.watchfloor.ui.Sites.fiveThousandHosts());

        viewModel.show(smaller.pass(Duration.ofSeconds(1)).snapshot());

        assertThat(titles()).doesNotContain("web-7").contains("fra-1-n0");
        assertThat(viewModel.rows()).hasSize(5_040);
        assertThat(smaller.site().hosts().getFirst().id()).isEqualTo(new HostId("fra-1-n0"));
    }

    private List<String> titles() {
        return viewModel.rows().stream().map(HostsRow::title).toList();
    }

    private HostsRow row(String title) {
        return viewModel.rows().stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + title));
    }
}
