package org.watchfloor.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;

/** Reads a configuration in a fresh JVM, as at the start of the program, and prints the milliseconds that it took. */
public final class ConfigLoad {
    private ConfigLoad() {}

    public static void main(String[] directory) {
        Path place = Path.of(directory[0]);
        try (ProbeRoom probes = ProbeRoom.open(place.resolve("known_hosts"))) {
            ConfigDirectory config = new ConfigDirectory(place, probes.probes().types());
            long wall = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (!(config.read() instanceof ConfigResult.Loaded)) {
                throw new IllegalArgumentException("the configuration in " + place + " is invalid");
            }
            System.out.printf(
                    "%d %d%n",
                    (System.nanoTime() - wall) / 1_000_000,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
        }
    }
}
