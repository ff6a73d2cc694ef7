package org.watchfloor.alert.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.Severity;

/** What becomes of an alert of a stranger before anything is decided about it. */
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "CRITICAL, CRITICAL",
        "page, CRITICAL",
        "disaster, CRITICAL",
        "emergency, CRITICAL",
        "high, HIGH",
        "error, HIGH",
        "severe, HIGH",
        "warning, MEDIUM",
        "average, MEDIUM",
        "moderate, MEDIUM",
        "'', MEDIUM",
        "sehr schlimm, MEDIUM",
        "minor, LOW",
        "low, LOW",
        "info, INFO",
        "none, INFO"
    })
    void knowsTheWordsOfOthersForASeverity(String word, Severity severity) throws NotTaken {
        assertThat(taken(Map.of("alertname", "Slow", "severity", word)).severity())
                .isEqualTo(severity);
    }

    @Test
    void isKnownByItsNameAndItsOtherLabels() throws NotTaken {
        OutsideAlert alert = taken(Map.of("alertname", "Slow", "instance", "api-1:9100", "severity", "low"));

        assertThat(alert.rule()).isEqualTo("Slow");
        assertThat(alert.subject()).hasToString("instance=\"api-1:9100\", severity=\"low\"");
        assertThat(alert.said().summary()).isEqualTo("Slow of instance=api-1:9100, severity=low");
        assertThat(alert.said().explanation()).isEqualTo("reported by test, raised by http://prom:9090/graph");
    }

    @Test
    void longNamesAreCutForPeopleButStayApart() throws NotTaken {
        String name = "x".repeat(900);
        OutsideAlert one = taken(Map.of("alertname", name + "1", "a", name + "1"));
        OutsideAlert other = taken(Map.of("alertname", name + "2", "a", name + "2"));

        assertThat(one.rule()).hasSizeLessThanOrEqualTo(200).isNotEqualTo(other.rule());
        assertThat(one.subject().id())
                .hasSizeLessThanOrEqualTo(300)
                .isNotEqualTo(other.subject().id());
    }

    @Test
    void textsAreCleanedAndCutAndNoneIsLost() throws NotTaken {
        OutsideAlert alert = new Report(
                        Map.of("alertname", "Slow", "odd", "a\nb\u0000\u202Ec\uD800"),
                        Map.of(
                                "summary", "first\r\nFORGED log line" + "y".repeat(9_000),
                                "description", "line one\nline two",
                                "dashboard", "https://grafana/d/1",
                                "runbook_url", "javascript:alert(1)"),
                        Optional.empty(),
                        Optional.empty(),
                        "file:///etc/passwd")
                .taken(Feed.POSTS, "test");

        assertThat(alert.labels().get("odd")).isEqualTo("a b \uFFFDc\uFFFD");
        assertThat(alert.said().summary())
                .hasSize(500)
                .startsWith("first  FORGED")
                .doesNotContain("\n");
        assertThat(alert.said().description())
                .isEqualTo("line one\nline two\ndashboard: https://grafana/d/1\nrunbook_url: javascript:alert(1)");
        assertThat(alert.said().runbook()).isEmpty();
        assertThat(alert.said().explanation()).isEqualTo("reported by test");
    }

    @Test
    void namesOfNewerProgramsAreWrittenAsOlderOnesDo() throws NotTaken {
        assertThat(taken(Map.of("k8s.pod", "a", "9lives", "b")).labels().values())
                .containsExactly(Map.entry("_9lives", "b"), Map.entry("k8s_pod", "a"));
    }

    @Test
    void labelsThatAreNoIdentityAreNotTaken() {
        Map<String, String> many =
                IntStream.range(0, 65).boxed().collect(Collectors.toMap(number -> "l" + number, number -> "v"));

        assertNotTaken(Map.of(), "has no labels");
        assertNotTaken(Map.of("alertname", ""), "has no labels");
        assertNotTaken(Map.of("", "x"), "a label whose name is empty");
        assertNotTaken(Map.of("n".repeat(101), "x"), "a label whose name is empty or longer than 100");
        assertNotTaken(Map.of("a", "v".repeat(1_001)), "a label whose value is longer than 1000");
        assertNotTaken(many, "more than 64 labels");
        assertNotTaken(Map.of("a.b", "1", "a_b", "2"), "two labels whose names differ only");
        Map<String, String> large = new HashMap<>();
        IntStream.range(0, 5).forEach(number -> large.put("l" + number, "v".repeat(900)));
        assertNotTaken(large, "more than 4000 characters together");
    }

    @Test
    void anAlertThatEndsBeforeItBeginsIsNotTaken() {
        Report report = new Report(Map.of("a", "b"), Map.of(), Optional.of(NOW), Optional.of(NOW.minusSeconds(1)), "");

        assertThatThrownBy(() -> report.taken(Feed.POSTS, "test")).hasMessage("ends before it begins");
    }

    @Test
    void timesFarAwayAreBroughtNear() throws NotTaken {
        OutsideAlert alert = new Report(
                        Map.of("a", "b"), Map.of(), Optional.of(Instant.MIN), Optional.of(Instant.MAX), "")
                .taken(Feed.POSTS, "test");

        assertThat(alert.since(NOW)).isEqualTo(NOW);
        assertThat(alert.isOver(NOW)).isFalse();
        assertThat(alert.lastsUntil(OutsidePolicy.DEFAULT, NOW)).isEqualTo(NOW.plusSeconds(60L * 24 * 3600));
    }

    private static void assertNotTaken(Map<String, String> labels, String why) {
        assertThatThrownBy(() -> taken(labels)).isInstanceOf(NotTaken.class).hasMessageContaining(why);
    }

    private static OutsideAlert taken(Map<String, String> labels) throws NotTaken {
        return new Report(labels, Map.of(), Optional.empty(), Optional.empty(), "http://prom:9090/graph")
                .taken(Feed.POSTS, "test");
    }
}
