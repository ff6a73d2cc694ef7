package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalTextTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Formats BERLIN = new Formats(ZoneId.of("Europe/Berlin"));

    @Test
    void writesTimesOfAnyOffsetInTheZoneOfTheOperator() {
        assertThat(LocalText.of("until 2026-11-26T07:00:12Z", BERLIN, NOW)).isEqualTo("until 08:00:12 CET");
        assertThat(LocalText.of("until 2026-11-26T07:00:12+05:30, then", BERLIN, NOW))
                .isEqualTo("until 02:30:12 CET, then");
        assertThat(LocalText.of("since 2026-11-25T23:30:00-02:00", BERLIN, NOW)).isEqualTo("since 02:30:00 CET");
    }

    @Test
    void leavesWhatIsNoTime() {
        assertThat(LocalText.of("2026-13-41T07:00:12Z", BERLIN, NOW)).isEqualTo("2026-13-41T07:00:12Z");
        assertThat(LocalText.of("2026-11-26T07:00:12+99:00", BERLIN, NOW)).isEqualTo("2026-11-26T07:00:12+99:00");
        assertThat(LocalText.of("2026-11-26T07:00", BERLIN, NOW)).isEqualTo("2026-11-26T07:00");
    }
}
