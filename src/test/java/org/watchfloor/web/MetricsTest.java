package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.State;

/** What Prometheus gets. */
class MetricsTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void speaksThePrometheusTextFormatByDefault() throws Exception {
        HttpResponse<String> response = door.get("/metrics");

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(response.body())
                .endsWith("\n")
                .contains(
                        "watchfloor_check_state{check=\"front\",host=\"web-1\",state=\"down\"} 1.0\n",
                        "watchfloor_check_state{check=\"front\",host=\"web-1\",state=\"up\"} 0.0\n",
                        "watchfloor_check_up{check=\"front\",host=\"web-1\"} 0.0\n",
                        "watchfloor_check_latency_seconds{check=\"front\",host=\"web-1\"} 0.035\n",
                        "watchfloor_check_lateness_seconds{check=\"front\",host=\"web-1\"} 0.002\n",
                        "watchfloor_check_phase_seconds{check=\"front\",host=\"web-1\",phase=\"connect\"} 0.012\n",
                        "watchfloor_results_total 1000.0\n",
                        "watchfloor_late_total 3.0\n",
                        "watchfloor_skipped_total 2.0\n",
                        "watchfloor_lag_seconds{quantile=\"0.99\"} 0.02\n",
                        "watchfloor_lane_limit{probe=\"http\"} 100.0\n",
                        "watchfloor_pool_connections{pool=\"ssh\",state=\"active\"} 1.0\n",
                        "watchfloor_pool_connections{pool=\"ssh\",state=\"idle\"} 2.0\n",
                        "watchfloor_pool_waiting{pool=\"ssh\"} 3.0\n",
                        "watchfloor_pool_acquisition_max_seconds{pool=\"ssh\"} 0.05\n",
                        "watchfloor_pool_created_total{pool=\"ssh\"} 12.0\n",
                        "watchfloor_pool_acquisition_errors_total{pool=\"ssh\"} 4.0\n",
                        "watchfloor_limit_calls_total{kind=\"rate\",name=\"host web-1\",outcome=\"rejected\"} 5.0\n",
                        "watchfloor_limit_waiting{kind=\"rate\",name=\"host web-1\"} 3.0\n",
                        "watchfloor_incidents_open 1.0\n",
                        "watchfloor_build_info{",
                        "jvm_memory_used_bytes{area=\"heap\"}",
                        "process_cpu_seconds_total");
    }

    @Test
    void countsAlertsAndTellsHowChannelsDo() throws Exception {
        door.engine.publish(AlertScene.usual());

        assertThat(door.get("/metrics").body())
                .contains(
                        "watchfloor_alerts{severity=\"critical\",status=\"firing\"} 1.0\n",
                        "watchfloor_alerts{severity=\"critical\",status=\"pending\"} 0.0\n",
                        "watchfloor_alerts{severity=\"high\",status=\"pending\"} 1.0\n",
                        "watchfloor_alerts{severity=\"high\",status=\"firing\"} 0.0\n",
                        "watchfloor_notices_waiting{channel=\"mail\"} 1.0\n",
                        "watchfloor_notices_waiting{channel=\"chat\"} 0.0\n",
                        "watchfloor_notices_dead 1.0\n",
                        "watchfloor_channel_failing{channel=\"mail\"} 1.0\n",
                        "watchfloor_channel_failing{channel=\"chat\"} 0.0\n");
    }

    @Test
    void tellsHowBreakersStandAndLeavesOutThoseThatNothingIsKnownOf() throws Exception {
        door.engine.publish(GateScene.usual());

        assertThat(door.get("/metrics").body())
                .contains(
                        "circuit_breaker_state{kind=\"host\",name=\"web-1\"} 1.0\n",
                        "circuit_breaker_state{kind=\"channel\",name=\"mail\"} 1.0\n",
                        "watchfloor_breaker_calls_total{kind=\"host\",name=\"web-1\",result=\"failed\"} 4.0\n",
                        "watchfloor_breaker_calls_total{kind=\"host\",name=\"web-1\",result=\"timed_out\"} 1.0\n",
                        "watchfloor_breaker_calls_total{kind=\"host\",name=\"web-1\",result=\"rejected\"} 0.0\n",
                        "watchfloor_breaker_calls_total{kind=\"channel\",name=\"mail\",result=\"successful\"} 1.0\n",
                        "watchfloor_breaker_error_ratio{kind=\"channel\",name=\"mail\"} 0.0\n")
                .doesNotContain("circuit_breaker_state{kind=\"channel\",name=\"chat\"");
    }

    @Test
    void speaksOpenMetricsForWhomAcceptsIt() throws Exception {
        HttpResponse<String> response = door.send(
                door.to("/metrics").header("Accept", "application/openmetrics-text; version=1.0.0, text/plain;q=0.5"));

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.body()).endsWith("# EOF\n").contains("# TYPE watchfloor_results counter");
    }

    @Test
    void turnsMillisecondsToSecondsAndSurvivesStrangeAndRepeatedNames() throws Exception {
        String metrics = door.get("/metrics").body();

        assertThat(metrics)
                .contains(
                        "watchfloor_check_measurement{check=\"front\",host=\"web-1\",name=\"rtt\",unit=\"s\"} 0.0135\n",
                        "name=\"odd \\\"name\\\"\\\\\\n\",unit=\"\"} NaN\n");
    }

    @Test
    void saysNothingOfUpWhileUnknownStaleOrPaused() throws Exception {
        String up = "watchfloor_check_up{check=\"ssh\",host=\"web-1\"}";
        assertThat(door.get("/metrics").body()).doesNotContain(up);

        CheckHealth healthy = Scene.up(Scene.SSH);
        door.engine.publish(Scene.withHealth(Scene.small(), healthy));
        assertThat(door.get("/metrics").body()).contains(up + " 1.0\n");

        CheckHealth stale = new CheckHealth(
                healthy.check(),
                State.STALE,
                healthy.since(),
                healthy.hard(),
                healthy.coming(),
                healthy.last(),
                healthy.failingSince(),
                healthy.behind(),
                Optional.empty(),
                healthy.observedSince(),
                healthy.recent(),
                healthy.flaps());
        door.engine.publish(Scene.withHealth(Scene.small(), stale));
        assertThat(door.get("/metrics").body()).doesNotContain(up);
    }

    @Test
    void holdsAHelpAndATypeForEveryMetric() throws Exception {
        String metrics = door.get("/metrics").body();

        metrics.lines()
                .filter(line -> line.startsWith("# TYPE"))
                .map(line -> line.split(" ", -1)[2])
                .forEach(name -> assertThat(metrics).contains("# HELP " + name + " "));
    }

    @Test
    void carriesTenThousandChecks() throws Exception {
        door.engine.publish(Scene.large(1_000));
        door.get("/metrics");

        long begin = System.nanoTime();
        String metrics = door.get("/metrics").body();
        double plain = (System.nanoTime() - begin) / 1e6;
        begin = System.nanoTime();
        byte[] gzip = door.send(
                        door.to("/metrics").header("Accept-Encoding", "gzip"), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        double zipped = (System.nanoTime() - begin) / 1e6;

        System.out.printf(
                "10,000 checks: %d bytes in %.0f ms; gzip %d bytes in %.0f ms%n",
                metrics.length(), plain, gzip.length, zipped);
        assertThat(metrics.lines().filter(line -> line.startsWith("watchfloor_check_up{")))
                .hasSize(10_000);
    }

    @Tag("peers")
    @Test
    void passesPromtool() throws Exception {
        Assumptions.assumeTrue(isPromtoolHere(), "promtool is not installed");
        assertPromtoolIsSilent(Scene.large(3));
        assertPromtoolIsSilent(AlertScene.usual());
        assertPromtoolIsSilent(GateScene.usual());
    }

    private void assertPromtoolIsSilent(Snapshot snapshot) throws Exception {
        door.engine.publish(snapshot);
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = promtool.outputWriter()) {
            in.write(door.get("/metrics").body());
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(promtool.exitValue()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static boolean isPromtoolHere() throws InterruptedException {
        try {
            return new ProcessBuilder("promtool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
