package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Severity;
import org.watchfloor.ui.AlertScenes;

class ChimeTest {
    @Test
    void eachSeverityHasItsOwn() {
        assertThat(Arrays.stream(Severity.values()).map(Chime::of))
                .doesNotHaveDuplicates()
                .doesNotContain(Chime.OVER);
    }

    @Test
    void theEndRises() {
        assertThat(Chime.of(AlertScenes.notice("e-1", AlertScenes.OVER))).isEqualTo(Chime.OVER);
        assertThat(Chime.OVER.hertz()).isSorted();
    }

    @Test
    void moreNotesAreLonger() {
        assertThat(Tone.notes(Chime.of(Severity.CRITICAL)))
                .hasSizeGreaterThan(Tone.notes(Chime.of(Severity.INFO)).length);
    }
}
