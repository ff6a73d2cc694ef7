package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void agreesWithAnOrdinaryListWhateverIsReplaced() {
        Random random = new Random(1);
        List<Integer> expected =
                new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
        Slots<Integer> slots = Slots.copyOf(expected);
        for (int change = 0; change < 10_000; change++) {
            int index = random.nextInt(1_000);
            slots = slots.with(index, change);
            expected.set(index, change);
        }

        assertThat(slots).isEqualTo(expected);
    }

    @Test
    void leavesTheOriginalAlone() {
        Slots<String> before = Slots.copyOf(List.of("a", "b"));
        Slots<String> after = before.with(1, "c");

        assertThat(before).containsExactly("a", "b");
        assertThat(after).containsExactly("a", "c");
    }
}
