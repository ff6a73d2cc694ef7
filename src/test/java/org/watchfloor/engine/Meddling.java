package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.NotTaken;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.Report;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Rung;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Posting;

/** Everything that comes to an engine beside looks and time, by chance: people, other programs, channels, new files. */
final class Meddling {
    private static final Actor MARA = new Actor("mara");
    private static final String RULES = """
            channels:
              mail: { fake: {}, rate: { notices: 2, per: 1m } }
              chat: { fake: {} }
              desk: { fake: { desk: true } }
            receivers:
              ops: { tell: mail, then: [ { after: 2m, tell: chat } ] }
              others: { tell: [chat, mail] }
            alerts:
              full: { when: "disk.*.used_percent > 70", levels: { critical: "disk.*.used_percent > 90" } }
              busy: { when: "avg(queue, 2m) > 5", for: 20s }
              many: { each: site, when: count(state == DOWN) >= 2 }
              host: { each: host, when: 'max(p95(queue, 2m)) > 8', for: 10s }
            inhibitions:
              explained: { source: rule="many", target: rule=~"full|busy|Slow" }
            """;
    private static final List<String> ROUTINGS = List.of(
            "routing: { receiver: ops, group-by: [host], group-wait: 20s, group-interval: 30s, repeat: 5m }\n", """
            routing:
              receiver: ops
              group-by: [rule]
              group-wait: 10s
              group-interval: 1m
              repeat: 4m
              routes:
                - { match: severity=~"high|critical", receiver: others, continue: true }
                - { match: alertname=~".+", receiver: others, group-by: [alertname] }
            """);

    private final RandomStory story;
    private final Random random;

    Meddling(RandomStory story, int seed) {
        this.story = story;
        this.random = new Random(seed);
    }

    /** The whole story with all of that in it. */
    TestEngine run() {
        TestEngine engine = TestEngine.of(story.sites.site(text()), story.clock, story.probe);
        engine.deliveries(this::answer);
        engine.ladders(asked -> random.nextInt(3) == 0 ? Optional.empty() : Optional.of(found(asked)));
        story.runOn(engine, this::meddle);
        return engine;
    }

    private String text() {
        int first = Math.max(1, story.hosts - random.nextInt(2));
        return story.text(first, "up load", RULES + ROUTINGS.get(random.nextInt(ROUTINGS.size())));
    }

    private Delivery answer(Notice notice) {
        return switch (random.nextInt(6)) {
            case 0 -> new Delivery.Retry("HTTP 503", Optional.empty());
            case 1 -> new Delivery.Retry("HTTP 429", Optional.of(Duration.ofSeconds(40)));
            case 2 -> new Delivery.Refused("HTTP 401");
            case 3 -> new Delivery.Accepted(Optional.of("thread-" + notice.episode()));
            default -> Delivery.Accepted.PLAIN;
        };
    }

    private static Diagnosis found(Effect.Diagnose asked) {
        Rung rung = new Rung("TCP", Rung.Standing.BROKEN, "no answer", Optional.of(Duration.ofSeconds(3)), "");
        return new Diagnosis(asked.asked(), List.of(rung), asked.good().map(good -> good.finishedAt()), "");
    }

    private void meddle(TestEngine engine) {
        for (int host = 0; host < story.hosts; host++) {
            if (random.nextInt(4) == 0) {
                String metric = random.nextBoolean() ? "queue" : "disk./" + random.nextInt(2) + ".used_percent";
                story.probe.measures("h" + host + "/load", metric, random.nextInt(metric.equals("queue") ? 12 : 100));
            }
        }
        if (random.nextInt(3) == 0) {
            engine.tell(event(engine));
        }
    }

    private Event event(TestEngine engine) {
        Instant later = story.clock.instant().plusSeconds(random.nextInt(300));
        return switch (random.nextInt(18)) {
            case 0 ->
                new Event.AcknowledgeAlerts(
                        alerts(engine), MARA, "mine", Optional.of(later).filter(_ -> random.nextBoolean()));
            case 1 -> new Event.UnacknowledgeAlerts(alerts(engine), MARA);
            case 2 -> new Event.ShelveAlerts(alerts(engine), MARA, "", later);
            case 3 -> new Event.CommentAlerts(alerts(engine), MARA, "looks like the switch");
            case 4 -> new Event.ResolveAlerts(alerts(engine), MARA, "");
            case 5 -> new Event.Acknowledge(incident(engine), MARA, "on it");
            case 6 -> new Event.AddNote(incident(engine), MARA, "called the carrier");
            case 7 -> new Event.Pause(checks(engine), MARA);
            case 8, 9 -> new Event.Resume(checks(engine), MARA);
            case 10 -> new Event.CheckNow(checks(engine));
            case 11 -> new Event.ResendNotice(dead(engine), MARA);
            case 12 ->
                new Event.TestChannel(
                        new ChannelId("chat"), alerts(engine).stream().findFirst(), MARA);
            case 13 -> new Event.SiteLoaded(story.sites.site(text()));
            case 14 -> new Event.SiteRejected(List.of(new ConfigProblem(Sites.PLACE, "bad", "mend it")));
            default ->
                new Event.OutsideReported(
                        IntStream.range(0, 1 + random.nextInt(4))
                                .mapToObj(_ -> reported(later))
                                .toList(),
                        new CompletableFuture<>());
        };
    }

    private List<AlertId> alerts(TestEngine engine) {
        Stream<AlertId> some =
                engine.state().alerting().book().all().map(Alert::id).sorted().filter(_ -> random.nextBoolean());
        return Stream.concat(some, Stream.of(new AlertId(random.nextInt(99)))).toList();
    }

    private IncidentId incident(TestEngine engine) {
        return one(engine.openIncidents().stream().map(Incident::id).sorted().toList(), new IncidentId(0));
    }

    private NoticeId dead(TestEngine engine) {
        return one(
                engine.state().alerting().outbox().dead().stream()
                        .map(Posting::id)
                        .toList(),
                new NoticeId(0));
    }

    private <T> T one(List<T> all, T other) {
        return all.isEmpty() ? other : all.get(random.nextInt(all.size()));
    }

    private Collection<CheckId> checks(TestEngine engine) {
        return engine.state().layout().checks().stream()
                .map(check -> check.id())
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
    }

    private OutsideAlert reported(Instant later) {
        Map<String, String> labels = Map.of(
                "alertname",
                random.nextBoolean() ? "Slow" : "Full",
                "instance",
                "api-" + random.nextInt(3),
                "severity",
                random.nextBoolean() ? "critical" : "warning");
        Optional<Instant> ends = switch (random.nextInt(4)) {
            case 0 -> Optional.of(Instant.EPOCH);
            case 1 -> Optional.of(later);
            default -> Optional.empty();
        };
        try {
            return new Report(labels, Map.of("summary", "seen " + random.nextInt(2)), Optional.empty(), ends, "")
                    .taken(random.nextBoolean() ? Feed.POSTS : Feed.WEBHOOK, "Prometheus");
        } catch (NotTaken e) {
            throw new AssertionError(e);
        }
    }
}
