package org.watchfloor.ui.shell;

import java.util.Optional;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.lab.LabBoard;
import org.watchfloor.ui.settings.Installation;

/**
 * All that the console needs from outside.
 *
 * @param lab present only while the lab runs
 */
public record ConsoleParts(
        EngineDoor engine,
        Surroundings surroundings,
        Installation installation,
        PreferenceStore preferences,
        Optional<LabBoard> lab) {}
