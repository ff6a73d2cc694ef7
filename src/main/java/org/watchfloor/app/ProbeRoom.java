package org.watchfloor.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.watchfloor.config.Site;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.probe.Probes;
import org.watchfloor.probe.command.CommandProbeType;
import org.watchfloor.probe.http.HttpProbeType;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.ssh.SshProbeType;
import org.watchfloor.probe.tcp.TcpProbeType;
import org.watchfloor.ssh.SshFiles;
import org.watchfloor.ssh.SshSessions;

/** Every kind of probe, and what they share. To add a kind: a line here. */
record ProbeRoom(Probes probes, SshSessions sessions) implements AutoCloseable {
    /** @param pins the file of SSH host keys that Watchfloor itself trusts */
    static ProbeRoom open(Path pins) {
        InstantSource clock = Clock.systemUTC();
        NameLookup names = NameLookup.ofSystem();
        SshSessions sessions = new SshSessions(
                SshFiles.ofThisUser(pins), Thread.ofVirtual().name("ssh-", 0).factory(), PoolLimits.DEFAULT);
        Probes probes = new Probes(List.of(
                new HttpProbeType(clock, names),
                new TcpProbeType(clock, names),
                new SshProbeType(sessions, names),
                new CommandProbeType(
                        Thread.ofPlatform().daemon().name("command-output-", 0).factory())));
        return new ProbeRoom(probes, sessions);
    }

    /** Nothing is watched any more: no connection stays. */
    @Override
    public void close() {
        probes.adopt(Site.EMPTY);
        sessions.close();
    }
}
