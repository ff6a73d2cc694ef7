package org.watchfloor.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.engine.AlertBook;
import org.watchfloor.engine.AlertState;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.Slots;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.ChannelSpec;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Line;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;

/** The small site with alerts, as operators write them, and what has come of it. */
final class AlertScene {
    static final Alert FIRING = firing(12);
    static final Alert PENDING = pending(13);

    private static final String YAML = """
            channels:
              mail: { fake: {} }
              chat: { fake: {} }
            people:
              mara: { name: Mara, channels: [mail] }
              noor: { channels: [chat] }
            rotas:
              ops: { title: Operations, people: [mara, noor], every: 1w, hand-over: mon 09:00, starts: 2026-01-05 }
            receivers:
              ops: { tell: rota:ops }
            alerts:
              slow:
                when: latency > 500ms
                recover: latency < 300ms
                levels: { critical: latency > 5s }
                for: 5m
                severity: high
                on: { hosts: ["web-*"] }
                labels: { team: shop }
                runbook: https://wiki.example.org/slow
              off: { each: host, when: "count(state == DOWN) > 1", enabled: false }
            silences:
              cable: { match: ['host="web-1"'], from: 2026-01-05T08:00, until: 2026-01-05T10:00, author: mara, reason: cable }
              later: { match: ['severity="low"'], from: 2026-02-01T00:00, until: 2026-02-02T00:00 }
            maintenance:
              now: { from: 2026-01-05T08:30, to: 2026-01-05T09:30, hosts: [web-1], reason: new disks }
              weekly: { cron: "0 22 * * fri", lasts: 2h, flexible: 30m, tags: [prod] }
              over: { from: 2025-01-05T08:30, to: 2025-01-05T09:30, hosts: [web-1] }
            """;

    private AlertScene() {}

    /** One alert fires and is held, one is pending; mail has trouble, one notice was given up. */
    static Snapshot usual() {
        Snapshot from = Scene.small();
        Site site = from.site();
        Site full = new Site(site.groups(), site.hosts(), site.services(), site.settings(), sections());
        List<List<Alert>> ofChecks = List.of(List.of(FIRING), List.of());
        AlertBook book = new AlertBook(
                Slots.copyOf(ofChecks), new TreeMap<>(Map.of(PENDING.subject(), List.of(PENDING, resolved(11)))));
        Line mail = new Line(
                List.of(posting(21, Posting.Status.WAITING, "HTTP 503 from mail.example.org")),
                Optional.of(posting(20, Posting.Status.SENDING, "")),
                List.of(),
                Optional.of(Scene.NOW.minusSeconds(60)),
                Map.of());
        Outbox outbox = new Outbox(
                new TreeMap<>(Map.of(new ChannelId("mail"), mail)),
                List.of(posting(19, Posting.Status.DEAD, "refused: no such user")));
        AlertState empty = from.state().alerting();
        return with(
                from,
                full,
                new AlertState(
                        book, empty.kept(), empty.groups(), outbox, empty.diagnoses(), empty.numbers(), Map.of()));
    }

    private static Snapshot with(Snapshot from, Site site, AlertState alerting) {
        EngineState state = from.state();
        EngineState next = new EngineState(
                new Layout(site),
                state.checks(),
                Map.of(),
                state.openIncidents(),
                state.gaps(),
                state.counters(),
                alerting,
                state.configProblems(),
                state.siteLoadedAt());
        return new Snapshot(2, from.at(), next, from.all(), from.hosts(), Map.of(), Map.of(), from.figures());
    }

    static Alert resolved(long id) {
        return pending(id).fired(Scene.NOW.minusSeconds(7_000)).ended(Scene.NOW.minusSeconds(6_000));
    }

    static Verdict verdict(long id, Alert alert, Verdict.Kind kind, String text) {
        return new Verdict(
                id,
                Scene.NOW.minusSeconds(100 - id),
                alert.id(),
                alert.rule(),
                alert.subject(),
                kind,
                kind == Verdict.Kind.PAGED ? Optional.of(new ChannelId("mail")) : Optional.empty(),
                kind == Verdict.Kind.COMMENT ? Optional.of(new Actor("mara")) : Optional.empty(),
                text);
    }

    static Posting posting(long id, Posting.Status status, String trouble) {
        Notice.Item item = new Notice.Item(
                FIRING.id(),
                Severity.CRITICAL,
                FIRING.labels(),
                FIRING.said().summary(),
                "",
                "",
                "",
                "",
                FIRING.since(),
                Optional.empty(),
                Optional.empty());
        Notice notice = new Notice(
                new NoticeId(id),
                new ChannelId("mail"),
                Notice.Kind.FIRING,
                Scene.NOW.minusSeconds(50),
                Labels.of(Map.of("host", "web-1")),
                "e-17",
                List.of(item),
                0,
                "");
        return new Posting(notice, status, 2, Scene.NOW.plusSeconds(30), trouble, Optional.empty());
    }

    private static Alert firing(long id) {
        return new Alert(
                new AlertId(id),
                "down",
                Subject.of(Scene.FRONT),
                Labels.of(Map.of("rule", "down", "host", "web-1", "check", "front")),
                Severity.CRITICAL,
                Scene.NOW.minusSeconds(90),
                Optional.of(Scene.NOW.minusSeconds(30)),
                Optional.empty(),
                new Alert.Said("web-1/front is down: connection refused", "", "state == DOWN", "", ""),
                Optional.of(new Alert.Ack(
                        new Actor("mara"),
                        Scene.NOW.minusSeconds(20),
                        "on it",
                        Optional.of(Scene.NOW.minusSeconds(1)))),
                Optional.empty(),
                Optional.of(new Alert.Held(Hold.SILENCED, "cable")),
                new TreeMap<>(Map.of(new ChannelId("mail"), Severity.CRITICAL)));
    }

    private static Alert pending(long id) {
        return new Alert(
                new AlertId(id),
                "slow",
                new Subject(Subject.Kind.GROUP, "edge"),
                Labels.of(Map.of("rule", "slow", "group", "edge")),
                Severity.HIGH,
                Scene.NOW.minusSeconds(7_200),
                Optional.empty(),
                Optional.empty(),
                new Alert.Said("the group edge is slow", "", "", "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static Map<Class<?>, Object> sections() {
        try {
            Path directory = Files.createTempDirectory("watchfloor-alert-scene-");
            Path file = Files.writeString(directory.resolve("site.yaml"), YAML);
            ConfigResult result = new ConfigDirectory(
                            directory,
                            List.of(),
                            List.of(new ChannelsReader(List.of(new Fake())), new AlertPolicyReader(ZoneOffset.UTC)))
                    .read();
            Files.delete(file);
            Files.delete(directory);
            return switch (result) {
                case ConfigResult.Loaded(Site site) -> site.sections();
                case ConfigResult.Rejected rejected ->
                    throw new IllegalArgumentException(rejected.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record FakeChannel() implements ChannelSpec {
        @Override
        public String summary() {
            return "fake";
        }
    }

    private static final class Fake implements NotifierType<FakeChannel> {
        @Override
        public String key() {
            return "fake";
        }

        @Override
        public Class<FakeChannel> specType() {
            return FakeChannel.class;
        }

        @Override
        public FakeChannel read(ConfigNode node) {
            return new FakeChannel();
        }

        @Override
        public Notifier open(FakeChannel spec) {
            return (_, _, _) -> Delivery.Accepted.PLAIN;
        }
    }
}
