package org.watchfloor.ui.shell;

import java.util.concurrent.Executor;
import org.watchfloor.model.Notice;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.popups.Voice;

/** What is heard of the console; silent while the person wants no sounds. FX thread only. */
final class Loudspeaker implements Voice {
    private final Preferences preferences;
    private final Tone tone;
    private final Speech speech = Speech.ofThisMachine();

    /** @param player plays the notes */
    Loudspeaker(Preferences preferences, Executor player) {
        this.preferences = preferences;
        tone = new Tone(player);
    }

    /** Something went down. */
    void alarm() {
        heard(() -> tone.play(Chime.TROUBLE));
    }

    @Override
    public void play(Notice notice) {
        heard(() -> tone.play(Chime.of(notice)));
    }

    @Override
    public void say(String line) {
        heard(() -> speech.say(line));
    }

    private void heard(Runnable what) {
        if (preferences.soundsProperty().get()) {
            what.run();
        }
    }
}
