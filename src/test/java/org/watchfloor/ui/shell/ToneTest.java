package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void aMachineWithoutSoundStaysSilent() {
        List<Runnable> played = new ArrayList<>();
        new Tone(played::add).play(Chime.TROUBLE);

        played.forEach(Runnable::run);

        assertThat(played).hasSize(1);
    }

    @Test
    void theNotesBeginAndEndSilent() {
        byte[] notes = Tone.notes(Chime.TROUBLE);

        assertThat(notes[0]).isZero();
        assertThat(Math.abs(notes[notes.length - 1])).isLessThanOrEqualTo((byte) 1);
    }

    @Test
    void aStoppedPlayerIsNoError() {
        var stopped = java.util.concurrent.Executors.newSingleThreadExecutor();
        stopped.shutdown();

        new Tone(stopped).play(Chime.TROUBLE);

        assertThat(stopped.isShutdown()).isTrue();
    }
}
