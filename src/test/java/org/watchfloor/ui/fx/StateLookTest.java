package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.model.State;

class StateLookTest {
    @Test
    void everyStateHasItsOwnLetterWordAndShape() {
        var looks = Arrays.stream(State.values()).map(StateLook::of).toList();

        assertThat(looks).extracting(StateLook::letter).doesNotHaveDuplicates();
        assertThat(looks).extracting(StateLook::word).doesNotHaveDuplicates();
        assertThat(looks).extracting(StateLook::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void shapesAreSvgPaths(State state) {
        assertThat(StateLook.of(state).path()).matches("(M[-0-9. LAZM]+)+");
    }
}
