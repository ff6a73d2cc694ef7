package org.watchfloor.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Reason;

/** A web server that breaks when a test says so, and the engine that watches it. */
final class WebAlarm {
    static final String FRONT = "web-1/front";

    final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    final FakeProbe probe = new FakeProbe();

    static Site site(String policy) {
        return Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("web-1", "front")
                        .build(),
                policy);
    }

    TestEngine running(String policy) {
        return started(site(policy));
    }

    TestEngine running(Site site, String policy) {
        return started(Policies.on(site, policy));
    }

    private TestEngine started(Site site) {
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    void fails(TestEngine engine, Duration duration) {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(duration);
    }

    void failsUntilItFires(TestEngine engine) {
        probe.goesDown(FRONT, Reason.REFUSED);
        while (engine.state().alerting().book().all().noneMatch(Alert::isFiring)) {
            engine.runFor(Duration.ofSeconds(1));
        }
    }

    static void acknowledge(TestEngine engine) {
        engine.tell(new Event.AcknowledgeAlerts(ids(engine), TestEngine.ALICE, "on it", Optional.empty()));
    }

    static List<AlertId> ids(TestEngine engine) {
        return engine.state().alerting().book().all().map(Alert::id).toList();
    }
}
