package org.watchfloor.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.Place;
import org.watchfloor.engine.backtest.NormalRange;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/** What is said of rules by what came of them in 30 days. */
class HygieneTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(30));
    private static final CheckId FRONT = CheckId.parse("web-1/front");

    private final List<AlertRule> rules = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, Set<CheckId>> covered = new HashMap<>();
    private final Map<String, NormalRange> normal = new HashMap<>();

    @Test
    void aRuleThatFiresAFewTimesAndIsActedUponIsFine() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 6, Duration.ofMinutes(5), true);

        assertThat(findings()).isEmpty();
    }

    @Test
    void noisyIsWhatFiresMoreThanTwiceInTwelveHours() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 150, Duration.ofMinutes(4), true);

        assertThat(findings())
                .containsExactly(new Finding(
                        "slow",
                        Finding.Kind.NOISY,
                        "it fired 150 times in 30 days, 5.0 times a day; none met an incident",
                        new Remedy.Hold(Duration.ofMinutes(5), "Wait 5 minutes before it fires")));
    }

    @Test
    void whatIsNoisyGetsALimitBeyondTheNormalIfThatIsKnown() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 150, Duration.ofMinutes(4), true);
        normal.put("slow", range(300, 620, 0));

        assertThat(findings())
                .containsExactly(new Finding(
                        "slow",
                        Finding.Kind.NOISY,
                        "it fired 150 times in 30 days, 5.0 times a day; none met an incident",
                        new Remedy.Limit("latency > 620ms", "Raise the limit to 620 ms")));
    }

    @Test
    void whatMeetsIncidentsIsNoNoise() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 150, Duration.ofMinutes(4), true);
        incident(FROM, NOW);

        assertThat(findings()).isEmpty();
    }

    @Test
    void deadIsWhatHasNotFiredOrLooksAtNothing() {
        rule("old", "{ when: latency > 500s }");
        rule("lost", "{ when: latency > 500ms, on: { hosts: [nobody] } }");
        covered.put("lost", Set.of());

        assertThat(findings())
                .containsExactly(
                        new Finding(
                                "old",
                                Finding.Kind.DEAD,
                                "it has not fired in 30 days, over 1 check",
                                new Remedy.SwitchOff("Switch it off")),
                        new Finding(
                                "lost",
                                Finding.Kind.DEAD,
                                "it looks at no check: nothing fits what it is on",
                                new Remedy.SwitchOff("Switch it off")));
    }

    @Test
    void aRuleThatIsSwitchedOffIsNoTrouble() {
        rule("old", "{ when: latency > 500s, enabled: false }");

        assertThat(findings()).isEmpty();
    }

    @Test
    void neverActedUponIsWhatNobodyAcknowledges() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 6, Duration.ofMinutes(5), false);

        assertThat(findings())
                .containsExactly(new Finding(
                        "slow",
                        Finding.Kind.NEVER_ACTED_UPON,
                        "it fired 6 times in 30 days, and nobody acknowledged or shelved it once; none met an incident",
                        new Remedy.Lower(Severity.INFO, "Make it P5, for information")));
    }

    @Test
    void duplicateIsTheSameConditionOverTheSameChecks() {
        rule("slow", "{ when: latency > 500ms }");
        rule("sluggish", "{ when: 'latency  >  500ms', for: 2m }");
        fires("slow", 1, Duration.ofMinutes(5), true);
        fires("sluggish", 1, Duration.ofMinutes(3), true);

        assertThat(findings())
                .containsExactly(new Finding(
                        "sluggish",
                        Finding.Kind.DUPLICATE,
                        "it has the condition of slow and looks at the same checks",
                        new Remedy.Merge("slow", "Remove it; slow stays")));
    }

    @Test
    void duplicateIsWhatAlwaysFiresTogether() {
        rule("slow", "{ when: latency > 500ms }");
        rule("busy", "{ when: cpu.used_percent > 90 }");
        fires("slow", 8, Duration.ofMinutes(5), true);
        fires("busy", 8, Duration.ofMinutes(3), true);

        assertThat(findings())
                .containsExactly(new Finding(
                        "busy",
                        Finding.Kind.DUPLICATE,
                        "100 % of its firings came within a minute of one of slow",
                        new Remedy.Merge("slow", "Remove it; slow stays")));
    }

    @Test
    void longSilencedIsWhatNobodyHasHeardForWeeks() {
        rule("slow", "{ when: latency > 500ms }");
        fires("slow", 4, Duration.ofMinutes(5), true);
        silences.add(new Silence(
                "cable",
                new Matchers(List.of(Matcher.equal("host", "web-1"))),
                FROM.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(100)),
                "mara",
                "cable",
                new Place("site.yaml", 1, 1)));

        assertThat(findings())
                .containsExactly(new Finding(
                        "slow",
                        Finding.Kind.LONG_SILENCED,
                        "the silence cable of mara has held for 31 days; all 4 firings meanwhile fell to it",
                        new Remedy.EndSilence("cable", "End the silence cable")));
    }

    @Test
    void insideTheNormalRangeIsALimitThatIsCrossedWhileNothingIsWrong() {
        rule("slow", "{ when: latency > 500ms and state == UP }");
        fires("slow", 1, Duration.ofMinutes(5), true);
        normal.put("slow", range(300, 700, 5));

        assertThat(findings())
                .containsExactly(new Finding(
                        "slow",
                        Finding.Kind.INSIDE_NORMAL,
                        "latency lies beyond 500 ms in 5 % of the time without an incident",
                        new Remedy.Limit("latency > 700ms and state == UP", "Raise the limit to 700 ms")));
    }

    private List<Finding> findings() {
        AlertPolicy none = AlertPolicy.NONE;
        AlertPolicy policy = new AlertPolicy(
                rules,
                silences,
                List.of(),
                List.of(),
                none.routing(),
                none.receivers(),
                none.people(),
                none.rotas(),
                none.intervals());
        return Hygiene.findings(new Evidence(FROM, NOW, policy, alerts, incidents, covered, normal));
    }

    private void rule(String id, String yaml) {
        switch (RuleDraft.read(id, yaml)) {
            case RuleDraft.Result.Read(AlertRule rule) -> rules.add(rule);
            case RuleDraft.Result.Rejected rejected -> throw new AssertionError(rejected.toString());
        }
        covered.put(id, Set.of(FRONT));
    }

    private void fires(String rule, int times, Duration length, boolean isAcknowledged) {
        for (int index = 0; index < times; index++) {
            Instant at = FROM.plus(Duration.ofDays(30).multipliedBy(index).dividedBy(times));
            Alert alert = new Alert(
                    new AlertId(alerts.size() + 1L),
                    rule,
                    Subject.of(FRONT),
                    Labels.of(Map.of("rule", rule, "host", "web-1", "check", "front")),
                    Severity.MEDIUM,
                    at,
                    Optional.of(at),
                    Optional.of(at.plus(length)),
                    new Alert.Said("", "", "", "", ""),
                    isAcknowledged
                            ? Optional.of(new Alert.Ack(new Actor("mara"), at, "", Optional.empty()))
                            : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>());
            alerts.add(alert);
        }
    }

    private void incident(Instant from, Instant to) {
        incidents.add(new Incident(
                new IncidentId(1), FRONT.host(), from, from, Optional.empty(), Optional.of(to), Set.of(FRONT), "down"));
    }

    /** A thousand values that are the usual one, but for a share of one in a hundred and the five highest. */
    private static NormalRange range(double usual, double highest, int percent) {
        return new NormalRange(IntStream.range(0, 1_000)
                .mapToDouble(index -> index < 5 + 10 * percent - (percent > 0 ? 5 : 0) ? highest : usual)
                .toArray());
    }
}
