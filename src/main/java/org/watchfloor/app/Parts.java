package org.watchfloor.app;

import java.util.Optional;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.probe.Probes;

/**
 * What the program has before its stages begin.
 *
 * @param console empty without a screen
 */
record Parts(Probes probes, ChannelRoom channels, ConfigDirectory config, Optional<ConsolePart> console) {}
