package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhenTextTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void readsALocalDateAndTime() {
        assertThat(WhenText.parse(" 2026-11-21 09:30 ", BERLIN, NOW)).contains(Instant.parse("2026-11-21T08:30:00Z"));
    }

    @Test
    void takesATimeOfDayForTheNextOne() {
        assertThat(WhenText.parse("18:00", BERLIN, NOW)).contains(Instant.parse("2026-11-20T17:00:00Z"));
        assertThat(WhenText.parse("09:00", BERLIN, NOW)).contains(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void readsNothingElse() {
        assertThat(WhenText.parse("soon", BERLIN, NOW)).isEmpty();
        assertThat(WhenText.parse("", BERLIN, NOW)).isEmpty();
        assertThat(WhenText.parse("2026-02-30 10:00", BERLIN, NOW)).isEmpty();
    }
}
