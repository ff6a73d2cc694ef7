package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.SomeActions.ODD;
import static org.watchfloor.store.SomeActions.asked;
import static org.watchfloor.store.SomeActions.begun;
import static org.watchfloor.store.SomeActions.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.action.StepRun;

/** Actions, their steps and what may be done, on disk. */
class ActionsTest extends StoreCase {
    private static final String HOSTILE =
            "it's \"so\"; drop table action; -- \\n\r\n\t= \u2028 \uD83D\uDE00 ${jndi:x} <b>";

    @Test
    void knowsNothingAtFirst() {
        assertThat(store.restored().actions().open()).isEmpty();
        assertThat(store.restored().actions().last()).isZero();
        assertThat(found(1)).isEmpty();
        assertThat(steps(1)).isEmpty();
    }

    @Test
    void aDatabaseFromBeforeThereWereActionsKeepsWhatItHasAndTakesThem() throws Exception {
        append(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP));
        close();
        asOwner(
                "drop table action",
                "drop table action_step",
                "drop table automation",
                "drop table service_move",
                "delete from \"flyway_schema_history\" where \"version\" in ('6', '7', '8')");

        open();
        append(saved(asked(1)), new Entry.StepSaved(begun(1, Part.STEPS, 0)));

        assertThat(store.restored().last()).containsOnlyKeys(FRONT);
        assertThat(found(1)).hasValue(asked(1));
        assertThat(steps(1)).hasSize(1);
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void whatWasUndoneBeforeThatWasOnRecordIsNotUndoneAgain() throws Exception {
        append(
                saved(asked(1).over(Status.FAILED, ODD, "undoing it failed")),
                new Entry.StepSaved(begun(1, Part.ROLLBACK, 0)),
                saved(asked(2).over(Status.FAILED, ODD, "it has none")),
                new Entry.StepSaved(begun(2, Part.STEPS, 0)));
        close();
        asOwner(
                "alter table action drop column undone",
                "alter table action drop column agreed_by",
                "drop table service_move",
                "delete from \"flyway_schema_history\" where \"version\" in ('7', '8')");

        open();

        assertThat(found(1).orElseThrow().undone()).isTrue();
        assertThat(found(2).orElseThrow().undone()).isFalse();
    }

    @Test
    void whatHasNotEndedIsThereAfterARestartWithTheStepsThatHaveNot() throws StoreFailed {
        Action waiting = asked(1);
        Action stepping = asked(2).at(new Stage.Stepping(Part.STEPS, 1, ODD), "step 2 is under way");
        Action over = asked(3).over(Status.SUCCEEDED, ODD, "its check is green");
        StepRun ended = begun(2, Part.STEPS, 0).ended(ODD, StepEnd.succeeded("exit code 0"));
        StepRun underWay = begun(2, Part.STEPS, 1);
        append(saved(waiting), saved(asked(2)), saved(asked(3)));
        append(saved(stepping), new Entry.StepSaved(begun(2, Part.STEPS, 0)), new Entry.StepSaved(ended));
        append(new Entry.StepSaved(underWay), new Entry.StepSaved(begun(3, Part.STEPS, 0)), saved(over));

        reopen();

        assertThat(store.restored().actions().open()).containsExactly(waiting, stepping);
        assertThat(store.restored().actions().steps()).containsExactly(underWay);
        assertThat(store.restored().actions().recent()).containsExactly(over);
        assertThat(store.restored().actions().last()).isEqualTo(3);
    }

