package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.NotTaken;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.Report;
import org.watchfloor.config.Site;

/** Another program that reports alerts, and the engine that takes them. */
final class Reporter {
    final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    final FakeProbe probe = new FakeProbe();

    TestEngine running(String policy) {
        TestEngine engine = TestEngine.of(site(policy), clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    static Taken report(TestEngine engine, OutsideAlert... alerts) {
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        engine.tell(new Event.OutsideReported(List.of(alerts), answer));
        return answer.join();
    }

    static List<Alert> alerts(TestEngine engine) {
        return engine.state()
                .alerting()
                .book()
                .all()
                .filter(alert -> alert.status() != Alert.Status.RESOLVED)
                .toList();
    }

    static OutsideAlert firing(Feed feed, String name, String instance, String severity) {
        return alert(feed, name, instance, severity, Optional.empty(), Optional.empty());
    }

    static OutsideAlert over(String name, String instance, String severity) {
        return alert(Feed.WEBHOOK, name, instance, severity, Optional.empty(), Optional.of(Instant.EPOCH));
    }

    static OutsideAlert says(String name, String instance, String severity, String summary) {
        return made(Feed.POSTS, labels(name, instance, severity), summary, Optional.empty(), Optional.empty());
    }

    static OutsideAlert alert(
            Feed feed,
            String name,
            String instance,
            String severity,
            Optional<Instant> starts,
            Optional<Instant> ends) {
        return made(feed, labels(name, instance, severity), name + " at " + instance, starts, ends);
    }

    private static Map<String, String> labels(String name, String instance, String severity) {
        return new HashMap<>(Map.of("alertname", name, "instance", instance, "severity", severity));
    }

    private static OutsideAlert made(
            Feed feed, Map<String, String> labels, String summary, Optional<Instant> starts, Optional<Instant> ends) {
        try {
            return new Report(labels, Map.of("summary", summary), starts, ends, "").taken(feed, "Prometheus");
        } catch (NotTaken e) {
            throw new AssertionError(e);
        }
    }

    static Site site(String policy) {
        return Policies.on(Sites.site().host("web-1", "front").build(), policy);
    }
}
