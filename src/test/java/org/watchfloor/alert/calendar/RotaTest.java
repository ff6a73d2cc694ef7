package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.alert.calendar.Windows.BERLIN;
import static org.watchfloor.alert.calendar.Windows.at;
import static org.watchfloor.alert.calendar.Windows.span;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;

/** Entries of {@code rotas:}: who is on call when, and what is said about mistakes. */
class RotaTest {
    private static final String WEEKLY =
            "people: [ada, bob, cyd]\nhand-over: mon 09:00\nevery: 1w\nstarts: 2026-03-16\nzone: Europe/Berlin\n";

    @Test
    void peopleTakeTurns() {
        Rota rota = read(WEEKLY);

        assertThat(rota.onCall(at("2026-03-16T08:59+01:00"))).isEmpty();
        assertThat(rota.onCall(at("2026-03-16T09:00+01:00")).orElseThrow().who())
                .isEqualTo("ada");
        assertThat(rota.onCall(at("2026-03-23T08:59+01:00")).orElseThrow().who())
                .isEqualTo("ada");
        assertThat(rota.onCall(at("2026-03-23T09:00+01:00")).orElseThrow().who())
                .isEqualTo("bob");
        assertThat(rota.onCall(at("2026-04-06T09:00+02:00")).orElseThrow().who())
                .isEqualTo("ada");
        assertThat(rota.onCall(Instant.MAX)).isEmpty();
        assertThat(rota.onCall(Instant.MIN)).isEmpty();
    }

    @Test
    void handsOverAtTheSameLocalTimeAcrossTheChangeOfTheClock() {
        Shift shift = read(WEEKLY).onCall(at("2026-03-29T12:00+02:00")).orElseThrow();

        assertThat(shift.who()).isEqualTo("bob");
        assertThat(shift.span()).isEqualTo(span("2026-03-23T09:00+01:00", "2026-03-30T09:00+02:00"));
        assertThat(shift.span().length()).isEqualTo(Duration.ofHours(7 * 24 - 1));
    }

    @Test
    void handsOverDailyInsideTheGap() {
        Rota rota = read("{people: [ada, bob], hand-over: daily \"02:30\", every: 1d, starts: 2026-03-27}");

        assertThat(rota.between(at("2026-03-28T12:00+01:00"), at("2026-03-30T02:30+02:00"), 9))
                .extracting(Shift::span)
                .containsExactly(
                        span("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00"),
                        span("2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00"));
    }

