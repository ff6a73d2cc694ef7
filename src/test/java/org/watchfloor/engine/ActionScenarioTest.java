package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.incident.TimelineEntry.Kind;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.approval.Consent;

/** Runbooks that people begin: guarded, carried out step by step, proven, undone. */
class ActionScenarioTest {
    private static final String FRONT = Acted.FRONT;
    private static final String RESTART = """
              restart:
                title: Restart the web server
                for: { hosts: ['web-*'] }
                steps:
                  - command: { argv: [/usr/bin/restart-web, '{{host}}'] }
                proof: { checks: [this], green-for: 20s, within: 2m }
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void itIsProvenByTheCheckAndNotByItsExitCode() {
        TestEngine engine = broken(RESTART);

        Action begun = new Acted(engine).start("restart");
        engine.runFor(Duration.ofSeconds(30));
        assertThat(begun.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.IN_PROGRESS);

        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(1));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(new Acted(engine).last().said()).startsWith("proven: web-1/up green for 20s");
        assertThat(engine.timeline()).contains(Kind.ACTION);
    }

    @Test
    void whatDoesNotHelpHasFailedHoweverWellItsStepsWent() {
        TestEngine engine = broken(RESTART);

        new Acted(engine).start("restart");
        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
        assertThat(new Acted(engine).last().said()).startsWith("the steps are done, but it did not help");
    }

    @Test
    void itIsOnRecordBeforeItsFirstStepBegins() {
        TestEngine engine = broken(RESTART);
        List<Integer> rows = new ArrayList<>();
        engine.performs(_ -> {
            rows.add((int) engine.entries().stream()
                    .filter(entry -> entry instanceof Entry.StepSaved)
                    .count());
            return Optional.of(StepEnd.succeeded("exit code 0"));
        });

        new Acted(engine).start("restart");

        assertThat(rows).containsExactly(1);
        assertThat(new Acted(engine).statuses()).containsSubsequence(Status.INITIATED, Status.IN_PROGRESS);
    }

    @Test
    void whatFailedIsUndoneOnceWhenItSaysSo() {
        TestEngine engine = broken(RESTART + """
                    rollback:
                      automatic: true
                      steps:
                        - command: { argv: [/usr/bin/undo, one] }
                        - command: { argv: [/usr/bin/undo, two] }
                """);
        engine.performs(step -> Optional.of(
                step.part() == Part.STEPS ? StepEnd.failed("exit code 3") : StepEnd.succeeded("exit code 0")));

        new Acted(engine).start("restart");

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(new Acted(engine).last().said()).contains("exit code 3").contains("undone");
        assertThat(new Acted(engine).steps())
                .extracting(step -> step.part() + " " + step.index())
                .containsExactly("STEPS 0", "STEPS 0", "ROLLBACK 0", "ROLLBACK 0", "ROLLBACK 1", "ROLLBACK 1");
    }

    @Test
    void twoNeverRunAtOnceOnOneThing() {
        TestEngine engine = broken(RESTART);
        engine.performs(_ -> Optional.empty());

        Action first = new Acted(engine).start("restart");
        Action second = new Acted(engine).start("restart");

        assertThat(first.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(second.status()).isEqualTo(Status.REFUSED);
        assertThat(second.said()).contains("(Restart the web server) is");
    }

    @Test
    void itsBudgetAndItsCoolDownHold() {
        TestEngine engine = broken(RESTART + "    budget: { attempts: 2, window: 1h, cool-down: 5m, grace: 0s }\n");

        new Acted(engine).start("restart");
        engine.runFor(Duration.ofMinutes(3));
        assertThat(new Acted(engine).start("restart").said()).contains("its last run ended 5m ago or more");
        engine.runFor(Duration.ofMinutes(6));
        assertThat(new Acted(engine).start("restart").status()).isEqualTo(Status.IN_PROGRESS);
        engine.runFor(Duration.ofMinutes(12));
        assertThat(new Acted(engine).start("restart").said()).contains("at most 2 attempts in 1h, but 2 so far");
    }

    @Test
    void nothingBeginsWhileAllIsStoppedOrInShadow() {
        TestEngine engine = broken(RESTART);
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.empty(), Optional.of(true), TestEngine.ALICE, "storm"));
        assertThat(new Acted(engine).start("restart").said()).contains("all actions are stopped");

        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(AutomationLevel.SHADOW), Optional.of(false), TestEngine.ALICE, "trial"));
        assertThat(new Acted(engine).start("restart").said()).contains("it is SHADOW");
        assertThat(engine.state().actions().running()).isEmpty();
    }

    @Test
    void aDangerousOneWantsTheNameOfTheHostAndASecondPerson() {
        TestEngine engine = broken(RESTART + "    dangerous: true\n    two-person: true\n");

        Acted acted = new Acted(engine);
        assertThat(acted.start("restart", "", new Consent.None()).said()).contains("type the name of the host, web-1");
        assertThat(acted.start("restart", "web-1", new Consent.None()).said()).contains("another person has to agree");
        assertThat(acted.start("restart", "web-1", new Consent.Denied("that is not the PIN of bo"))
                        .said())
                .isEqualTo("that is not the PIN of bo");
        Action begun = acted.start("restart", "web-1", new Consent.Given(new Actor("bo")));
        assertThat(begun.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(begun.cause()).hasToString("alice with bo");
    }

    @Test
    void aPersonCanStopIt() {
        TestEngine engine = broken(RESTART);
        engine.performs(_ -> Optional.empty());
        Action action = new Acted(engine).start("restart");

        engine.tell(new Event.CancelAction(action.id(), TestEngine.ALICE));
        engine.tell(new Event.StepFinished(action.id(), Part.STEPS, 0, StepEnd.succeeded("exit code 0")));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.CANCELLED);
        assertThat(new Acted(engine).steps().getLast().end().orElseThrow().how().outcome())
                .isEqualTo(StepEnd.Outcome.CANCELLED);
    }

    @Test
    void aStepThatNeverEndsIsGivenUp() {
        TestEngine engine = broken(RESTART + "    timeout: 1m\n");
        engine.performs(_ -> Optional.empty());

        new Acted(engine).start("restart");
        engine.runFor(Duration.ofMinutes(2));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
        assertThat(new Acted(engine).last().said()).contains("it did not end in time");
    }

    @Test
    void whatThePowerCutInTheMiddleHasAnUnknownOutcomeAndIsNotRepeated() {
        TestEngine engine = broken(RESTART);
        engine.performs(_ -> Optional.empty());
        new Acted(engine).start("restart");
        int before = new Acted(engine).steps().size();

        engine.restartAfter(Duration.ofSeconds(30), engine.state().layout().site());
        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.UNKNOWN_OUTCOME);
        assertThat(new Acted(engine).last().said())
                .contains("the program ended during step 1")
                .contains("look at it");
        assertThat(new Acted(engine).steps()).hasSize(before + 1);
        assertThat(engine.state().actions().running()).isEmpty();
    }

    @Test
    void aQuestionWaitsForAPerson() {
        TestEngine engine = broken("""
                  ask:
                    for: { hosts: ['web-*'] }
                    steps:
                      - ask: { question: 'Is the disk full?', answers: [full, fine], go-on: [full] }
                    proof: { none: a question }
                """);

        Action action = new Acted(engine).start("ask");
        engine.runFor(Duration.ofMinutes(1));
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.IN_PROGRESS);
        engine.tell(new Event.AnswerAction(action.id(), "perhaps", TestEngine.ALICE));
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.IN_PROGRESS);
        engine.tell(new Event.AnswerAction(action.id(), "full", TestEngine.ALICE));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void whatTheEngineDoesItselfIsDoneInOrder() {
        TestEngine engine = broken("""
                  all:
                    for: { hosts: ['web-*'] }
                    steps:
                      - breaker: { turn: open, gate: this }
                      - maintenance: { begin: 10m, of: host }
                      - notify: { to: mail, text: 'web is leaving {{host}}' }
                      - failover: { service: shop, steps: [ { command: { argv: [/bin/move, '{{from}}', '{{to}}'] } } ] }
                      - wait: { for: 5s }
                      - retry: { max: 2, interval: 2s, jitter: 0 }
                    proof: { none: example }
                """);
        engine.performs(step -> Optional.of(StepEnd.succeeded("moved")));

        new Acted(engine).start("all");
        engine.runFor(Duration.ofSeconds(4));
        assertThat(engine.notices().getLast().kind()).isEqualTo(Notice.Kind.NOTE);
        assertThat(engine.notices().getLast().alerts().getFirst().summary()).isEqualTo("web is leaving web-1");
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofSeconds(30));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(new Acted(engine).ends())
                .containsExactly(
                        "breaker host:web-1 kept open",
                        "nobody is paged for it until 2026-01-05T09:13:00Z",
                        "told 1",
                        "moved",
                        "moved from web-1/up to web-2/up",
                        "waited 5s",
                        "web-1/up is green");
    }

    @Test
    void aFailoverWithoutStepsOnlySaysWhoIsNext() {
        TestEngine engine = broken("""
                  name:
                    for: { hosts: ['web-*'] }
                    steps: [ { failover: { service: shop } } ]
                    proof: { none: example }
                """);

        new Acted(engine).start("name");

        assertThat(new Acted(engine).ends())
                .containsExactly("web-2/up is next after web-1/up; nothing was moved, because no step says how");
    }

    @Test
    void nobodyIsPagedForWhatTheActionItselfCauses() {
        TestEngine engine = running(RESTART + "    budget: { grace: 3m }\n");
        engine.performs(_ -> Optional.empty());
        new Acted(engine).start("restart");
        probe.goesDown(FRONT, Reason.REFUSED);

        engine.runFor(Duration.ofSeconds(170));
        assertThat(engine.notices()).isEmpty();
        engine.runFor(Duration.ofMinutes(2));
        assertThat(engine.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.FIRING);
    }

    @Test
    void aClockThatIsSetBackMakesNothingWaitLonger() {
        TestEngine engine = broken(RESTART);
        new Acted(engine).start("restart");
        engine.runFor(Duration.ofSeconds(10));

        clock.jump(Duration.ofHours(-3));
        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        TestEngine engine = broken(RESTART);
        CompletableFuture<Action> answer = new CompletableFuture<>();

        engine.tell(new Event.StartAction(
                new RunbookId("none"),
                CheckId.parse(FRONT),
                Map.of(),
                TestEngine.ALICE,
                "",
                new Consent.None(),
                answer));

        assertThatThrownBy(answer::join).hasMessageContaining("runbook none is not on the site in force");
        assertThat(new Acted(engine).start("restart", Map.of("colour", "red")).said())
                .contains("no parameter \"colour\"");
    }

    private TestEngine broken(String runbooks) {
        TestEngine engine = running(runbooks);
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(2));
        return engine;
    }

    private TestEngine running(String runbooks) {
        Site site = new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                  web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
                  web-2: { address: 192.0.2.2, checks: { up: { fake: { name: web-2/up } } } }
                services:
                  shop: { instances: [web-1/up, web-2/up] }
                channels: { mail: { fake: {} } }
                receivers: { ops: { tell: mail } }
                approvers: { bo: { pin: "pbkdf2-sha256:100000:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=" } }
                runbooks:
                """ + runbooks.indent(0));
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }
}
