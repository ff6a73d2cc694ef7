package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.ui.RecoveryScenes;

/** A failure that a person sees and no check does. */
class ReportModelTest {
    private static final CheckId SOUND = CheckId.parse("web-1/front");

    private final FakeRecovery recovery = new FakeRecovery();
    private final List<String> told = new ArrayList<>();
    private final ReportModel model = new ReportModel(recovery.operations(), new Actor("mara"), Runnable::run);

    @BeforeEach
    void show() {
        model.show(RecoveryScenes.busy().snapshot(), SOUND);
    }

    @Test
    void isOfferedWhereNothingIsKnownToFail() {
        assertThat(model.subjectProperty().get()).isEqualTo(new ReportModel.Subject.Sound(SOUND));

        model.show(RecoveryScenes.busy().snapshot(), RecoveryScenes.FRONT);

        assertThat(model.subjectProperty().get()).isEqualTo(new ReportModel.Subject.Nothing());
    }

    @Test
    void saysWhatItIsAndOfWhichKind() {
        recovery.operations().reports(CompletableFuture.completedFuture(failure(Failure.Detection.OPERATOR)));
        model.ask();
        model.confirm(told::add);
        assertThat(model.problemProperty().get()).isEqualTo("Say what it is: the next shift reads it.");

        model.typeProperty().set(FailureType.SLOW);
        model.textProperty().set(" customers wait ");
        model.confirm(told::add);

        assertThat(recovery.operations().told()).containsExactly("report SLOW of web-1/front by mara: customers wait");
        assertThat(told).containsExactly("On record: web-1/front fails");
        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    void keepsWhatWasTypedIfItWasNotTaken() {
        recovery.operations().reports(CompletableFuture.failedFuture(new IllegalStateException("there is one")));
        model.ask();
        model.textProperty().set("customers wait");

        model.confirm(told::add);

        assertThat(model.problemProperty().get()).isEqualTo("Not on record: there is one");
        assertThat(model.textProperty().get()).isEqualTo("customers wait");
        assertThat(told).isEmpty();
    }

    @Test
    void whatWasReportedIsSaidToBeOver() {
        Failure reported = failure(Failure.Detection.OPERATOR);
        recovery.operations().reports(CompletableFuture.completedFuture(reported));
        model.show(RecoveryScenes.calm().failing(List.of(reported)).snapshot(), SOUND);
        assertThat(model.subjectProperty().get()).isEqualTo(new ReportModel.Subject.Reported(reported));

        model.ask();
        model.textProperty().set("the queue is empty");
        model.confirm(told::add);

        assertThat(recovery.operations().told()).containsExactly("end failure 77 by mara: the queue is empty");
        assertThat(told).containsExactly("On record: it is over");
    }

    private static Failure failure(Failure.Detection how) {
        Failure one =
                RecoveryScenes.failure(77, SOUND, FailureType.SLOW, Duration.ofMinutes(3), "mara: customers wait");
        return new Failure(
                one.id(),
                one.at(),
                one.kind(),
                one.severity(),
                one.target(),
                one.message(),
                one.context(),
                how,
                one.incident(),
                one.ended());
    }
}
