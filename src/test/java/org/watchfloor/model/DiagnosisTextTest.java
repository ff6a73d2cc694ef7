package org.watchfloor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Rung.Standing;

/** How a diagnosis reads. */
class DiagnosisTextTest {
    private static final Instant AT = Instant.parse("2026-01-05T02:15:03.5Z");
    private static final Rung NAME =
            new Rung("name", Standing.OK, "web-1 is 10.0.0.9", Optional.of(Duration.ofMillis(3)), "");
    private static final Rung MOVED = new Rung(
            "name",
            Standing.CHANGED,
            "web-1 is 10.0.0.9",
            Optional.of(Duration.ofMillis(3)),
            "10.0.0.4 until 2026-01-05T02:14:00Z");
    private static final Rung REFUSED = new Rung(
            "TCP", Standing.BROKEN, "connection refused", Optional.of(Duration.ofNanos(9)), "connected in 2 ms");
    private static final Rung TLS = new Rung("TLS", Standing.NOT_REACHED, "", Optional.empty(), "");
    private static final Rung HTTP = new Rung("HTTP", Standing.NOT_REACHED, "", Optional.empty(), "");

    @Test
    void beginsWithTheBrokenRungAndEndsWithTheTimes() {
        Diagnosis diagnosis =
                new Diagnosis(AT, List.of(NAME, REFUSED, TLS, HTTP), Optional.of(AT.minusSeconds(63)), "");

        assertThat(diagnosis.text()).isEqualTo("""
                        broken at TCP: connection refused; last good: connected in 2 ms
                        – name ok: web-1 is 10.0.0.9, in 3 ms
                        – not reached: TLS, HTTP
                        – tried at 2026-01-05T02:15:03Z, last good at 2026-01-05T02:14:00Z""");
    }

    @Test
    void namesInItsFirstLineWhatIsNotAsItWas() {
        Diagnosis diagnosis = new Diagnosis(AT, List.of(MOVED, REFUSED), Optional.empty(), "");

        assertThat(diagnosis.headline())
                .isEqualTo(
                        "broken at TCP: connection refused; last good: connected in 2 ms"
                                + " – name changed: web-1 is 10.0.0.9, in 3 ms; last good: 10.0.0.4 until 2026-01-05T02:14:00Z");
        assertThat(diagnosis.text()).endsWith("– tried at 2026-01-05T02:15:03Z, no good look is known");
    }

    @Test
    void saysThatAllWorksAgainOrWhyNothingIsKnown() {
        assertThat(new Diagnosis(AT, List.of(NAME), Optional.empty(), "").headline())
                .isEqualTo("nothing is broken: all worked when it was tried");
        assertThat(Diagnosis.notMade(AT, "too many failures at once").text())
                .isEqualTo("not diagnosed: too many failures at once");
    }
}
