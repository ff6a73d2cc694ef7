package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand stories made by chance, held against an oracle that knows only what was broken when: no page without a cause,
 * no cause without a page, never two, none while silenced, in maintenance or flapping, nobody blamed for the console's own
 * line, its sleep, its clock or its restart, and the end told of all that was told.
 */
class RandomOutagesTest {
    private static final int RUNS = 1_000;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whoIsToldIsWhatTheOracleSays() {
        List<String> faults = IntStream.range(0, RUNS)
                .parallel()
                .boxed()
                .flatMap(RandomOutagesTest::faults)
                .limit(20)
                .toList();

        assertThat(faults).isEmpty();
    }

    private static Stream<String> faults(int seed) {
        RandomStory story = new RandomStory(seed);
        TestEngine engine = story.run();
        return new StoryJudge(story).faultsOf(engine).stream().map(text -> "seed " + seed + ": " + text);
    }
}
