package org.watchfloor.app;

import java.nio.file.Path;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.SiteEditor;

/** The configuration as commands need it that end soon: to read, and to change. */
final class SiteRoom implements AutoCloseable {
    private final ProbeRoom probes;
    private final ConfigDirectory config;

    private SiteRoom(Path directory) {
        probes = ProbeRoom.open(directory.resolve("known_hosts"));
        config = new ConfigDirectory(
                directory, probes.probes().types(), ChannelRoom.open().sections());
    }

    static SiteRoom open(Path directory) {
        return new SiteRoom(directory);
    }

    ConfigResult read() {
        return config.read();
    }

    /** Works on the caller's thread. */
    SiteEditor editor() {
        return new SiteEditor(config, Runnable::run);
    }

    @Override
    public void close() {
        probes.close();
    }
}
