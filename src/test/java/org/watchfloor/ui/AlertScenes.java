package org.watchfloor.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.Site;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Line;
import org.watchfloor.notify.Outbox;
import org.watchfloor.notify.Posting;

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

    /** On checks that are down too, each in other hands. */
    public static final List<Alert> MARKED = List.of(
            firing(51, "down", "mail-relay-5/smtp", Severity.HIGH, 2_400, "no answer in time")
                    .acknowledged(Optional.of(new Alert.Ack(
                            new Actor("anna"),
                            Worlds.NOON.minusSeconds(1_500),
                            "spare part is on its way",
                            Optional.of(Worlds.NOON.plusSeconds(20_000))))),
            firing(52, "down", "ldap-replica/login", Severity.MEDIUM, 7_200, "connection refused")
                    .shelved(Optional.of(Worlds.NOON.plusSeconds(3_600))),
            firing(53, "down", "edge-ams/bgp", Severity.HIGH, 300, "no route to host")
                    .held(Optional.of(new Alert.Held(Hold.INHIBITED, "down of gw-ams/ping"))),
            firing(54, "down", "db-8/postgres", Severity.CRITICAL, 600, "no answer in time"));

    /** All of its life is over: pending, firing, taken, resolved. */
    public static final Alert STORY = pending(61, "slow", "api-4/ready", Severity.MEDIUM, 3_900)
            .as(
                    Severity.MEDIUM,
                    new Alert.Said(
                            "api-4/ready answers slowly: latency of api-4/ready is 1,240 ms > 1000 ms",
                            "",
                            "latency of api-4/ready is 1,240 ms > 1000 ms",
                            "",
                            ""))
            .fired(Worlds.NOON.minusSeconds(3_600))
            .acknowledged(Optional.of(
                    new Alert.Ack(new Actor("jonas"), Worlds.NOON.minusSeconds(2_900), "", Optional.empty())))
            .ended(Worlds.NOON.minusSeconds(1_100));

    public static final Alert EXPIRING = firing(
            62, "certificate", "web-12/cert", Severity.HIGH, 260_000, "cert_days_left of web-12/cert is 5.9 < 7");
    public static final Alert FULL =
            firing(63, "disk", "db-9/disk", Severity.HIGH, 5_000, "disk./var.used_percent of db-9/disk is 91.4% > 90%");

    /** The built-in rule about latency with a limit of its own for the way back. */
    public static final String SLOW_RULE = """
            alerts:
              slow: { when: latency > 1000ms, recover: latency < 800ms, for: 5m, severity: medium, summary: slow }
            """;

    private AlertScenes() {}

    /** The site with channels, people, rotas, receivers and the built-in rules. */
    public static Site on(Site site) {
        return AlertSites.on(site);
    }

    /** The site with the sections that the YAML text holds. */
    public static Site on(Site site, String yaml) {
        return AlertSites.on(site, yaml);
    }

    /** The same as if the console had written them. */
    public static Site edited(Site site, String yaml) {
        return AlertSites.edited(site, yaml);
    }

    /** The site with the sections that the files of a directory hold. */
    public static Site on(Site site, Path directory) {
        return AlertSites.on(site, directory);
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

    /** What a channel is told when somebody takes alerts over. */
    public static Notice taken(String episode, Actor by, Alert... alerts) {
        return new Notice(
                new NoticeId(601),
                new ChannelId("console"),
                Notice.Kind.ACKNOWLEDGED,
                Worlds.NOON,
                Labels.NONE,
                episode,
                Stream.of(alerts).map(alert -> item(alert, Optional.of(by))).toList(),
                0,
                "acknowledged by " + by);
    }

    /** What a channel is told of several at once. */
    public static Notice notice(String episode, Notice.Kind kind, Alert... alerts) {
        return new Notice(
                new NoticeId(602),
                new ChannelId("console"),
                kind,
                Worlds.NOON,
                Labels.NONE,
                episode,
                Stream.of(alerts).map(AlertScenes::item).toList(),
                0,
                "");
    }

    private static Notice.Item item(Alert alert) {
        return item(alert, Optional.empty());
    }

    private static Notice.Item item(Alert alert, Optional<Actor> owner) {
        return new Notice.Item(
                alert.id(),
                alert.severity(),
                alert.labels(),
                alert.said().summary(),
                "",
                alert.said().explanation(),
                "",
                "",
                alert.since(),
                alert.endedAt(),
                owner);
    }

    public static List<Alert> present() {
        return List.of(DOWN, CERTIFICATE, OWNED, SILENCED, BEHIND, SLOW, PENDING);
    }

    /** The history knows what is over, and why each is where it is. */
    public static FakeAlerts fill(FakeAlerts alerts) {
        return alerts.knows(OVER)
                .decided(AlertVerdicts.ofDown())
                .decided(AlertVerdicts.ofCertificate())
                .decided(AlertVerdicts.ofSilenced())
                .posted(
                        posting(510, "ops-mail", Posting.Status.ACCEPTED, 1, 210, "", DOWN),
                        posting(511, "pager-mara", Posting.Status.ACCEPTED, 2, 60, "", DOWN),
                        posting(504, "ops-mail", Posting.Status.ACCEPTED, 1, 5_370, "", OVER));
    }

    /** Fires, and anna has taken it. */
    static Alert taken(long id, CheckId check) {
        return open(id, check)
                .acknowledged(Optional.of(
                        new Alert.Ack(new Actor("anna"), Worlds.NOON.minusSeconds(60), "", Optional.empty())));
    }

    /** Fires, and nobody has taken it. */
    static Alert open(long id, CheckId check) {
        return firing(id, "down", check.toString(), Severity.HIGH, 240, "connection refused");
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
    public static SortedMap<Subject, List<Alert>> bySubject(List<Alert> alerts) {
        SortedMap<Subject, List<Alert>> all = new TreeMap<>();
        alerts.forEach(alert ->
                all.computeIfAbsent(alert.subject(), _ -> new ArrayList<>()).add(alert));
        return all;
    }
}
