package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.SomeRunning;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Worlds;

/** When the history is asked. */
class ActionBookTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final Worlds world = RecoveryScenes.busy();
    private final ActionBook book = new ActionBook(recovery.desk().actions(), Runnable::run);

    @Test
    void asksAtOnceAndOnceMoreWhenTheHistoryHasSettled() {
        pass(0, 1, 1, 1, 1, 1, 1);

        assertThat(recovery.asked())
                .containsExactly(
                        "actions 2026-08-22T12:04:09Z 2026-11-20T12:04:11Z 10000",
                        "actions 2026-08-22T12:04:12Z 2026-11-20T12:04:14Z 10000");
    }

    @Test
    void asksNoMoreOftenThanEveryThreeSecondsHoweverMuchHappens() {
        for (int second = 0; second < 10; second++) {
            world.acting(SomeRunning.actions(List.of(), RecoveryScenes.over().subList(0, second + 1)));
            pass(1);
        }

        assertThat(recovery.asked()).hasSizeLessThanOrEqualTo(4);
    }

    private void pass(int... seconds) {
        for (int one : seconds) {
            book.show(world.pass(Duration.ofSeconds(one)).snapshot());
        }
    }
}
