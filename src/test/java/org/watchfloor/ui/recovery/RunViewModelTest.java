package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.DryRun;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Worlds;

/** A runbook before it begins: what it would do, and what keeps it from beginning. */
class RunViewModelTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final Worlds world = RecoveryScenes.calm();
    private final RunViewModel viewModel = new RunViewModel(recovery.operations(), new Actor("mara"), Runnable::run);

    @BeforeEach
    void show() {
        viewModel.show(world.snapshot());
    }

    @Test
    void offersWhatFailsFirst() {
        viewModel.choose(RecoveryScenes.RESTART);

        assertThat(viewModel.targets()).hasSize(54);
        assertThat(viewModel.targets())
                .first()
                .matches(line -> line.target().check().equals(RecoveryScenes.FRONT)
                        && line.state() == State.DOWN
                        && line.words().equals("connection refused"));
        assertThat(viewModel.targets().get(1).target().check()).hasToString("web-2/front");
        assertThat(viewModel.checkProperty().get()).contains(RecoveryScenes.FRONT);
    }

    @Test
    void narrowsTheTargetsByPartOfAName() {
        viewModel.choose(RecoveryScenes.RESTART);

        viewModel.wordsProperty().set("web-11/C");

        assertThat(viewModel.targets())
                .singleElement()
                .matches(line -> line.target().check().equals(CheckId.parse("web-11/cert")));
        assertThat(viewModel.checkProperty().get()).contains(RecoveryScenes.FRONT);
    }

    @Test
    void showsWhatItWouldDoWithWhatIsGiven() {
        viewModel.choose(RecoveryScenes.RESTART);
        field("unit").valueProperty().set("apache2.service");

        DryRun dry = viewModel.dryRunProperty().get().orElseThrow();
        assertThat(dry.steps().get(1).lines())
                .anyMatch(line -> line.text().contains("systemctl restart -- 'apache2.service'"));
        assertThat(dry.rollback()).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAParameter() {
        viewModel.choose(RecoveryScenes.RESTART);

        field("pause").valueProperty().set("two hours");

        assertThat(field("pause").fault()).contains("is not a length of time such as 90s or 1h30m");
        assertThat(viewModel.obstaclesProperty().get())
                .anyMatch(one -> one.startsWith("the parameter \"pause\" is not a length of time"));
        assertThat(viewModel.canBegin()).isFalse();
    }

    @Test
    void wantsTheNameOfTheHostBeforeSomethingDangerous() {
        viewModel.choose(RecoveryScenes.RESTART);
        assertThat(viewModel.obstaclesProperty().get())
                .containsExactly("it is dangerous: type the name of the host, web-7");
        viewModel.begin();
        assertThat(recovery.operations().told()).isEmpty();

        viewModel.confirmation().typedProperty().set("web-7");

        assertThat(viewModel.canBegin()).isTrue();
        viewModel.begin();
        assertThat(recovery.operations().told())
                .containsExactly("start restart-web on web-7/front by mara with {mode=soft, pause=10s,"
                        + " unit=nginx.service}, typed web-7");
    }

    @Test
    void forgetsWhatWasTypedWhenItIsForAnother() {
        viewModel.choose(RecoveryScenes.RESTART);
        viewModel.confirmation().typedProperty().set("web-7");

        viewModel.aim(CheckId.parse("web-2/front"));

        assertThat(viewModel.confirmation().typedProperty().get()).isEmpty();
        assertThat(viewModel.canBegin()).isFalse();
    }

    @Test
    void wantsASecondPersonWhoIsNotTheFirst() {
        viewModel.choose(RecoveryScenes.MOVE);
        field("why").valueProperty().set("its disk is dying");
        assertThat(viewModel.obstaclesProperty().get())
                .containsExactly("a second person has to agree: their name and their PIN");

        viewModel.confirmation().personProperty().set("mara");
        viewModel.confirmation().pinProperty().set("471147");
        assertThat(viewModel.obstaclesProperty().get()).containsExactly("a second person has to agree, not mara twice");

        viewModel.confirmation().personProperty().set("ada");
        viewModel.begin();

        assertThat(recovery.operations().told())
                .containsExactly("start move-database on db-3/postgres by mara with {why=its disk is dying},"
                        + " agreed by ada with 471147");
        assertThat(viewModel.confirmation().pinProperty().get()).isEmpty();
    }

    @Test
    void looksAtItsGuardsAnewWithEachSnapshot() {
        viewModel.choose(RecoveryScenes.LOOK_AGAIN);
        assertThat(viewModel.canBegin()).isTrue();

        viewModel.show(RecoveryScenes.stopped().pass(Duration.ofSeconds(2)).snapshot());

        assertThat(viewModel.obstaclesProperty().get())
                .containsExactly("it needs that actions are not stopped, but all actions are stopped");
        assertThat(viewModel.canBegin()).isFalse();
    }

    @Test
    void leadsToWhatHasBegun() {
        recovery.operations().answers(answer());
        viewModel.choose(RecoveryScenes.LOOK_AGAIN);

        viewModel.begin();

        assertThat(viewModel.begunProperty().get()).contains(new ActionId(63));
        assertThat(viewModel.busyProperty().get()).isFalse();
    }

    @Test
    void isAskedForOnceHoweverOftenItIsPressed() {
        CompletableFuture<Action> later = new CompletableFuture<>();
        recovery.operations().answers(later);
        viewModel.choose(RecoveryScenes.LOOK_AGAIN);

        viewModel.begin();
        viewModel.begin();

        assertThat(viewModel.busyProperty().get()).isTrue();
        assertThat(recovery.operations().told()).hasSize(1);
    }

    @Test
    void saysWhyItWasRefusedAtTheLastMoment() {
        recovery.operations()
                .answers(answer().over(Status.REFUSED, Worlds.NOON, "it needs that nothing else is at work on it"));
        viewModel.choose(RecoveryScenes.LOOK_AGAIN);

        viewModel.begin();

        assertThat(viewModel.refusalProperty().get())
                .isEqualTo("It was refused: it needs that nothing else is at work on it");
        assertThat(viewModel.begunProperty().get()).isEmpty();
    }

    @Test
    void saysWhyItCouldNotBeAskedFor() {
        viewModel.choose(RecoveryScenes.LOOK_AGAIN);

        viewModel.begin();

        assertThat(viewModel.refusalProperty().get()).isEqualTo("It was not begun: nothing is done here");
        assertThat(viewModel.canBegin()).isTrue();
    }

    private static Action answer() {
        return RecoveryScenes.action(
                63,
                RecoveryScenes.LOOK_AGAIN,
                "Look again",
                RecoveryScenes.FRONT,
                new Cause.ByHand(new Actor("mara")),
                Duration.ZERO);
    }

    private ParameterField field(String name) {
        return viewModel.fields().stream()
                .filter(field -> field.parameter().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
