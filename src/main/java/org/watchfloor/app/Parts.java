package org.watchfloor.app;

import java.util.Optional;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.probe.Probes;
import org.watchfloor.recovery.action.Performer;

/**
 * What the program has before its stages begin.
 *
 * @param performer carries out steps of runbooks
 * @param console empty without a screen
 */
record Parts(
        Probes probes,
        Performer performer,
        ChannelRoom channels,
        ConfigDirectory config,
        Optional<ConsolePart> console) {}
