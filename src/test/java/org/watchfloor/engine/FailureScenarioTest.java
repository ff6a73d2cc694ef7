package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Need;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureType;

/** Each hard failure is on record, once, with its kind, and what ended it. */
class FailureScenarioTest {
    private static final String FRONT = "web-1/front";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void aHardFailureIsRecordedOnceAndEndsByItself() {
        TestEngine engine = running(site());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(failures(engine)).hasSize(1);
        Failure failure = failures(engine).getFirst();
        assertThat(failure.kind().type()).isEqualTo(FailureType.CONNECTION_REFUSED);
        assertThat(failure.severity()).isEqualTo(Severity.HIGH);
        assertThat(failure.incident())
                .isEqualTo(Optional.of(engine.openIncidents().getFirst().id()));
        assertThat(engine.state().failures().all()).containsExactly(failure);

        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(2));

        assertThat(failures(engine)).hasSize(2);
        assertThat(failures(engine).getLast().ended().orElseThrow().by()).isEqualTo("itself");
        assertThat(engine.state().failures().all()).isEmpty();
    }

    @Test
    void aSoftFailureIsNone() {
        TestEngine engine = running(site());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(40));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(2));

        assertThat(failures(engine)).isEmpty();
    }

    @Test
    void endsWhenTheCheckIsPaused() {
        TestEngine engine = running(site());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));

        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));

        assertThat(engine.state().failures().all()).isEmpty();
        assertThat(failures(engine).getLast().ended().orElseThrow().by()).isEqualTo("the check is no longer watched");
    }

    @Test
    void whatGetsWorseIsAnotherFailure() {
        TestEngine engine = running(site());
        probe.answers(FRONT, new Outcome.Degraded(Reason.THRESHOLD, "slow"));
        engine.runFor(Duration.ofMinutes(3));
        probe.goesDown(FRONT, Reason.RESPONSE_TIMEOUT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(failures(engine)).extracting(failure -> failure.id().value()).containsExactly(1L, 1L, 2L);
        assertThat(failures(engine).getFirst().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(engine.state().failures().all())
                .singleElement()
                .extracting(failure -> failure.kind().type())
                .isEqualTo(FailureType.API_TIMEOUT);
    }

    @Test
    void whatLiesBehindSomethingElseHasNoFailureOfItsOwn() {
        Sites sites = Sites.site().every(Duration.ofSeconds(30)).host("gw-1", "ping");
        Site site =
                sites.host("web-1", "front").behind(Need.of(new HostId("gw-1"))).build();
        TestEngine engine = running(site);
        probe.goesDown("gw-1/ping", Reason.NO_ROUTE);
        engine.runFor(Duration.ofMinutes(3));
        probe.goesDown(FRONT, Reason.NO_ROUTE);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.state().failures().all())
                .extracting(failure -> failure.target().check().toString())
                .containsExactly("gw-1/ping");
    }

    @Test
    void aRestartBeginsNoneAnew() {
        TestEngine engine = running(site());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));

        engine.restartAfter(Duration.ofSeconds(20), site());
        engine.runFor(Duration.ofMinutes(5));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(failures(engine)).extracting(failure -> failure.id().value()).containsExactly(1L, 1L);
        assertThat(engine.state().failures().all()).isEmpty();
    }

    @Test
    void whatIsWatchedNoLongerFailsNoLonger() {
        TestEngine engine = running(site());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));

        engine.tell(new Event.SiteLoaded(Sites.site()
                .every(Duration.ofSeconds(30))
                .host("web-2", "front")
                .build()));

        assertThat(failures(engine).getLast().ended().orElseThrow().by()).isEqualTo("the check is no longer watched");
    }

    private TestEngine running(Site site) {
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static Site site() {
        return Sites.site().every(Duration.ofSeconds(30)).host("web-1", "front").build();
    }

    private static List<Failure> failures(TestEngine engine) {
        return engine.entries().stream()
                .flatMap(entry ->
                        entry instanceof Entry.FailureSaved(Failure failure) ? Stream.of(failure) : Stream.empty())
                .toList();
    }
}
