package org.watchfloor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.SchemaWriter;
import org.watchfloor.config.Secret;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.condition.Condition;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.retry.RetryStep;
import org.watchfloor.recovery.ssh.SshStep;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.text.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what is read; every key of the schema stands in full.yaml. */
class RunbooksReaderTest {
    @TempDir
    private Path directory;

    private Site site = Site.EMPTY;
    private Runbooks runbooks = Runbooks.NONE;
    private Runbook full = Examples.NOTHING;

    @BeforeEach
    void read() throws IOException {
        site = Books.site(directory, Files.readString(Books.FIXTURES.resolve("full.yaml")));
        runbooks = site.section(Runbooks.class).orElseThrow();
        full = runbooks.find(new RunbookId("restart-web")).orElseThrow();
    }

    @Test
    void readsWhatItIsFor() {
        assertThat(full.title()).isEqualTo("Restart the web server");
        assertThat(full.priority()).isEqualTo(10);
        assertThat(full.strategy()).isEqualTo(Runbook.Strategy.RESTART);
        assertThat(full.scope().failures())
                .containsExactlyInAnyOrder(FailureType.CONNECTION_REFUSED, FailureType.API_TIMEOUT);
        assertThat(full.scope().text())
                .isEqualTo("no answer in time, connection refused; hosts web-*; groups *; services shop;"
                        + " checks page, web-1/page; tags linux");
    }

    @Test
    void readsWhatGuardsIt() {
        assertThat(full.guards().conditions())
                .extracting(Condition::text)
                .containsExactly(
                        "the check is DOWN or DEGRADED",
                        "check web-2/page is UP",
                        "the host is DOWN or DEGRADED or UP",
                        "host web-2 is UP",
                        "the service is DOWN or DEGRADED",
                        "service shop is DOWN or DEGRADED",
                        "at least 1 other of web-1, web-2/page, service:shop healthy",
                        "no action on the target in the last 10m",
                        "it is between 22:00 and 06:00 on Sat, Sun (Europe/Prague)");
        assertThat(full.guards().safe()).isFalse();
        assertThat(full.guards().dangerous()).isTrue();
        assertThat(full.guards().twoPersons()).isTrue();
        assertThat(full.guards().budget())
                .isEqualTo(new Budget(2, Duration.ofHours(2), Duration.ofMinutes(15), Duration.ofMinutes(3)));
        assertThat(full.guards().concurrency()).hasToString("Optional[shop {{host}}]");
    }

    @Test
    void readsWhatItDoes() {
        assertThat(full.plan().steps())
                .extracting(Step::kind)
                .containsExactly(
                        "ask",
                        "maintenance",
                        "breaker",
                        "notify",
                        "ssh",
                        "ssh",
                        "http",
                        "http",
                        "http",
                        "command",
                        "command",
                        "restart",
                        "failover",
                        "retry",
                        "check",
                        "breaker",
                        "maintenance");
        assertThat(full.plan().steps().getFirst().title()).isEqualTo("Ask");
        assertThat(full.plan().steps().getFirst().timeout()).contains(Duration.ofMinutes(5));
        assertThat(full.plan().steps().get(10).onError()).isEqualTo(Step.OnError.CONTINUE);
        assertThat(full.plan().steps().get(13).spec()).isInstanceOfSatisfying(RetryStep.class, retry -> {
            assertThat(retry.policy().max()).isEqualTo(5);
            assertThat(retry.policy().reasons()).containsExactlyInAnyOrder(Reason.REFUSED, Reason.CONNECT_TIMEOUT);
        });
        assertThat(full.plan().proof())
                .isEqualTo(new Proof.Green(
                        List.of(new CheckRef.This(), new CheckRef.Named(CheckId.parse("web-1/page"))),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5)));
        assertThat(full.plan().rollback()).map(Plan.Rollback::automatic).contains(true);
        assertThat(full.plan().secrets()).containsExactly(Map.entry("token", new Secret.Variable("DEPLOY_TOKEN")));
        assertThat(full.plan().timeout()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void previewsItsStepsWithValuesAndWithoutSecrets() throws Exception {
        Values values = bound(Map.of("unit", "apache2.service"));
        StringBuilder text = new StringBuilder();
        for (Step step : full.plan().steps()) {
            for (Line line : step.spec().preview(values)) {
                text.append(line.what())
                        .append(": ")
                        .append(line.text().shown())
                        .append('\n');
            }
        }

        assertThat(text.toString().lines())
                .contains(
                        "question: Restart apache2.service on web-1?",
                        "text: Restarting apache2.service of shop on web-1 (web-1/page). ",
                        "log in: watch@192.0.2.1:2222",
                        "command: systemctl is-active -- 'apache2.service' || journalctl -u 'apache2.service' -n 20",
                        "log in: 192.0.2.2",
                        "script: " + directory.resolve("mend.sh"),
                        "command: /bin/sh -s -- --mode 'soft' --grace '5'",
                        "request: PUT https://192.0.2.1:8443/units/apache2.service?mode=soft",
                        "header: Authorization: Bearer •••",
                        "body: {\"unit\": \"apache2.service\", \"grace\": 5}",
                        "body: unit=apache2.service",
                        "argument: --unit=apache2.service",
                        "environment: TOKEN=•••",
                        "argument: logger -- 'apache2.service'",
                        "command: sudo -n systemctl restart -- apache2.service",
                        "argument: {{from}}",
                        "argument: {{to.address}}");
    }

    @Test
    void knowsWhereToLogIn() throws Exception {
        SshStep step = (SshStep) full.plan().steps().get(4).spec();

        assertThat(step.remote().target(bound(Map.of()))).hasToString("watch@192.0.2.1:2222");
        assertThat(step.remote().toString()).isEqualTo("watch@{{address}}:2222");
    }

    @Test
    void takesNoKeyThatTheFullFileDoesNotShow() throws IOException {
        JsonNode schema = JsonMapper.shared()
                .readTree(new SchemaWriter(Books.probes(), Books.sections()).schema())
                .at("/properties/runbooks/additionalProperties");
        String full = Files.readString(Books.FIXTURES.resolve("full.yaml"));

        assertThat(keys(schema)).isNotEmpty().allMatch(key -> full.contains(key + ":"));
    }

    /** Steps inside of steps are the same steps. */
    private static List<String> keys(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .flatMap(property -> Stream.concat(
                        Stream.of(property.getKey()),
                        Stream.of(property.getValue(), property.getValue().path("items"), named(property.getValue()))
                                .flatMap(child -> keys(child).stream())))
                .distinct()
                .toList();
    }

    private static JsonNode named(JsonNode schema) {
        return schema.path("additionalProperties");
    }

    private Values bound(Map<String, String> given) {
        Target target = Target.of(site, CheckId.parse("web-1/page")).orElseThrow();
        return switch (Binding.of(full, site, Optional.of(target), given)) {
            case Binding.Bound(Values values) -> values;
            case Binding.Refused(List<String> faults) -> throw new AssertionError(faults);
        };
    }
}
