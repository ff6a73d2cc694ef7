package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.EngineFigures.Step;

class LifecycleTest {
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void startsTheHighestPriorityFirstAndStopsItLast() throws StartFailed {
        Lifecycle lifecycle = new Lifecycle(List.of(stage("engine", 80), stage("store", 100)), () -> false);
        lifecycle.start();
        lifecycle.stop();
        lifecycle.stop();

        assertThat(log).containsExactly("start store", "start engine", "stop engine", "stop store");
        assertThat(lifecycle.steps()).extracting(Step::name).containsExactly("store", "engine");
    }

    @Test
    void saysWhichStageFailedAndWhyAndLeavesCleanly() {
        Stage broken = new Stage(
                "web door",
                70,
                Duration.ofSeconds(5),
                () -> {
                    throw new IllegalStateException("port 7070 is taken");
                },
                () -> true,
                () -> log.add("stop web door"));
        Lifecycle lifecycle = new Lifecycle(List.of(stage("store", 100), broken, stage("console", 10)), () -> false);

        assertThatThrownBy(lifecycle::start).hasMessage("the web door did not start: port 7070 is taken");
        assertThat(log).containsExactly("start store", "stop web door", "stop store");
    }

    @Test
    void givesUpOnAStageThatTakesTooLong() {
        CountDownLatch never = new CountDownLatch(1);
        Stage hanging =
                new Stage("lab", 70, Duration.ofMillis(50), never::await, () -> true, () -> log.add("stop lab"));
        Lifecycle lifecycle = new Lifecycle(List.of(hanging), () -> false);

        assertThatThrownBy(lifecycle::start).hasMessageContaining("lab did not start within");
        never.countDown();
    }

    @Test
    void refusesAStageThatIsNotHealthy() {
        Stage sick = new Stage("store", 70, Duration.ofSeconds(5), () -> {}, () -> false, () -> {});

        assertThatThrownBy(() -> new Lifecycle(List.of(sick), () -> false).start())
                .hasMessageContaining("not healthy");
    }

    @Test
    void stopsTheOthersWhenOneDoesNotStop() throws StartFailed {
        Stage stubborn = new Stage("engine", 80, Duration.ofSeconds(5), () -> {}, () -> true, () -> {
            throw new IllegalStateException("no");
        });
        Lifecycle lifecycle = new Lifecycle(List.of(stubborn, stage("store", 100)), () -> false);
        lifecycle.start();
        lifecycle.stop();

        assertThat(log).contains("stop store");
    }

    private Stage stage(String name, int priority) {
        return new Stage(
                name,
                priority,
                Duration.ofSeconds(5),
                () -> log.add("start " + name),
                () -> true,
                () -> log.add("stop " + name));
    }
}
