package org.watchfloor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
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
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.notify.desktop.DesktopNotifierType;
import org.watchfloor.notify.text.NoticeText;

/** Alerts of a bad day around {@link Worlds#NOON}, with channels, people and what was decided. */
public final class AlertScenes {
    public static final Alert DOWN = firing(41, "down", "web-7/front", Severity.HIGH, 240, "connection refused")
            .told(new ChannelId("ops-mail"))
            .told(new ChannelId("pager-mara"));
    public static final Alert CERTIFICATE =
            firing(42, "down", "mail-relay-2/smtp", Severity.CRITICAL, 50, "certificate expired 3 h ago");
    public static final Alert OWNED = firing(37, "down", "db-3/postgres", Severity.CRITICAL, 5_700, "no answer in time")
            .told(new ChannelId("ops-mail"))
            .acknowledged(Optional.of(new Alert.Ack(
                    new Actor("jonas"),
                    Worlds.NOON.minusSeconds(5_400),
                    "disk controller is being swapped",
                    Optional.empty())))
            .held(Optional.of(new Alert.Held(Hold.ACKNOWLEDGED, "jonas")));
    public static final Alert SILENCED = firing(38, "disk", "db-8/disk", Severity.HIGH, 21_600, "91 % of /var is used")
            .held(Optional.of(new Alert.Held(
                    Hold.SILENCED, "disk-move of mara until 2026-11-20T18:00:00Z: data moves to the new volume")));
    public static final Alert BEHIND = firing(40, "down", "edge-syd/https", Severity.HIGH, 720, "no route to host")
            .held(Optional.of(new Alert.Held(Hold.UNREACHABLE, "gw-syd")));
    public static final Alert SLOW = firing(
                    39, "slow", "api-4/ready", Severity.MEDIUM, 1_980, "latency is 1,240 ms, above 1,000 ms for 5 min")
            .told(new ChannelId("ops-mail"));
    public static final Alert PENDING = pending(43, "slow", "api-9/ready", Severity.MEDIUM, 20);
    public static final Alert OVER = firing(36, "down", "web-2/front", Severity.HIGH, 5_400, "connection refused")
            .told(new ChannelId("ops-mail"))
            .ended(Worlds.NOON.minusSeconds(4_140));

    private static final String POLICY = """
            channels:
              ops-mail: { fake: { is: mail to ops@example.net by smtp.example.net:587 } }
              ops-chat: { fake: { is: Slack webhook hooks.slack.com } }
              pager-mara: { fake: { is: PagerDuty events of mara } }
              sms-jonas: { fake: { is: SMS to 1 number by Twilio } }
              console: { desktop: { repeat-until-noticed: 1m } }
            people:
              mara: { name: Mara Lind, channels: [pager-mara] }
              jonas: { name: Jonas Weber, channels: [sms-jonas] }
            rotas:
              ops: { title: Operations, people: [mara, jonas], hand-over: mon 09:00, starts: 2026-11-02 }
              databases:
                title: Databases
                people: [jonas, mara]
                hand-over: daily 08:00
                starts: 2026-11-01
                overrides: [ { who: mara, from: 2026-11-20T06:00, to: 2026-11-20T22:00, reason: Jonas is at a conference } ]
            receivers:
              ops:
                tell: [ops-mail, console]
                then: [ { after: 10m, tell: "rota:ops" }, { after: 30m, tell: [ops-chat, "person:jonas"] } ]
              databases: { tell: ["rota:databases", ops-chat] }
            routing:
              receiver: ops
              routes: [ { match: group="data", receiver: databases } ]
            silences:
              disk-move: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: data moves to the new volume }
              printer: { match: host="printer-3rd-floor", from: 2026-11-23T08:00, until: 2026-11-23T12:00, author: jonas, reason: new toner }
            maintenance:
              vpn: { title: VPN gateway update, from: 2026-11-20T11:00, to: 2026-11-20T13:00, hosts: vpn-gateway, reason: new firmware }
            """;

    private AlertScenes() {}

    /** The site with channels, people, rotas, receivers and the built-in rules. */
    public static Site on(Site site) {
        return on(site, POLICY);
    }

    /** The site with the sections that the YAML text holds. */
    public static Site on(Site site, String yaml) {
        return with(site, read("site.yaml", yaml));
    }

    /** The same as if the console had written them. */
    public static Site edited(Site site, String yaml) {
        return with(site, read(SiteEditor.FILE, yaml));
    }

    /** The site with the sections that the files of a directory hold. */
    public static Site on(Site site, Path directory) {
        return with(site, read(directory));
    }

