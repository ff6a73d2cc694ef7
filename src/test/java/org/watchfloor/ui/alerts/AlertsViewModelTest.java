package org.watchfloor.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;
import org.watchfloor.model.Actor;
import org.watchfloor.notify.Channels;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Worlds;

class AlertsViewModelTest {
    private final Worlds world = Worlds.alarmed();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final AlertsViewModel viewModel =
            new AlertsViewModel(AlertScenes.fill(engine.alerts()), new FakeHistory(), Runnable::run);
    private final AlertActions actions =
            new AlertActions(engine.alerts(), new Actor("mara"), viewModel.nowProperty()::get);

    AlertsViewModelTest() {
        viewModel.show(engine.current());
    }

    @Test
    void listsWhatNeedsSomebodyWorstFirst() {
        assertThat(numbers()).containsExactly(42L, 41L, 39L);
        assertThat(viewModel.needsMeProperty().get()).isEqualTo(3);
        assertThat(AlertsViewModel.needingSomebody(engine.current())).isEqualTo(3);
    }

    @Test
    void listsAllThatArePresentInTheOrderTheyMatter() {
        viewModel.look(AlertsView.PRESENT);

        assertThat(numbers()).containsExactly(42L, 41L, 39L, 37L, 38L, 40L, 43L);
    }

    @Test
    void listsWhatIsOverWithTheLastDay() {
        viewModel.look(AlertsView.DAY);

        assertThat(numbers()).hasSize(8).endsWith(36L);
    }

    @Test
    void findsWordsInAnyPartOfAnAlert() {
        viewModel.look(AlertsView.PRESENT);

        viewModel.filter("severity=\"high\" DOWN");

        assertThat(numbers()).containsExactly(41L, 40L);
    }

    @Test
    void keepsRowsAndTheChosenOneWhileAlertsChange() {
        AlertRow before = viewModel.rows().get(1);
        viewModel.choose(before);

        viewModel.show(world.alerts(replacing(taken(AlertScenes.DOWN))).snapshot());

        assertThat(numbers()).containsExactly(42L, 39L);
        assertThat(viewModel.chosenProperty().get()).isSameAs(before);
        assertThat(before.alert().ack()).isPresent();
    }

    @Test
    void tellsWhyInOrderWithTheTimeBetween() {
        viewModel.choose(AlertScenes.DOWN.id());

        assertThat(viewModel.why().lines())
                .extracting(line -> line.after().map(Duration::toSeconds).orElse(-1L))
                .containsExactly(-1L, 0L, 30L, 2L, 148L, 2L);
        assertThat(viewModel.why().noteProperty().get()).isEmpty();
    }

    @Test
    void choosesAnAlertThatIsOnlyKnownToTheHistory() {
        viewModel.choose(AlertScenes.OVER.id());

        AlertRow chosen = viewModel.chosenProperty().get();
        assertThat(chosen).isNotNull();
        assertThat(chosen.alert()).isEqualTo(AlertScenes.OVER);
        assertThat(viewModel.viewProperty().get()).isEqualTo(AlertsView.DAY);
    }

    @Test
    void goesRoundTheUnacknowledged() {
        viewModel.look(AlertsView.PRESENT);
        viewModel.choose(viewModel.rows().get(2));

        assertThat(viewModel.nextUnacknowledged()).map(AlertRow::id).contains(AlertScenes.CERTIFICATE.id());
    }

    @Test
    void actsOnlyOnAlertsThatItConcerns() {
        viewModel.look(AlertsView.DAY);
        List<AlertRow> all = viewModel.rows();

        actions.acknowledge(all, " on it ");
        actions.unacknowledge(all);
        actions.shelve(all.subList(0, 2), Duration.ofHours(8), "");
        actions.resolve(all.subList(7, 8), "");
        boolean said = actions.comment(all.subList(0, 1), "  ");

        assertThat(said).isFalse();
        assertThat(engine.alerts().told())
                .containsExactly(
                        "acknowledge [42, 41, 39, 38, 40, 43] by mara: on it",
                        "unacknowledge [37] by mara",
                        "shelve [42, 41] by mara until 2026-11-20T20:04:09Z: ");
    }

    @Test
    void saysWhenNobodyCanBeTold() {
        assertThat(viewModel.unconfiguredProperty().get()).isFalse();

        viewModel.show(Worlds.calm(Site.EMPTY).snapshot());

        assertThat(viewModel.unconfiguredProperty().get()).isTrue();
    }

    @Test
    void teachesWithYamlThatIsValid() {
        Site taught = AlertScenes.on(Site.EMPTY, Teaching.SNIPPET);

        assertThat(taught.section(Channels.class).orElseThrow().byId()).hasSize(1);
        assertThat(Teaching.SNIPPET.lines()).hasSize(6);
    }

    private static Alert taken(Alert alert) {
        return alert.acknowledged(Optional.of(new Alert.Ack(new Actor("mara"), Instant.EPOCH, "", Optional.empty())));
    }

    private static List<Alert> replacing(Alert alert) {
        List<Alert> all = new ArrayList<>(AlertScenes.present());
        all.replaceAll(one -> one.id().equals(alert.id()) ? alert : one);
        return all;
    }

    private List<Long> numbers() {
        return viewModel.rows().stream().map(row -> row.id().value()).toList();
    }
}
