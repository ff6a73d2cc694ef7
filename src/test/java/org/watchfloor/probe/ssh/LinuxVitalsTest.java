package org.watchfloor.probe.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Timings;

/** Reading of what the recipe prints. */
@NullMarked
class LinuxVitalsTest {
    private static final String OUTPUT = """
            motd of a talkative shell
            @@load
            0.52 0.58 0.59 1/257 12345
            @@uptime
            1036800.47 234388.90
            @@cpu
            cpu  100 0 100 700 100 0 0 0 0 0
            @@cpu2
            cpu  120 0 105 765 105 0 0 5 0 0
            @@memory
            MemTotal:        1000 kB
            MemFree:          100 kB
            MemAvailable:     250 kB
            SwapTotal:          0 kB
            SwapFree:           0 kB
            @@disk
            Filesystem     1024-blocks     Used Available Capacity Mounted on
            overlay                1000      710       290      71% /
            tmpfs                  1000      990        10      99% /run
            /dev/sdb1              1000      500       300      63% /srv/my data
            /dev/sda2              1000      600       200      75% /var
            @@inodes
            Filesystem      Inodes  IUsed   IFree IUse% Mounted on
            overlay           1000    100     900   10% /
            @@end
            """;

    @Test
    void readsAllFigures() {
        Observation seen = LinuxVitals.read(OUTPUT, Timings.NONE);

        assertThat(seen.outcome())
                .isEqualTo(new Outcome.Up("load 0.52, CPU 30 %, memory 75 %, fullest disk 75 %, up 12 d"));
        assertThat(figures(seen))
                .containsEntry("load15", 0.59)
                .containsEntry("cpu.used_percent", 30.0)
                .containsEntry("cpu.iowait_percent", 5.0)
                .containsEntry("cpu.steal_percent", 5.0)
                .containsEntry("memory.used_percent", 75.0)
                .containsEntry("memory.total", 1000.0 * 1024)
                .containsEntry("disk./.used_percent", 71.0)
                .containsEntry("disk./var.used_percent", 75.0)
                .containsEntry("disk./.inodes_used_percent", 10.0)
                .containsEntry("uptime_seconds", 1036800.47)
                .doesNotContainKeys("swap.used_percent", "disk./run.used_percent");
    }

    @Test
    void leavesOutWhatIsMissing() {
        Observation seen =
                LinuxVitals.read("@@load\n1.0 2.0\n@@memory\nMemTotal: 100 kB\nMemFree: 50 kB\n", Timings.NONE);

        assertThat(figures(seen))
                .containsOnlyKeys("load1", "load5", "memory.used_percent", "memory.total", "memory.free");
        assertThat(figures(LinuxVitals.read("@@memory\nMemTotal: 100 kB\n", Timings.NONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@@",
                "@@load\n\n@@uptime\n\n@@cpu\n\n@@cpu2\n\n",
                "@@load\nNaN -1 1e99",
                "@@cpu\ncpu\n@@cpu2\ncpu",
                "@@cpu\ncpu 1 2 3 4\n@@cpu2\ncpu 1 2 3 4",
                "@@cpu\ncpu 1 2 3 4\n@@cpu2\ncpu 1 2 3 4 5",
                "@@memory\n:::\nMemTotal",
                "@@disk\n/dev/a 0 0 0 0% /\n/dev/b x y z % /"
            })
    void survivesNonsense(String output) {
        assertThat(LinuxVitals.read(output, Timings.NONE).outcome()).isInstanceOf(Outcome.Unknown.class);
    }

    private static Map<String, Double> figures(Observation seen) {
        return seen.measurements().stream().collect(Collectors.toMap(Measurement::name, Measurement::value));
    }
}
