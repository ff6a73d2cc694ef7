package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.util.Optional;

/**
 * What appears, and how loud.
 *
 * @param title one line without the severity; what there is to say below it, the screen says in its own time zone
 * @param sound whether the sound of the severity is played
 * @param speech whether severity and title are read out
 * @param repeat how often sound and speech come again until somebody has noticed the pop-up; empty: never
 */
public record Popup(String title, boolean sound, boolean speech, Optional<Duration> repeat) {}
