package org.watchfloor.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays notes. A machine without sound stays silent. Callable from any thread; the notes are
 * played on the executor.
 */
final class Tone {
    private static final Logger LOG = LoggerFactory.getLogger(Tone.class);
    private static final float RATE = 22_050;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);
    private static final double LOUDNESS = 0.3;

    private final Executor player;

    Tone(Executor player) {
        this.player = player;
    }

    void play(Chime chime) {
        try {
            player.execute(() -> sound(chime));
        } catch (RejectedExecutionException e) {
            LOG.debug("No sound any more: {}", e.toString());
        }
    }

    private static void sound(Chime chime) {
        byte[] notes = notes(chime);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            line.write(notes, 0, notes.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            LOG.debug("This machine has no sound: {}", e.toString());
        }
    }

    /** 140 ms each, fading out so that nothing clicks. */
    static byte[] notes(Chime chime) {
        int perNote = (int) (RATE * 0.14);
        byte[] pcm = new byte[perNote * 2 * chime.hertz().size()];
        for (int i = 0; i < perNote * chime.hertz().size(); i++) {
            double hertz = chime.hertz().get(i / perNote);
            double within = (i % perNote) / (double) perNote;
            double envelope = Math.min(1, within * 20) * Math.pow(1 - within, 1.5);
            short value = (short) (Math.sin(2 * Math.PI * hertz * i / RATE) * envelope * LOUDNESS * Short.MAX_VALUE);
            pcm[2 * i] = (byte) value;
            pcm[2 * i + 1] = (byte) (value >> 8);
        }
        return pcm;
    }
}