    private static Site with(Site site, Site read) {
        return new Site(site.groups(), site.hosts(), site.services(), site.settings(), read.sections());
    }

    /** Mail is delivered, chat fails and waits, and one notice was given up. */
    public static Outbox outbox() {
        Line chat = new Line(
                List.of(posting(
                        512,
                        "ops-chat",
                        Posting.Status.WAITING,
                        5,
                        240,
                        "HTTP 503 from hooks.slack.com",
                        DOWN,
                        CERTIFICATE)),
                Optional.empty(),
                List.of(),
                Optional.of(Worlds.NOON.minusSeconds(1_260)),
                Map.of());
        Line mail = new Line(
                List.of(),
                Optional.of(posting(514, "ops-mail", Posting.Status.SENDING, 1, 3, "", CERTIFICATE)),
                List.of(),
                Optional.empty(),
                Map.of());
        return new Outbox(
                new TreeMap<>(Map.of(new ChannelId("ops-chat"), chat, new ChannelId("ops-mail"), mail)),
                List.of(posting(
                        505,
                        "sms-jonas",
                        Posting.Status.DEAD,
                        1,
                        5_300,
                        "refused: Twilio says 21211, \"+49151\" is not a valid phone number",
                        OVER)));
    }

    private static Posting posting(
            long id, String channel, Posting.Status status, int tries, long ago, String trouble, Alert... about) {
        Instant at = Worlds.NOON.minusSeconds(ago);
        List<Notice.Item> items = Stream.of(about).map(AlertScenes::item).toList();
        Notice notice = new Notice(
                new NoticeId(id),
                new ChannelId(channel),
                Notice.Kind.FIRING,
                at,
                Labels.of(Map.of("group", "web")),
                "e-" + id,
                items,
                0,
                "");
        return new Posting(notice, status, tries, Worlds.NOON.plusSeconds(95), trouble, Optional.empty());
    }

    /** What a channel would be told of an alert. */
    public static Notice notice(String episode, Alert alert) {
        return new Notice(
                new NoticeId(600),
                new ChannelId("console"),
                alert.isFiring() ? Notice.Kind.FIRING : Notice.Kind.RESOLVED,
                Worlds.NOON,
                Labels.NONE,
                episode,
                List.of(item(alert)),
                0,
                "");
    }

    private static Notice.Item item(Alert alert) {
        return new Notice.Item(
                alert.id(),
                alert.severity(),
                alert.labels(),
                alert.said().summary(),
                "",
                "",
                "",
                "",
                alert.since(),
                alert.endedAt(),
                Optional.empty());
    }

    public static List<Alert> present() {
        return List.of(DOWN, CERTIFICATE, OWNED, SILENCED, BEHIND, SLOW, PENDING);
    }

    /** The history knows what is over, and why each is where it is. */
    public static FakeAlerts fill(FakeAlerts alerts) {
        return alerts.knows(OVER)
                .decided(ofDown())
                .decided(ofCertificate())
                .decided(ofSilenced())
                .posted(
                        posting(510, "ops-mail", Posting.Status.ACCEPTED, 1, 210, "", DOWN),
                        posting(511, "pager-mara", Posting.Status.ACCEPTED, 2, 60, "", DOWN),
                        posting(504, "ops-mail", Posting.Status.ACCEPTED, 1, 5_370, "", OVER));
    }

    private static Verdict[] ofDown() {
        return new Verdict[] {
            verdict(
                    901,
                    DOWN,
                    240,
                    Verdict.Kind.FIRED,
                    "",
                    "state is DOWN: connection refused on port 443, 3 times in a row"),
            verdict(
                    902,
                    DOWN,
                    240,
                    Verdict.Kind.WAITING,
                    "",
                    "the group web waits until 2026-11-20T12:00:39Z for company"),
            verdict(903, DOWN, 210, Verdict.Kind.PAGED, "ops-mail", "ops-mail is told by routing, receiver ops"),
            verdict(904, DOWN, 208, Verdict.Kind.DELIVERED, "ops-mail", "250 2.0.0 Ok: queued as 4Fz9"),
            verdict(
                    905,
                    DOWN,
                    60,
                    Verdict.Kind.ESCALATED,
                    "pager-mara",
                    "pager-mara is told, because nobody has acknowledged it by routing, receiver ops"),
            verdict(906, DOWN, 58, Verdict.Kind.DELIVERED, "pager-mara", "accepted"),
        };
    }