    @Test
    void standInsCutTheTurns() {
        Rota rota = read(WEEKLY + """
                overrides:
                  - { who: cyd, from: 2026-03-28T22:00, to: 2026-03-29T09:00, reason: wedding }
                  - { who: ada, from: 2026-03-29T09:00, to: 2026-03-30T12:00 }
                """);

        List<Shift> shifts = rota.between(at("2026-03-28T00:00+01:00"), at("2026-04-06T09:00+02:00"), 99);

        assertThat(shifts).extracting(Shift::who).containsExactly("bob", "cyd", "ada", "cyd");
        assertThat(shifts).extracting(Shift::isOverride).containsExactly(false, true, true, false);
        assertThat(shifts)
                .extracting(Shift::span)
                .containsExactly(
                        span("2026-03-23T09:00+01:00", "2026-03-28T22:00+01:00"),
                        span("2026-03-28T22:00+01:00", "2026-03-29T09:00+02:00"),
                        span("2026-03-29T09:00+02:00", "2026-03-30T12:00+02:00"),
                        span("2026-03-30T12:00+02:00", "2026-04-06T09:00+02:00"));
        assertThat(shifts.get(1).standIn().map(StandIn::reason)).contains("wedding");
        assertThat(shifts.get(1).span().length()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void aTurnGoesOnAfterAStandIn() {
        Rota rota = read(WEEKLY + "overrides: [{who: cyd, from: 2026-03-25T10:00, to: 2026-03-25T12:00}]");

        assertThat(rota.onCall(at("2026-03-25T12:00+01:00")).orElseThrow())
                .isEqualTo(
                        new Shift("bob", span("2026-03-25T12:00+01:00", "2026-03-30T09:00+02:00"), Optional.empty()));
    }

    @Test
    void standsInBeforeTheFirstTurn() {
        Rota rota = read(WEEKLY + "overrides: [{who: cyd, from: 2026-03-01T10:00, to: 2026-03-02T10:00}]");

        assertThat(rota.between(at("2026-02-01T00:00+01:00"), at("2026-03-17T00:00+01:00"), 99))
                .extracting(Shift::who)
                .containsExactly("cyd", "ada");
        assertThat(rota.between(Instant.MIN, Instant.MAX, 5)).hasSize(5);
    }

    @Test
    void neverLeavesAHoleBetweenShifts() {
        Rota rota = read("{people: [ada, bob, cyd], hand-over: daily 02:15, every: 2d, starts: 2020-01-01,"
                + " zone: Australia/Lord_Howe,"
                + " overrides: [{who: bob, from: 2020-04-04T20:00, to: 2020-04-05T01:45}]}");

        List<Shift> shifts = rota.between(at("2020-01-02T00:00Z"), at("2024-01-01T00:00Z"), 10_000);

        assertThat(shifts).hasSizeGreaterThan(700);
        for (int i = 1; i < shifts.size(); i++) {
            assertThat(shifts.get(i).span().from())
                    .isEqualTo(shifts.get(i - 1).span().to());
            assertThat(rota.onCall(shifts.get(i).span().from())).contains(shifts.get(i));
            assertThat(rota.onCall(shifts.get(i).span().to().minusNanos(1))).contains(shifts.get(i));
        }
    }

    @Test
    void aWeekIsTheDefaultForAWeekdayAndADayForDaily() {
        Rota weekly = read("{people: [ada, bob], hand-over: friday 17:00, starts: 2026-01-02}");
        Rota daily = read("{people: [ada, bob], hand-over: daily 17:00, starts: 2026-01-02}");

        assertThat(weekly.onCall(at("2026-01-10T00:00Z")).orElseThrow().who()).isEqualTo("bob");
        assertThat(daily.onCall(at("2026-01-04T00:00Z")).orElseThrow().who()).isEqualTo("bob");
    }

    @Test
    void tellsMistakes() {
        String rest = ", hand-over: mon 09:00, starts: 2026-01-05";
        assertProblem("{people: []" + rest + "}", "nobody is in the rota");
        assertProblem(
                "{people: [ada, eve]" + rest + "}", "the person \"eve\" is not defined; known here: ada, bob, cyd");
        assertProblem("{people: ada}", "\"hand-over\" is missing", "\"starts\" is missing");
        assertProblem("{people: ada, hand-over: '09:00', starts: 2026-01-05}", "\"hand-over\" is \"09:00\"");
        assertProblem("{people: ada, hand-over: mon-tue 09:00, starts: 2026-01-05}", "\"hand-over\" is \"mon-tue");
        assertProblem("{people: ada, hand-over: mon 9am, starts: 2026-01-05}", "\"hand-over\" is \"mon 9am\"");
        assertProblem("{people: ada, hand-over: mon 09:00, starts: 5.1.2026}", "\"starts\" is \"5.1.2026\"");
        assertProblem(
                "{people: ada, hand-over: mon 09:00, starts: 2026-01-06}",
                "\"starts\" is a Tuesday, but hand-over is on Monday; write 2026-01-12, or change hand-over");
        assertProblem("{people: ada, every: 0d" + rest + "}", "\"every\" is \"0d\"");
        assertProblem("{people: ada, every: 12h" + rest + "}", "\"every\" is \"12h\"");
        assertProblem("{people: ada, every: 3d" + rest + "}", "\"every\" is no number of weeks");
        assertProblem("{people: ada, zone: Mars" + rest + "}", "\"zone\" is \"Mars\"");
        assertProblem("{people: ada, person: bob" + rest + "}", "\"person\" is not known here");
    }

    @Test
    void tellsMistakesOfOverrides() {
        assertOverride("{from: 2026-01-01T00:00, to: 2026-01-02T00:00}", "\"who\" is missing");
        assertOverride("{who: eve, from: 2026-01-01T00:00, to: 2026-01-02T00:00}", "the person \"eve\" is not defined");
        assertOverride("{who: ada, from: noon, to: 2026-01-02T00:00}", "\"from\" is \"noon\"");
        assertOverride("{who: ada, from: 2026-01-02T00:00, to: 2026-01-02T00:00}", "\"to\" is not after from");
        assertOverride(
                "{who: ada, from: 2026-01-01T00:00, to: 2026-01-03T00:00},"
                        + " {who: bob, from: 2026-01-02T00:00, to: 2026-01-04T00:00}",
                "the override by \"bob\" overlaps that by \"ada\"");
    }

    private static void assertOverride(String override, String text) {
        assertProblem(WEEKLY + "overrides: [" + override + "]", text);
    }

    private static RotaReader reader() {
        return new RotaReader(BERLIN, Set.of("ada", "bob", "cyd"));
    }

    private static Rota read(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        Optional<Rota> rota = reader().read("ops", parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return rota.orElseThrow();
    }

    private static void assertProblem(String yaml, String... texts) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(reader().read("ops", parsed.root())).isNotNull();
        List<String> messages = parsed.messages();
        assertThat(messages).as(yaml).hasSize(texts.length);
        assertThat(String.join("\n", messages)).contains(texts);
    }
}
