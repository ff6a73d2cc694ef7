package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant AT = Instant.parse("2026-11-20T23:30:05Z");

    private final Formats formats = new Formats(ZoneId.of("Europe/Berlin"));

    @Test
    void timesAreLocalAndCarryTheirZone() {
        assertThat(formats.moment(AT)).isEqualTo("2026-11-21 00:30:05 CET");
    }

    @Test
    void theDayIsLeftOutToday() {
        assertThat(formats.moment(AT, AT.plusSeconds(3_600))).isEqualTo("00:30:05 CET");
        assertThat(formats.moment(AT, AT.minusSeconds(3_600))).isEqualTo("2026-11-21 00:30:05 CET");
    }

    @Test
    void sameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(formats.moment(AT)).isEqualTo("2026-11-21 00:30:05 CET");
            assertThat(Formats.number(1_234_567)).isEqualTo("1,234,567");
            assertThat(Formats.millis(3.25)).isEqualTo("3.3 ms");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "820,820 ms",
        "42000,42 s",
        "250000,4 min 10 s",
        "240000,4 min",
        "7500000,2 h 5 min",
        "273600000,3 d 4 h"
    })
    void durationsHaveTheirTwoGreatestUnits(long millis, String text) {
        assertThat(Formats.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"999,999 B", "640000,640 kB", "1500000,1.5 MB", "214000000,214 MB", "1200000000,1.2 GB"})
    void bytesArePowersOfTen(long bytes, String text) {
        assertThat(Formats.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void aShareIsNeverRoundedUpToTheWhole() {
        assertThat(Formats.percent(0.999999)).isEqualTo("99.99 %");
        assertThat(Formats.percent(1)).isEqualTo("100.00 %");
    }
}
