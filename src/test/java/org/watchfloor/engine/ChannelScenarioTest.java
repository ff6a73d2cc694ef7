package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.Site;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.notify.Delivery;

/** A channel breaks while something is to be told: who hears of that, and through what. */
class ChannelScenarioTest {
    private static final String FRONT = "web-1/front";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Delivery BUSY = new Delivery.Retry("HTTP 503 from mail.example.org", Optional.empty());
    private static final Delivery REFUSED = new Delivery.Refused("HTTP 401 from mail.example.org");
    private static final String TWO = """
            channels: { mail: { fake: {} }, chat: { fake: {} } }
            receivers: { ops: { tell: [mail, chat] } }
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final Set<String> broken = new TreeSet<>();
    private Delivery trouble = BUSY;

    @Test
    void afterTenMinutesOfTroubleTheOthersHearOfIt() {
        TestEngine engine = running(TWO);

        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(9));
        List<String> early = about(engine, "mail");
        engine.runFor(Duration.ofMinutes(4));

        assertThat(early).isEmpty();
        assertThat(about(engine, "mail")).containsExactly("chat FIRING the channel mail does not deliver");
        assertThat(engine.verdicts())
                .anyMatch(verdict ->
                        verdict.startsWith("FIRED channel-broken the channel mail: no try has succeeded since")
                                && verdict.endsWith("HTTP 503 from mail.example.org"));
    }

    @Test
    void aRefusedNoticeIsToldAtOnce() {
        TestEngine engine = running(TWO);
        trouble = REFUSED;

        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(2));

        assertThat(about(engine, "mail")).containsExactly("chat FIRING the channel mail does not deliver");
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith("FIRED channel-broken the channel mail: notice ")
                        && verdict.endsWith("was refused: HTTP 401 from mail.example.org"));
    }

    @Test
    void endsWhenTheChannelDeliversAgain() {
        TestEngine engine = running(TWO);
        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(15));

        broken.clear();
        engine.runFor(Duration.ofMinutes(15));

        assertThat(about(engine, "mail"))
                .containsExactly(
                        "chat FIRING the channel mail does not deliver",
                        "chat RESOLVED over: the channel mail does not deliver");
        assertThat(channelAlerts(engine)).isEmpty();
    }

    @Test
    void aTestThatIsDeliveredEndsItToo() {
        TestEngine engine = running(TWO);
        trouble = REFUSED;
        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(2));

        broken.clear();
        engine.tell(new Event.TestChannel(new ChannelId("mail"), Optional.empty(), TestEngine.ALICE));

        assertThat(channelAlerts(engine)).isEmpty();
    }

    @Test
    void aRefusedTestTellsOnlyWhoeverMadeIt() {
        TestEngine engine = running(TWO);
        trouble = REFUSED;
        broken.add("mail");

        engine.tell(new Event.TestChannel(new ChannelId("mail"), Optional.empty(), TestEngine.ALICE));
        engine.runFor(Duration.ofMinutes(2));

        assertThat(channelAlerts(engine)).isEmpty();
    }

    @Test
    void theNextStepIsTakenAtOnceIfTheFirstIsBroken() {
        TestEngine engine = running(Policies.USUAL);
        trouble = REFUSED;

        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(2));

        assertThat(about(engine, "mail")).containsExactly("chat FIRING the channel mail does not deliver");
    }

    @Test
    void anyWorkingChannelStandsInAndThisConsoleLast() {
        TestEngine engine = running("""
                channels: { a-desk: { fake: { desk: true } }, mail: { fake: {} }, chat: { fake: {} } }
                receivers: { ops: { tell: mail } }
                """);
        trouble = REFUSED;
        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(2));
        List<String> first = about(engine, "mail");

        breakDown(engine, "chat");
        engine.tell(new Event.ResendNotice(dead(engine), TestEngine.ALICE));
        engine.tell(new Event.TestChannel(new ChannelId("chat"), Optional.empty(), TestEngine.ALICE));
        engine.runFor(Duration.ofMinutes(20));

        assertThat(first).containsExactly("chat FIRING the channel mail does not deliver");
        assertThat(about(engine, "chat")).containsExactly("a-desk FIRING the channel chat does not deliver");
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith("PAGED channel-broken the channel mail")
                        && verdict.endsWith("receiver ops, for which chat stands in"));
    }

    @Test
    void whoeverIsToldNothingHearsNothingOfChannelsEither() {
        TestEngine engine = running(TWO + """
                routing: { receiver: ops, routes: [ { match: rule="channel-broken", receiver: nobody } ] }
                """);
        trouble = REFUSED;

        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(5));

        assertThat(channelAlerts(engine)).hasSize(1);
        assertThat(about(engine, "mail")).isEmpty();
    }

    @Test
    void twoBrokenChannelsNeverTellOfEachOtherInCircles() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} }, chat: { fake: {} }, page: { fake: {} } }
                receivers: { ops: { tell: [mail, chat] } }
                """);
        trouble = REFUSED;

        breakDown(engine, "mail", "chat");
        engine.runFor(Duration.ofHours(12));

        assertThat(engine.notices())
                .filteredOn(notice -> isAboutChannel(notice))
                .allMatch(notice -> notice.channel().value().equals("page"))
                .hasSizeLessThan(10);
        assertThat(about(engine, "mail")).first().isEqualTo("page FIRING the channel mail does not deliver");
        assertThat(about(engine, "chat")).first().isEqualTo("page FIRING the channel chat does not deliver");
    }

    @Test
    void withEveryChannelBrokenItIsShownAndNothingIsSentInCircles() {
        TestEngine engine = running(TWO);
        trouble = REFUSED;

        breakDown(engine, "mail", "chat");
        engine.runFor(Duration.ofHours(6));

        assertThat(channelAlerts(engine)).hasSize(2);
        assertThat(engine.notices())
                .filteredOn(notice -> isAboutChannel(notice))
                .hasSizeLessThan(3);
        assertThat(engine.verdicts()).anyMatch(verdict -> verdict.startsWith("NOBODY channel-broken"));
    }

    @Test
    void aRestartForgetsItNotAndPagesNobodyAgain() {
        TestEngine first = running(TWO);
        trouble = REFUSED;
        breakDown(first, "mail");
        first.runFor(Duration.ofMinutes(3));
        clock.advance(MINUTE);

        TestEngine second = TestEngine.restored(first.restorable(), site(TWO), clock, probe);
        second.deliveries(this::answer);
        second.runFor(Duration.ofMinutes(10));
        List<String> afterRestart = about(second, "mail");
        broken.clear();
        second.tell(new Event.ResendNotice(dead(second), TestEngine.ALICE));
        second.runFor(Duration.ofMinutes(2));

        assertThat(afterRestart).isEmpty();
        assertThat(about(second, "mail")).containsExactly("chat RESOLVED over: the channel mail does not deliver");
    }

    @Test
    void aChannelThatIsNotConfiguredAnyMoreIsNoTrouble() {
        TestEngine engine = running(TWO);
        trouble = REFUSED;
        breakDown(engine, "mail");
        engine.runFor(Duration.ofMinutes(2));

        engine.tell(new Event.SiteLoaded(site("""
                channels: { chat: { fake: {} } }
                receivers: { ops: { tell: [chat] } }
                """)));

        assertThat(channelAlerts(engine)).isEmpty();
    }

    private void breakDown(TestEngine engine, String... channels) {
        broken.addAll(List.of(channels));
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(91));
    }

    private Delivery answer(Notice notice) {
        return broken.contains(notice.channel().value()) ? trouble : Delivery.Accepted.PLAIN;
    }

    private static org.watchfloor.model.NoticeId dead(TestEngine engine) {
        return engine.state().alerting().outbox().dead().getFirst().id();
    }

    private static boolean isAboutChannel(Notice notice) {
        return notice.alerts().stream()
                .anyMatch(item -> !item.labels().get("channel").isEmpty());
    }

    private static List<String> about(TestEngine engine, String channel) {
        return engine.sent().stream()
                .filter(sent -> sent.contains("the channel " + channel + " "))
                .toList();
    }

    private static List<Alert> channelAlerts(TestEngine engine) {
        Stream<Alert> all = engine.state().alerting().book().all();
        return all.filter(alert -> alert.subject().kind() == Subject.Kind.CHANNEL && alert.isFiring())
                .toList();
    }

    private static Site site(String policy) {
        return Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("web-1", "front")
                        .build(),
                policy);
    }

    private TestEngine running(String policy) {
        TestEngine engine = TestEngine.of(site(policy), clock, probe);
        engine.deliveries(this::answer);
        engine.runFor(MINUTE);
        return engine;
    }
}