    private static Verdict[] ofCertificate() {
        return new Verdict[] {
            verdict(907, CERTIFICATE, 50, Verdict.Kind.FIRED, "", "state is DOWN, 3 failures in a row"),
            verdict(
                    908,
                    CERTIFICATE,
                    50,
                    Verdict.Kind.WAITING,
                    "",
                    "the group office waits until 2026-11-20T12:03:49Z for company"),
            verdict(909, CERTIFICATE, 20, Verdict.Kind.PAGED, "ops-mail", "ops-mail is told by routing, receiver ops"),
            verdict(
                    910,
                    CERTIFICATE,
                    12,
                    Verdict.Kind.UNDELIVERED,
                    "ops-mail",
                    "try 1 failed: smtp.example.net:587 does not answer; tried again at 2026-11-20T12:04:42Z"),
        };
    }

    private static Verdict[] ofSilenced() {
        return new Verdict[] {
            verdict(801, SILENCED, 21_600, Verdict.Kind.FIRED, "", "disk./var.used_percent is 91 %, above 90 %"),
            verdict(
                    802,
                    SILENCED,
                    21_570,
                    Verdict.Kind.HELD,
                    "",
                    "not paged, because it is silenced by disk-move of mara until 2026-11-20T18:00:00Z"),
        };
    }

    private static Verdict verdict(long id, Alert alert, long ago, Verdict.Kind kind, String channel, String text) {
        return new Verdict(
                id,
                Worlds.NOON.minusSeconds(ago),
                alert.id(),
                alert.rule(),
                alert.subject(),
                kind,
                channel.isEmpty() ? Optional.empty() : Optional.of(new ChannelId(channel)),
                Optional.empty(),
                text);
    }

    private static Alert firing(long id, String rule, String check, Severity severity, long ago, String message) {
        Alert begun = pending(id, rule, check, severity, ago);
        String summary = check + (rule.equals("down") ? " is down: " + message : ": " + message);
        return begun.as(
                        severity,
                        new Alert.Said(
                                summary,
                                "",
                                rule.equals("down") ? "state is DOWN, 3 failures in a row" : message,
                                rule.equals("down") ? Diagnosed.REFUSED.text() : "",
                                "https://wiki.example.net/runbooks/" + rule))
                .fired(Worlds.NOON.minusSeconds(ago));
    }

    private static Alert pending(long id, String rule, String check, Severity severity, long ago) {
        CheckId subject = CheckId.parse(check);
        Instant since = Worlds.NOON.minusSeconds(ago);
        return new Alert(
                new AlertId(id),
                rule,
                Subject.of(subject),
                Labels.of(Map.of(
                        "rule",
                        rule,
                        "check",
                        subject.name(),
                        "host",
                        subject.host().value(),
                        "group",
                        group(check))),
                severity,
                since,
                Optional.empty(),
                Optional.empty(),
                new Alert.Said(check + " answers slowly: latency is 1,105 ms", "", "latency is 1,105 ms", "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static String group(String check) {
        return check.startsWith("db")
                ? "data"
                : check.startsWith("edge") ? "edge" : check.startsWith("mail") ? "office" : "web";
    }

    /** By subject, as a book keeps them. */
    public static Map<Subject, List<Alert>> bySubject(List<Alert> alerts) {
        Map<Subject, List<Alert>> all = new HashMap<>();
        alerts.forEach(alert ->
                all.computeIfAbsent(alert.subject(), _ -> new ArrayList<>()).add(alert));
        return all;
    }

    private static Site read(String name, String yaml) {
        try {
            Path directory = Files.createTempDirectory("watchfloor-scene-");
            Path file = Files.writeString(directory.resolve(name), yaml);
            Site site = read(directory);
            Files.delete(file);
            Files.delete(directory);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site read(Path directory) {
        List<NotifierType<?>> types = List.of(
                new Fake(),
                new DesktopNotifierType(Desk.NONE, new NoticeText(ZoneOffset.UTC), () -> Worlds.NOON, ZoneOffset.UTC));
        ConfigResult result = new ConfigDirectory(
                        directory, List.of(), List.of(new ChannelsReader(types), new AlertPolicyReader(ZoneOffset.UTC)))
                .read();
        return switch (result) {
            case ConfigResult.Loaded(Site site) -> site;
            case ConfigResult.Rejected rejected ->
                throw new IllegalArgumentException(rejected.problems().toString());
        };
    }

    /** A channel that is only looked at. */
    private record FakeChannel(String summary) implements ChannelSpec {}

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
            return new FakeChannel(node.key("is", "its summary").text("fake"));
        }

        @Override
        public Notifier open(FakeChannel spec) {
            return (_, _, _) -> Delivery.Accepted.PLAIN;
        }
    }
}