    @Test
    void everyStageIsReadBackAsItWas() throws StoreFailed {
        List<Stage> stages = List.of(
                new Stage.Waiting(),
                new Stage.Stepping(Part.STEPS, 0, ODD),
                new Stage.Stepping(Part.ROLLBACK, 17, ODD.plusNanos(1)),
                new Stage.Proving(ODD, Optional.empty()),
                new Stage.Proving(ODD, Optional.of(ODD.plusSeconds(3))),
                new Stage.Over());
        for (int id = 0; id < stages.size(); id++) {
            append(saved(asked(id).at(stages.get(id), "so it stands")));
        }

        reopen();

        for (int id = 0; id < stages.size(); id++) {
            assertThat(found(id)).hasValue(asked(id).at(stages.get(id), "so it stands"));
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusIsReadBackAsItWas(Status status) throws StoreFailed {
        Action action = status.isOver() ? asked(1).over(status, ODD, "over") : status(asked(1), status);
        append(saved(asked(1)), saved(action));

        reopen();

        assertThat(found(1)).hasValue(action);
        assertThat(store.restored().actions().open()).hasSize(status.isOver() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyEndOfAStepIsReadBackAsItWas(Outcome outcome) throws StoreFailed {
        StepRun ended = begun(1, Part.STEPS, 0).ended(ODD, new StepEnd(outcome, "exit code 3", "one\r\ntwo\n"));
        append(new Entry.StepSaved(begun(1, Part.STEPS, 0)));
        append(new Entry.StepSaved(ended));

        reopen();

        assertThat(steps(1)).containsExactly(ended);
    }

    @Test
    void stepsComeInTheirOrderAlsoIfTheClockWasSetBack() {
        StepRun first = begun(1, Part.STEPS, 0);
        StepRun second =
                new StepRun(new ActionId(1), Part.STEPS, 1, "b", "wait", START.minusSeconds(9), Optional.empty());
        StepRun tenth = begun(1, Part.STEPS, 9);
        StepRun undone = begun(1, Part.ROLLBACK, 0);
        append(new Entry.StepSaved(undone), new Entry.StepSaved(tenth), new Entry.StepSaved(first));
        append(new Entry.StepSaved(second), new Entry.StepSaved(begun(2, Part.STEPS, 0)));

        assertThat(steps(1)).containsExactly(first, second, tenth, undone);
    }

    @Test
    void whatEndedInTheLastSevenDaysIsRecentUnlessItWasRefused() throws StoreFailed {
        Instant now = START.plus(Duration.ofDays(30));
        Instant edge = now.minus(Duration.ofDays(7));
        Action tooOld = asked(1).over(Status.SUCCEEDED, edge.minusNanos(1), "over");
        Action late = asked(2).over(Status.FAILED, now.minusSeconds(5), "over");
        Action early = asked(3).over(Status.UNKNOWN_OUTCOME, edge, "over");
        Action refused = asked(4).over(Status.REFUSED, now.minusSeconds(9), "over");
        append(saved(tooOld), saved(late), saved(early), saved(refused));
        clock.set(now);

        reopen();

        assertThat(store.restored().actions().recent()).containsExactly(early, late);
        assertThat(store.restored().actions().last()).isEqualTo(4);
    }

    @Test
    void historyHasWhatWasAskedForInTheSpanNewestFirst() {
        append(saved(asked(1)), saved(asked(2)), saved(asked(3)), saved(asked(4)));

        assertThat(store.actionHistory()
                        .actions(START.plusSeconds(2), START.plusSeconds(4), 9)
                        .join())
                .containsExactly(asked(3), asked(2));
        assertThat(store.actionHistory().actions(START, ODD.plusSeconds(9), 2).join())
                .containsExactly(asked(4), asked(3));
    }

    @Test
    void theNewestMoveOfEachServiceAndOfTheConsoleIsThereAfterARestart() throws StoreFailed {
        Optional<ServiceId> shop = Optional.of(new ServiceId("shop"));
        Optional<ServiceId> pay = Optional.of(new ServiceId("pay"));
        AutomationMove own = move(2, shop, Optional.of(AutomationLevel.FULL), false);
        AutomationMove stopped = move(4, Optional.empty(), Optional.of(AutomationLevel.LIMITED), true);
        AutomationMove asConsole = move(5, pay, Optional.empty(), false);
        append(new Entry.AutomationSet(move(1, Optional.empty(), Optional.of(AutomationLevel.SHADOW), false)));
        append(new Entry.AutomationSet(own), new Entry.AutomationSet(move(3, pay, own.level(), false)));
        append(new Entry.AutomationSet(stopped), new Entry.AutomationSet(asConsole));

        reopen();

        assertThat(store.restored().actions().automation()).containsExactly(own, stopped, asConsole);
    }

    @Test
    void theNewestMoveOfEachServiceIsReadBack() throws StoreFailed {
        ServiceId shop = new ServiceId("shop");
        CheckId there = CheckId.parse("web-2/page");
        ServiceMove back = new ServiceMove(3, ODD, shop, CheckId.parse("web-1/page"), new ActionId(9));
        ServiceMove other = new ServiceMove(2, ODD, new ServiceId("pay"), there, new ActionId(8));
        append(new Entry.ServiceMoved(new ServiceMove(1, ODD, shop, there, new ActionId(7))));
        append(new Entry.ServiceMoved(other), new Entry.ServiceMoved(back));

        reopen();

        assertThat(store.restored().actions().moves()).containsExactly(other, back);
    }

    @Test
    void whatTheConsoleDidByItselfIsReadBackAsThat() throws StoreFailed {
        AutomationMove alone = new AutomationMove(
                1, ODD, Optional.empty(), Optional.of(AutomationLevel.MONITOR), false, Optional.empty(), HOSTILE);
        append(new Entry.AutomationSet(alone));

        reopen();

        assertThat(store.restored().actions().automation()).containsExactly(alone);
    }

    @Test
    void hostileTextsAreReadBackAsTheyWere() throws StoreFailed {
        Map<String, String> given = Map.of("unit", HOSTILE, "empty", "", "back\\slash", "\\", "path", "C:\\new\nline");
        Action action = told(new Cause.ByHand(new Actor(HOSTILE)), given, HOSTILE, Optional.empty());
        StepRun step = new StepRun(
                action.id(),
                Part.STEPS,
                0,
                HOSTILE,
                "command",
                ODD,
                Optional.of(new StepRun.Ended(ODD, new StepEnd(Outcome.FAILED, HOSTILE, HOSTILE))));
        append(saved(action), new Entry.StepSaved(step));

        reopen();

        assertThat(found(1)).hasValue(action);
        assertThat(steps(1)).containsExactly(step);
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void halfCharactersAndNulHurtNothing() {
        append(saved(asked(1).over(Status.FAILED, ODD, "a\0b\uD83Dc\uDE00")));

        assertThat(found(1).map(Action::said)).hasValue("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void overlongTextsAreCutWithAMark() {
        String endless = "\uD83D\uDE00".repeat(1_000_000);
        Cause cause = new Cause.ByHand(new Actor(endless));
        StepEnd end = new StepEnd(Outcome.SUCCEEDED, endless, endless);
        append(saved(told(cause, Map.of("a", endless), endless, Optional.of(new IncidentId(7)))));
        append(new Entry.StepSaved(new StepRun(
                new ActionId(1), Part.STEPS, 0, endless, "command", ODD, Optional.of(new StepRun.Ended(ODD, end)))));

        Action action = found(1).orElseThrow();
        StepEnd kept = steps(1).getFirst().end().orElseThrow().how();
        assertThat(action.cause().toString()).hasSizeBetween(999, 1_000).endsWith("\uD83D\uDE00…");
        assertThat(action.said()).hasSizeBetween(99_999, 100_000).endsWith("\uD83D\uDE00…");
        assertThat(action.title()).isEqualTo(action.said());
        assertThat(Objects.requireNonNull(action.given().get("a"))).hasSizeBetween(999_990, 1_000_000);
        assertThat(kept.message()).hasSizeBetween(99_999, 100_000).endsWith("\uD83D\uDE00…");
        assertThat(kept.output()).hasSizeBetween(299_999, 300_000).endsWith("\uD83D\uDE00…");
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void outputUpToItsLimitIsKeptWhole() {
        StepEnd end = new StepEnd(Outcome.SUCCEEDED, "exit code 0", "x".repeat(299_999) + "\n");
        StepRun step = begun(1, Part.STEPS, 0).ended(ODD, end);
        append(new Entry.StepSaved(step));

        assertThat(steps(1)).containsExactly(step);
    }

    private static Entry saved(Action action) {
        return new Entry.ActionSaved(action);
    }

    private static Action status(Action action, Status status) {
        return status == Status.IN_PROGRESS ? action.at(action.stage(), action.said()) : action;
    }

    private static AutomationMove move(
            long id, Optional<ServiceId> service, Optional<AutomationLevel> level, boolean stopped) {
        return new AutomationMove(
                id, ODD.plusSeconds(id), service, level, stopped, Optional.of(new Actor("mara")), "for the night");
    }

    private Optional<Action> found(long id) {
        return store.actionHistory().action(new ActionId(id)).join();
    }

    private List<StepRun> steps(long action) {
        return store.actionHistory().steps(new ActionId(action)).join();
    }
}
