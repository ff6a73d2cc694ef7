package org.watchfloor.notify.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.TestChannels;

/** Pop-ups: what they say and when they are heard. */
class DesktopNotifierTest {
    private static final LocalTime NOON = LocalTime.NOON;

    private final List<Popup> shown = new ArrayList<>();
    private final DesktopNotifierType type = at("2026-01-05T12:00:00Z");

    @Test
    void popsUp() throws Exception {
        Delivery delivery = send(open(type, "repeat-until-noticed: 30s"), Notices.firing());

        assertThat(delivery).isEqualTo(Delivery.Accepted.PLAIN);
        Popup popup = shown.getFirst();
        assertThat(popup.title()).isEqualTo("web-1/front is down: connection refused");
        assertThat(popup.sound()).isTrue();
        assertThat(popup.speech()).isFalse();
        assertThat(popup.repeat()).contains(Duration.ofSeconds(30));
    }

    @Test
    void isRefusedWithoutAScreen() throws Exception {
        DesktopNotifierType screenless =
                new DesktopNotifierType(Desk.NONE, Notices.TEXT, TestChannels.CLOCK, ZoneOffset.UTC);

        assertThat(refused(send(open(screenless, "{}"), Notices.firing())).why())
                .isEqualTo("this Watchfloor has no screen to show it on");
    }

    @Test
    void keepsQuietByTheWallClockOfTheConsole() throws Exception {
        String nights = "quiet-hours: 22:00-07:00";
        send(open(at("2026-01-05T21:30:00Z"), nights), Notices.firing()); // 22:30 in Berlin
        send(open(at("2026-07-05T05:30:00Z"), nights), Notices.firing()); // 07:30 in Berlin

        assertThat(shown.stream().map(Popup::sound)).containsExactly(false, true);
    }

    @Test
    void knowsHoursOverMidnightAndWithin() {
        QuietHours night = QuietHours.parse("22:00-07:00").orElseThrow();
        assertThat(night.cover(LocalTime.of(22, 0))).isTrue();
        assertThat(night.cover(LocalTime.MIDNIGHT)).isTrue();
        assertThat(night.cover(LocalTime.of(6, 59))).isTrue();
        assertThat(night.cover(LocalTime.of(7, 0))).isFalse();
        assertThat(night.cover(NOON)).isFalse();
        QuietHours lunch = QuietHours.parse("12:00 - 13:00").orElseThrow();
        assertThat(lunch.cover(NOON)).isTrue();
        assertThat(lunch.cover(LocalTime.of(13, 0))).isFalse();
        assertThat(lunch.cover(LocalTime.MIDNIGHT)).isFalse();
    }

    @Test
    void isHeardForItsSeveritiesOnly() {
        DesktopChannel critical = TestChannels.read(type, "severities: [critical, high]");
        Notice.Item low = Notices.item("a", Severity.LOW, Optional.empty(), Optional.empty());

        assertThat(Loudness.of(Notices.firing(), critical, NOON).sound()).isTrue();
        assertThat(Loudness.of(Notices.of(Notice.Kind.FIRING, low), critical, NOON)
                        .sound())
                .isFalse();
    }

    @Test
    void doesNotNagAboutWhatIsOverOrTaken() {
        DesktopChannel nagging = TestChannels.read(type, "{repeat-until-noticed: 1m, speech: true}");

        assertThat(Loudness.of(Notices.firing(), nagging, NOON))
                .isEqualTo(new Loudness(true, true, Optional.of(Duration.ofMinutes(1))));
        assertThat(Loudness.of(Notices.resolved(), nagging, NOON))
                .isEqualTo(new Loudness(true, true, Optional.empty()));
        assertThat(Loudness.of(Notices.acknowledged(), nagging, NOON))
                .isEqualTo(new Loudness(false, false, Optional.empty()));
        assertThat(Loudness.of(Notices.firing(), TestChannels.read(type, "sound: false"), NOON)
                        .sound())
                .isFalse();
    }

    @Test
    void tellsMistakes() {
        assertProblem(type, "severities: [urgent]", "\"urgent\" is not a severity");
        assertProblem(type, "quiet-hours: 22-7", "is no part of a day");
        assertProblem(type, "quiet-hours: 25:00-07:00", "is no part of a day");
        assertProblem(type, "quiet-hours: 07:00-07:00", "is no part of a day");
        assertProblem(type, "repeat-until-noticed: 1s", "out of range");
    }

    private DesktopNotifierType at(String now) {
        Desk desk = (_, popup) -> shown.add(popup);
        return new DesktopNotifierType(
                desk, Notices.TEXT, InstantSource.fixed(Instant.parse(now)), ZoneId.of("Europe/Berlin"));
    }
}
