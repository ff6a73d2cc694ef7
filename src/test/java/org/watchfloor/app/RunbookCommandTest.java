package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runbooks at the terminal: what would be done, with values in their places and without secrets. */
class RunbookCommandTest {
    @TempDir
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(config.resolve("site.yaml"), """
                hosts:
                  web-1:
                    address: 192.0.2.1
                    checks: { page: { tcp: { port: 80 } } }
                runbooks:
                  restart-web:
                    title: Restart the web server
                    for: { hosts: [web-1] }
                    strategy: restart
                    safe: true
                    parameters: { unit: { title: Unit } }
                    secrets: { token: { from: '${NOWHERE_TO_BE_FOUND}' } }
                    when: [ { check: this, is: down } ]
                    steps:
                      - http:
                          url: 'http://{{address}}/{{unit}}'
                          headers: { Authorization: 'Bearer {{secret.token}}' }
                      - ssh: { command: 'systemctl restart -- {{unit}}' }
                        timeout: 1m
                    proof: { checks: [this] }
                    rollback:
                      automatic: true
                      steps: [ { maintenance: { end: true } } ]
                  first: { for: { hosts: '*' }, priority: 1, steps: [ { wait: {} } ], proof: { none: a pause } }
                """);
    }

    @Test
    void listsThemInTheOrderInWhichTheyAreTried() {
        Printed list = runbook("list");

        assertThat(list.exitCode()).as(list.errors()).isZero();
        assertThat(list.output().lines())
                .containsExactly(
                        "   1  first        custom    first (for hosts *)",
                        " 100  restart-web  restart   Restart the web server (for hosts web-1)");
        assertThat(json(runbook("list", "--json")).get(1).path("place").asString())
                .isEqualTo("site.yaml:6:3");
    }

    @Test
    void showsWhatWouldBeDone() {
        Printed show = runbook("show", "restart-web", "--param", "unit=it's; rm -rf /", "--target", "web-1/page");

        assertThat(show.exitCode()).as(show.errors()).isZero();
        assertThat(show.output().lines())
                .containsExactly(
                        "restart-web: Restart the web server",
                        "for: hosts web-1",
                        "strategy: restart, priority 100",
                        "parameters:",
                        "  unit (Unit): text up to 200 characters",
                        "only when:",
                        "  the check is DOWN",
                        "guards:",
                        "  3 attempts in 1h, then cool-down 10m, grace 5m",
                        "  safe: may run by itself at level LIMITED",
                        "steps, within 15m:",
                        "  1. POST http://{{address}}/{{unit}}",
                        "     request: POST http://192.0.2.1/it%27s%3B%20rm%20-rf%20%2F",
                        "     header: Authorization: Bearer •••",
                        "     expected: 200-299",
                        "  2. ssh to {{address}}: systemctl restart -- {{unit}}, within 1m",
                        "     log in: 192.0.2.1",
                        "     command: systemctl restart -- 'it'\\''s; rm -rf /'",
                        "proof: this green for 30s, within 5m",
                        "rollback, by itself:",
                        "  1. end maintenance of the host",
                        "     maintenance: end maintenance of the host",
                        "written at site.yaml:6:3");
    }

    @Test
    void leavesPlaceholdersThatHaveNoValue() {
        JsonNode show = json(runbook("show", "--json", "restart-web"));

        assertThat(show.at("/steps/1/does/1/text").asString()).isEqualTo("systemctl restart -- {{unit}}");
        assertThat(show.at("/rollbackAutomatic").asBoolean()).isTrue();
        assertThat(show.at("/parameters/0/name").asString()).isEqualTo("unit");
    }

    @Test
    void saysWhyAValueDoesNotFit() {
        Printed option = runbook("show", "restart-web", "--param", "unit=-f");
        assertThat(option.exitCode()).isEqualTo(1);
        assertThat(option.errors()).contains("begins with a hyphen, which commands take for an option");

        Printed elsewhere = runbook("show", "restart-web", "--param", "unit=..");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.errors()).contains("a segment of dots only");

        Printed unknown = runbook("show", "restart-web", "--param", "untit=x");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.errors()).contains("the runbook has no parameter \"untit\"; it has unit");
    }

    @Test
    void saysWhatIsNotThere() {
        Printed runbook = runbook("show", "restart-mail");
        assertThat(runbook.exitCode()).isEqualTo(2);
        assertThat(runbook.errors()).contains("no runbook \"restart-mail\"; there are: first, restart-web");

        Printed target = runbook("show", "restart-web", "--target", "web-1");
        assertThat(target.exitCode()).isEqualTo(2);
        assertThat(target.errors()).contains("no check \"web-1\"; write host/name");
    }

    @Test
    void printsTheProblemsOfTheConfiguration() throws IOException {
        Files.writeString(config.resolve("more.yaml"), "runbooks:\n  empty: {}\n");

        Printed list = runbook("list");

        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.errors()).contains("more.yaml:2:3: the runbook does nothing; add steps:");
    }

    private Printed runbook(String... arguments) {
        return Printed.by(
                new RunbookCommand(),
                Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                        .toArray(String[]::new));
    }

    private static JsonNode json(Printed printed) {
        assertThat(printed.exitCode()).as(printed.errors()).isZero();
        return JsonMapper.shared().readTree(printed.output());
    }
}
