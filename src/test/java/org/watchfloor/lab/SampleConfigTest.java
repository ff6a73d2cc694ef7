package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.failure.Target;

/** The sample configuration watches the lab: sound at first, and each fault under its right name. */
class SampleConfigTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HASTE = Duration.ofMillis(1_500);

    @TempDir
    private Path scratch;

    @AutoClose
    private final Lab lab = Labs.open();

    SampleConfigTest() throws IOException {}

    @Test
    void isFreeOfProblems() {
        try (SampleSite sample = SampleSite.asItIs(scratch)) {
            assertThat(sample.site().hosts()).hasSize(13);
            assertThat(sample.site().services()).hasSizeGreaterThan(5);
            assertThat(sample.site().checks().stream()
                            .map(check -> check.spec().getClass())
                            .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void hasRunbooksForItsFailures() throws Exception {
        try (SampleSite sample = SampleSite.asItIs(scratch)) {
            Runbooks runbooks = sample.site().section(Runbooks.class).orElseThrow();
            assertThat(runbooks.all())
                    .extracting(runbook -> runbook.id().value())
                    .containsExactly("try-page-again", "move-website", "look-into-database");

            Target page = Target.of(sample.site(), CheckId.parse("web-1/page")).orElseThrow();
            Target database =
                    Target.of(sample.site(), CheckId.parse("db-1/postgresql")).orElseThrow();
            assertThat(runbooks.offered(page)).hasSize(2);
            assertThat(runbooks.offered(database)).hasSize(1);
        }
    }

    @Test
    void beginsWithItsSchema() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-config"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file).getFirst())
                            .isEqualTo("# yaml-language-server: $schema=watchfloor.schema.json"));
        }
    }

    @Test
    void seesASoundLab() throws Exception {
        try (SampleSite sample = SampleSite.of(lab, scratch)) {
            for (Check check : sample.site().checks()) {
                assertThat(sample.look(check, PATIENCE).outcome())
                        .as(check.id().toString())
                        .isInstanceOf(Outcome.Up.class);
            }
        }
    }

    @Test
    void readsFigures() throws Exception {
        try (SampleSite sample = SampleSite.of(lab, scratch)) {
            assertThat(metrics(sample.look("db-1/vitals", PATIENCE)))
                    .contains(
                            "load1",
                            "cpu.used_percent",
                            "memory.used_percent",
                            "disk./srv.used_percent",
                            "uptime_seconds");
            assertThat(metrics(sample.look("db-1/replication", PATIENCE))).contains("lag_seconds", "standbys");
            assertThat(metrics(sample.look("bastion/login", PATIENCE))).contains("load1", "load5", "load15");
            assertThat(metrics(sample.look("files-1/backup", PATIENCE))).contains("age");
            assertThat(metrics(sample.look("cache-1/ping", PATIENCE))).contains("keys");
            assertThat(metrics(sample.look("shop/page", PATIENCE))).contains("cert_days_left");
            assertThat(metrics(sample.look("mail-1/smtp", PATIENCE))).contains("cert_days_left");
        }
    }

    /** Whatever a threshold in the sample names is measured; a misspelt metric would never fire. */
    @Test
    void measuresWhatItsThresholdsName() throws Exception {
        try (SampleSite sample = SampleSite.of(lab, scratch)) {
            for (Check check : sample.site().checks()) {
                Set<String> measured = metrics(sample.look(check, PATIENCE));
                assertThat(check.thresholds())
                        .as(check.id().toString())
                        .allSatisfy(threshold -> assertThat(threshold.metric())
                                .matches(metric -> metric.equals("latency") || measured.contains(metric)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web-1, refuse, web-1/page, REFUSED",
        "web-1, down, web-1/page, REFUSED",
        "web-1, error-5xx, web-1/page, STATUS",
        "web-1, wrong-body, web-1/page, BODY_MISMATCH",
        "web-1, cut, web-1/page, CUT_OFF",
        "web-1, hang, web-1/page, RESPONSE_TIMEOUT",
        "web-1, drip, web-1/page, RESPONSE_TIMEOUT",
        "shop, expired-certificate, shop/page, TLS_EXPIRED",
        "shop, wrong-host-certificate, shop/page, TLS_WRONG_HOST",
        "shop, cut, shop/page, CUT_OFF",
        "auth-1, auth-refused, auth-1/page, AUTH_FAILED",
        "api-1, refuse, api-1/page, REFUSED",
        "cache-1, wrong-answer, cache-1/ping, EXPECT_MISMATCH",
        "cache-1, hang, cache-1/ping, RESPONSE_TIMEOUT",
        "mail-1, expired-certificate, mail-1/smtp, TLS_EXPIRED",
        "mail-1, hang, mail-1/smtp, RESPONSE_TIMEOUT",
        "db-1, expired-certificate, db-1/postgresql, TLS_EXPIRED",
        "db-1, wrong-host-certificate, db-1/postgresql, TLS_WRONG_HOST",
        "bastion, changed-host-key, bastion/login, HOST_KEY_CHANGED",
        "bastion, auth-refused, bastion/login, AUTH_FAILED",
        "bastion, failing-command, bastion/login, EXIT_CODE",
        "bastion, hanging-command, bastion/login, RESPONSE_TIMEOUT",
        "bastion, refuse, bastion/login, REFUSED",
        "files-1, failing-command, files-1/disk, EXIT_CODE",
    })
    void namesTheFault(String target, String fault, String check, Reason reason) throws Exception {
        try (SampleSite sample = SampleSite.of(lab, scratch)) {
            lab.set(target, Fault.of(fault).orElseThrow());

            assertThat(sample.outcome(check, reason == Reason.RESPONSE_TIMEOUT ? HASTE : PATIENCE))
                    .isInstanceOfSatisfying(
                            Outcome.Down.class,
                            down -> assertThat(down.reason()).isEqualTo(reason));

            lab.mend(target);
            assertThat(sample.outcome(check, PATIENCE)).isInstanceOf(Outcome.Up.class);
        }
    }

    private static Set<String> metrics(Observation observation) {
        return observation.measurements().stream().map(Measurement::name).collect(Collectors.toSet());
    }
}
