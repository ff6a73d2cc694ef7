package org.watchfloor.probe.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.CleanEnvironment;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;

/** The monitoring plugins of the distribution, called by their names alone. */
@NullMarked
@Tag("peers")
class MonitoringPluginsPeerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check_tcp -H 127.0.0.1 -p PORT | time | s",
                "check_ping -H 127.0.0.1 -w 500,50% -c 900,90% -p 1 | rta | ms",
                "check_load -w 500 -c 900 | load15 | ''",
                "check_disk -w 1% -c 0% -p / | / | B",
            })
    void workUnchanged(String line, String metric, String unit) throws Exception {
        assumeTrue(CleanEnvironment.find(line.split(" ")[0]).isPresent(), "no monitoring plugins on this machine");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            List<String> argv = List.of(line.replace("PORT", Integer.toString(server.getLocalPort()))
                    .split(" "));
            CommandCheck check = new CommandCheck(
                    argv, false, Map.of(), Map.of(), Optional.empty(), OutputSpec.of(OutputFormat.NAGIOS));

            Observation seen =
                    new CommandProbe(check, Thread.ofPlatform().daemon().factory()).run(Duration.ofSeconds(20));

            assertThat(seen.outcome()).isInstanceOf(Outcome.Up.class);
            assertThat(seen.measurements())
                    .filteredOn(measured -> measured.name().equals(metric))
                    .singleElement()
                    .extracting(Measurement::unit)
                    .isEqualTo(unit);
        }
    }
}
