package org.watchfloor.notify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.Notices.TEXT;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Notices;

/** What people read. */
class NoticeTextTest {
    @Test
    void saysInOneLineWhatIsWrong() {
        assertThat(TEXT.title(Notices.firing())).isEqualTo("[P1] web-1/front is down: connection refused");
        assertThat(TEXT.title(Notices.resolved()))
                .isEqualTo("[P1] RESOLVED after 12 min: web-1/front is down: connection refused");
        assertThat(TEXT.title(Notices.acknowledged())).startsWith("[P1] ACKNOWLEDGED: web-1/front");
        assertThat(TEXT.title(Notices.of(Notice.Kind.TEST))).isEqualTo("TEST of the channel ops");
    }

    @Test
    void countsWhatItDoesNotName() {
        Notice two = Notices.of(Notice.Kind.FIRING, Notices.item("a"), Notices.item("b"));

        assertThat(TEXT.title(Notices.with(two, 1, 3, ""))).isEqualTo("[P1] a (and 4 more)");
        assertThat(TEXT.lines(Notices.with(two, 1, 3, ""))).endsWith("… and 3 more");
    }

    @Test
    void doesNotCallOverWhatStillFires() {
        Notice.Item over = Notices.ended();
        Notice.Item other = new Notice.Item(
                over.alert(),
                Severity.HIGH,
                over.labels(),
                "web-2 is slow",
                "",
                "",
                "",
                "",
                Notices.START.minusSeconds(7_200),
                Optional.empty(),
                Optional.empty());

        assertThat(TEXT.title(Notices.of(Notice.Kind.RESOLVED, over, other)))
                .isEqualTo("[P2] RESOLVED after 12 min: web-1/front is down: connection refused"
                        + " (and 1 more, still firing)");
        assertThat(TEXT.headline(Notices.of(Notice.Kind.RESOLVED, over, over, other)))
                .endsWith("(and 2 more, 1 still firing)");
        assertThat(TEXT.headline(Notices.of(Notice.Kind.RESOLVED, over, over))).endsWith("(and 1 more)");
    }

    @Test
    void givesTimesWithZoneReasonsAndRunbook() {
        Notice.Item item = Notices.item("a is slow", Severity.LOW, Optional.empty(), Optional.of(new Actor("alice")));

        assertThat(TEXT.lines(Notices.with(Notices.of(Notice.Kind.ESCALATION, item), 1, 0, "nobody answered")))
                .containsExactly(
                        "nobody answered",
                        "",
                        "[P4] a is slow",
                        "  firing since 2026-01-05T10:00:00+01:00",
                        "  acknowledged by alice",
                        "  the shop is closed",
                        "  3 failures in a row",
                        "  TCP connect fails; last good 09:59",
                        "  runbook: " + Notices.RUNBOOK,
                        "  check=\"front\", group=\"web\", host=\"web-1\", rule=\"down\"");
        assertThat(TEXT.lines(Notices.resolved()))
                .contains("  resolved 2026-01-05T10:12:00+01:00 after 12 min, since 2026-01-05T10:00:00+01:00");
    }

    @Test
    void keepsWithinItsLimits() {
        Notice odd = Notices.of(Notice.Kind.FIRING, Notices.item("a\r\nBcc: x\u2028" + "😀".repeat(2_000)));

        assertThat(TEXT.title(odd)).doesNotContain("\r", "\n", "\u2028").hasSizeLessThan(520);
        assertThat(TEXT.whole(odd, 100)).hasSizeLessThanOrEqualTo(100).endsWith("…");
        assertThat(Excerpt.cut("a😀b", 3)).isEqualTo("a…");
        assertThat(Excerpt.cut("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.line("\ud83d.", 9)).isEqualTo("?.");
    }

    @Test
    void tellsDurationsInTwoUnits() {
        assertThat(Span.of(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Span.of(Duration.ofMinutes(65))).isEqualTo("1 h 5 min");
        assertThat(Span.of(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(Span.of(Duration.ofHours(51))).isEqualTo("2 d 3 h");
        assertThat(Span.of(Duration.ofSeconds(-5))).isEqualTo("0 s");
    }
}
