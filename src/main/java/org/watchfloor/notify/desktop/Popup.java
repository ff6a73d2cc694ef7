package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What appears, and how loud.
 *
 * @param title one line
 * @param lines more of it
 * @param sound whether the sound of the severity is played
 * @param speech whether the title is read out
 * @param repeat how often sound and speech come again until somebody has noticed the pop-up; empty: never
 */
public record Popup(String title, List<String> lines, boolean sound, boolean speech, Optional<Duration> repeat) {
    public Popup {
        lines = List.copyOf(lines);
    }
}
