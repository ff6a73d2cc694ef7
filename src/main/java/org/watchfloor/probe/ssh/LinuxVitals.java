package org.watchfloor.probe.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;

/**
 * The recipe {@code linux-vitals}: a POSIX shell script that prints sections of {@code /proc} (proc(5)) and of
 * {@code df -P}, and the reading of what it prints. CPU use is measured over a quarter of a second, not since boot. What a
 * host does not have is left out.
 */
final class LinuxVitals {
    /** The script comes by stdin, so that any login shell will do. */
    static final String COMMAND = "sh -s";

    static final String SCRIPT = """
            LC_ALL=C; export LC_ALL
            section() { echo "@@$1"; }
            line() { read -r first < "$1" && echo "$first"; }
            section load; line /proc/loadavg
            section uptime; line /proc/uptime
            section cpu; line /proc/stat
            sleep 0.25 2>/dev/null || sleep 1
            section cpu2; line /proc/stat
            section memory; grep -E '^(MemTotal|MemFree|MemAvailable|Buffers|Cached|SwapTotal|SwapFree):' /proc/meminfo
            section disk; df -P -k -l 2>/dev/null || df -P -k 2>/dev/null
            section inodes; df -P -i -l 2>/dev/null || df -P -i 2>/dev/null
            section end
            exit 0
            """;

    private static final String MARK = "@@";
    private static final int MAX_DISKS = 50;

    private LinuxVitals() {}

    static Observation read(String stdout, Timings timings) {
        Map<String, List<String>> sections = sections(stdout);
        Vitals vitals = new Vitals();
        first(sections, "load").ifPresent(vitals::load);
        first(sections, "uptime").ifPresent(vitals::uptime);
        first(sections, "cpu")
                .ifPresent(before -> first(sections, "cpu2").ifPresent(after -> vitals.cpu(before, after)));
        vitals.memory(sections.getOrDefault("memory", List.of()));
        disks(sections, "disk").forEach(vitals::disk);
        disks(sections, "inodes").forEach(vitals::inodes);
        List<Measurement> measured = vitals.measurements();
        Outcome outcome = measured.isEmpty()
                ? new Outcome.Unknown(Reason.PROTOCOL, "linux-vitals found nothing to read: is this a Linux host?")
                : new Outcome.Up(vitals.summary());
        return new Observation(outcome, timings, measured, List.of());
    }

    private static Map<String, List<String>> sections(String stdout) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : stdout.lines().toList()) {
            if (line.startsWith(MARK)) {
                current = sections.computeIfAbsent(
                        line.substring(MARK.length()).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>());
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    private static Optional<String> first(Map<String, List<String>> sections, String name) {
        return sections.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static List<DiskLine> disks(Map<String, List<String>> sections, String name) {
        return sections.getOrDefault(name, List.of()).stream()
                .map(DiskLine::parse)
                .flatMap(Optional::stream)
                .filter(DiskLine::isReal)
                .limit(MAX_DISKS)
                .toList();
    }
}
