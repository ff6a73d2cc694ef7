package org.watchfloor.app;

import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.probe.Probes;

/** What the program has before its stages begin. */
record Parts(Probes probes, ChannelRoom channels, ConfigDirectory config) {}
