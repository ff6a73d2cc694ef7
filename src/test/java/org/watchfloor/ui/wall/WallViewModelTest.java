package org.watchfloor.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.MarkWords;

class WallViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final WallViewModel wall = new WallViewModel(engine, new Actor("mara"));

    WallViewModelTest() {
        wall.show(engine.current());
    }

    @Test
    void showsTheWorstFirstInEachGroup() {
        WallGroup web = wall.groups().getFirst();

        assertThat(web.title()).isEqualTo("Web and API");
        assertThat(web.cells().stream().map(WallCell::title).limit(4))
                .containsExactly("web-7", "api-4", "web-12", "api-9");
    }

    @Test
    void cellsKeepTheirIdentity() {
        WallCell before = cell("web-1");

        wall.show(world.set("web-1/front", State.DOWN, Duration.ZERO).snapshot());

        assertThat(cell("web-1")).isSameAs(before);
        assertThat(before.state()).isEqualTo(State.DOWN);
    }

    @Test
    void reportsAChangedCellOnce() {
        wall.show(world.set("web-1/front", State.DOWN, Duration.ZERO).snapshot());

        assertThat(wall.takeChanged()).containsExactly(cell("web-1"));
        assertThat(wall.takeChanged()).isEmpty();
    }

    @Test
    void theFirstLookIsNoChange() {
        assertThat(wall.takeChanged()).isEmpty();
    }

    @Test
    void putsTheAcknowledgedBehindTheUnacknowledged() {
        wall.show(world.set("db-9/postgres", State.DOWN, Duration.ofMinutes(1)).snapshot());

        List<String> databases =
                wall.groups().get(1).cells().stream().map(WallCell::title).toList();

        assertThat(databases.subList(0, 2)).containsExactly("db-9", "db-3");
        assertThat(cell("db-3").isInHand()).isTrue();
    }

    @Test
    void theWorstCheckThatNobodyLooksAfterTellsWhatACellIs() {
        wall.show(Worlds.marked()
                .set("mail-relay-5/queue", State.DOWN, Duration.ofSeconds(5))
                .snapshot());

        assertThat(cell("mail-relay-5").isInHand()).isFalse();
        assertThat(cell("mail-relay-5").worst().orElseThrow().check().name()).isEqualTo("queue");
    }

    @Test
    void marksWhatIsKeptQuietAndWhatFlaps() {
        wall.show(Worlds.marked().snapshot());

        assertThat(cell("vpn-gateway").looks()).containsExactly(MarkLook.MAINTENANCE);
        assertThat(cell("ldap-replica").looks()).containsExactly(MarkLook.SHELVED);
        assertThat(cell("db-8").looks()).containsExactly(MarkLook.SILENCED);
        assertThat(cell("edge-fra").looks()).containsExactly(MarkLook.FLAPPING);
        assertThat(cell("edge-fra").isInHand()).isFalse();
        assertThat(cell("edge-syd").message()).startsWith("lies behind gw-syd, last: ");
    }

    @Test
    void stepsThroughProblemsAndBeginsAgain() {
        int problems = (int) wall.cells().stream().filter(WallCell::isProblem).count();

        wall.nextProblem();
        String first = chosen();
        for (int i = 0; i < problems; i++) {
            wall.nextProblem();
        }

        assertThat(chosen()).isEqualTo(first).isEqualTo("web-7");
    }

    @Test
    void goesBackToTheProblemBefore() {
        wall.nextProblem();
        wall.nextProblem();

        wall.previousProblem();

        assertThat(chosen()).isEqualTo("web-7");
    }

    @Test
    void findsOnlyWhatNobodyAcknowledged() {
        wall.nextUnacknowledged();
        String first = chosen();
        wall.nextUnacknowledged();

        assertThat(List.of(first, chosen())).containsExactly("web-7", "mail-relay-2");
    }

    @Test
    void checksTheChosenHost() {
        wall.nextProblem();

        wall.checkNow();

        assertThat(engine.told()).containsExactly("check now [web-7/front, web-7/health, web-7/cert]");
    }

    @Test
    void diagnosesTheWorstCheckOfTheChosenHost() {
        wall.nextProblem();

        Optional<CheckId> check = wall.diagnose();

        assertThat(check).contains(CheckId.parse("web-7/front"));
        assertThat(engine.told()).containsExactly("diagnose [web-7/front]");
    }

    @Test
    void actsOnAllMarkedCells() {
        wall.choose(cell("mail-relay-3"));
        wall.toggleMark();
        wall.choose(cell("mail-relay-4"));
        wall.toggleMark();
        wall.choose(cell("web-1"));

        wall.pause();

        assertThat(engine.told())
                .containsExactly("pause [mail-relay-3/smtp, mail-relay-3/queue, mail-relay-4/smtp, mail-relay-4/queue]"
                        + " by mara");
    }

    @Test
    void acknowledgesTheIncidentOfTheChosenHost() {
        wall.nextProblem();

        wall.acknowledge();

        assertThat(engine.told()).containsExactly("acknowledge 140 by mara");
    }

    @Test
    void cannotAcknowledgeWhatIsAcknowledged() {
        wall.choose(cell("db-3"));

        assertThat(wall.canAcknowledge()).isFalse();
    }

    @Test
    void filtersByTheGrammar() {
        wall.filter("state:down");

        assertThat(wall.cells()).extracting(WallCell::title).containsExactly("web-7", "db-3", "mail-relay-2");
    }

    @Test
    void saysWhatIsWrongWithAFilterAndKeepsTheOldOne() {
        wall.filter("state:down");

        wall.filter("state:sleepy");

        assertThat(wall.filterProblemProperty().get()).contains("sleepy");
        assertThat(wall.cells()).hasSize(3);
    }

    @Test
    void showsACellForEachCheck() {
        wall.groupingProperty().set(Grouping.CHECKS);

        assertThat(wall.cells()).hasSize(world.site().checks().size());
        assertThat(wall.cells()).extracting(WallCell::title).contains("web-7/front");
    }

    @Test
    void showsACellForEachService() {
        wall.groupingProperty().set(Grouping.SERVICES);

        assertThat(wall.cells()).extracting(WallCell::title).contains("Shop", "Ledger");
        assertThat(wall.cells().getFirst().state()).isEqualTo(State.DOWN);
    }

    @Test
    void forgetsAMarkedCellThatTheFilterHides() {
        wall.choose(cell("web-1"));
        wall.toggleMark();

        wall.filter("state:down");

        assertThat(wall.hasInHand()).isFalse();
    }

    @Test
    void saysInWordsWhatACellShows() {
        assertThat(cell("web-7").spoken(words())).isEqualTo("web-7, down for 4 min, connection refused on port 443");
        assertThat(cell("db-3").spoken(words())).contains(", acknowledged by mara 10:31:49 UTC, ");
    }

    private MarkWords words() {
        return new MarkWords(new Formats(ZoneOffset.UTC), wall.now());
    }

    private String chosen() {
        return wall.chosenProperty().get().orElseThrow().title();
    }

    private WallCell cell(String title) {
        return wall.cells().stream()
                .filter(cell -> cell.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
