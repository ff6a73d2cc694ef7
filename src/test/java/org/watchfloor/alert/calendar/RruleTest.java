package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.watchfloor.alert.calendar.Windows.BERLIN;
import static org.watchfloor.alert.calendar.Windows.rrule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrence rules as texts: the same from near and from far, and refused with a reason. */
class RruleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY",
                "FREQ=YEARLY;INTERVAL=3",
                "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                "FREQ=YEARLY;BYDAY=20MO,-2FR",
                "FREQ=YEARLY;BYWEEKNO=1,53",
                "FREQ=YEARLY;BYWEEKNO=1,20,52;BYDAY=MO,SU",
                "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=1,100,-1",
                "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR",
                "FREQ=MONTHLY;INTERVAL=5",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;INTERVAL=7;BYDAY=2TU,-1SA",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=MO",
                "FREQ=WEEKLY;INTERVAL=2;BYMONTH=1,7",
                "FREQ=DAILY;INTERVAL=11;BYMONTH=2",
                "FREQ=DAILY;BYDAY=MO;BYHOUR=4,20;BYMINUTE=15",
                "FREQ=HOURLY;INTERVAL=25;BYDAY=SA"
            })
    void isTheSameFromNearAndFar(String text) {
        Random random = new Random(7);
        for (String start : List.of("1972-02-29T10:30", "1980-12-31T23:00", "1999-01-01T00:00")) {
            Rrule rule = rrule(text, start, BERLIN);
            List<LocalDateTime> walked = taken(rule.starts(rule.start()), LocalDateTime.of(2060, 1, 1, 0, 0));
            assertThat(walked).as(text).isSorted().hasSizeGreaterThan(5);
            for (int i = 0; i < 40; i++) {
                LocalDateTime from = LocalDateTime.of(1971, 1, 1, 0, 0).plusMinutes(random.nextInt(45_000_000));
                assertThat(taken(rule.starts(from), LocalDateTime.of(2060, 1, 1, 0, 0)))
                        .as("%s from %s", rule, from)
                        .isEqualTo(walked.stream()
                                .filter(time -> !time.isBefore(from))
                                .toList());
            }
        }
    }

    private static List<LocalDateTime> taken(Iterator<LocalDateTime> starts, LocalDateTime end) {
        List<LocalDateTime> taken = new ArrayList<>();
        while (starts.hasNext()) {
            LocalDateTime next = starts.next();
            if (!next.isBefore(end)) {
                break;
            }
            taken.add(next);
        }
        return taken;
    }

    @Test
    void countsFromTheStartOnlyIfItMatches() {
        Rrule rule = rrule("FREQ=WEEKLY;BYDAY=FR", "2026-01-01T22:00", BERLIN);

        assertThat(rule.starts(rule.start()).next()).isEqualTo(LocalDateTime.parse("2026-01-02T22:00"));
    }

    @Test
    void equalsAnotherOfTheSameTextStartAndZone() {
        Rrule rule = rrule("FREQ=DAILY", "2026-01-01T22:00", BERLIN);

        assertThat(rule)
                .isEqualTo(rrule("FREQ=DAILY", "2026-01-01T22:00", BERLIN))
                .hasSameHashCodeAs(rrule("FREQ=DAILY", "2026-01-01T22:00", BERLIN))
                .isNotEqualTo(rrule("FREQ=DAILY", "2026-01-01T23:00", BERLIN));
    }

    @Test
    void tellsWhyARuleIsRefused() {
        assertRefused("", "not NAME=VALUE");
        assertRefused("every friday", "is not a recurrence rule");
        assertRefused("RRULE:FREQ=DAILY", "is not a recurrence rule");
        assertRefused("FREQ=DAILY;FREQ=DAILY", "FREQ is given twice");
        assertRefused("FREQ=FORTNIGHTLY", "is not a recurrence rule");
        assertRefused("FREQ=DAILY;BYHOUR=25", "is not a recurrence rule");
        assertRefused("FREQ=DAILY;BYFOO=1", "is not a recurrence rule");
        assertRefused("FREQ=DAILY;INTERVAL=0", "is not a recurrence rule");
        assertRefused("FREQ=WEEKLY;BYDAY=1MO", "is not a recurrence rule");
        assertRefused("FREQ=SECONDLY", "is SECONDLY");
        assertRefused("FREQ=DAILY;INTERVAL=100001", "INTERVAL above 100000");
        assertRefused("FREQ=DAILY;COUNT=10001", "COUNT above 10000");
        assertRefused("FREQ=DAILY;COUNT=3;UNTIL=20270101", "COUNT and UNTIL");
        assertRefused("FREQ=DAILY;UNTIL=soon", "UNTIL \"SOON\"");
        assertRefused("FREQ=DAILY;UNTIL=20270231", "UNTIL \"20270231\"");
        assertRefused("FREQ=DAILY;UNTIL=20251231", "ends before it begins");
        assertRefused("FREQ=DAILY;BYHOUR=8,12;BYSETPOS=1", "BYSETPOS and several times a day");
        assertRefused("FREQ=MINUTELY;BYSECOND=0,30", "more than 1440 times a day");
        assertRefused("FREQ=HOURLY;BYYEARDAY=1", "BYYEARDAY");
        assertRefused("RSCALE=CHINESE;FREQ=YEARLY", "RSCALE");
        assertRefused("FREQ=DAILY;BYDAY=" + "MO,".repeat(400) + "MO", "more than 1000");
    }

    @Test
    void refusesARuleThatNeverBegins() {
        assertRefused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never begins");
        assertRefused("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "never begins");
        assertRefused("FREQ=HOURLY;INTERVAL=24;BYHOUR=3", "never begins");
        assertRefused("FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3", "never begins");
    }

    @Test
    void survivesRandomTexts() {
        Random random = new Random(42);
        List<String> words = List.of(
                "FREQ=",
                "DAILY",
                "YEARLY",
                "MINUTELY",
                ";",
                ";BYDAY=",
                "MO",
                "-1FR",
                ",",
                "BYMONTHDAY=",
                "31",
                "-",
                ";INTERVAL=",
                "99999",
                ";COUNT=",
                "9999",
                ";UNTIL=",
                "20270101",
                ";BYSETPOS=",
                ";BYWEEKNO=",
                "53",
                "0",
                ";BYYEARDAY=",
                "366",
                ";BYMONTH=",
                "2",
                ";WKST=",
                "SU",
                "=",
                "é",
                ";BYHOUR=",
                ";BYMINUTE=");
        int followed = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "FREQ=MONTHLY");
            random.ints(1 + random.nextInt(6), 0, words.size()).forEach(index -> text.append(words.get(index)));
            try {
                Rrule rule = Rrule.of(text.toString(), LocalDateTime.of(2026, 1, 31, 9, 0), BERLIN);
                assertThat(rule.starts(rule.start()).hasNext()).isTrue();
                followed++;
            } catch (BadRecurrence e) {
                assertThat(e.what()).isNotBlank();
                assertThat(e.mend()).isNotBlank();
            }
        }
        assertThat(followed).isPositive();
    }

    private static void assertRefused(String text, String why) {
        LocalDateTime start = LocalDateTime.parse("2026-01-01T22:00");
        BadRecurrence refused = catchThrowableOfType(BadRecurrence.class, () -> Rrule.of(text, start, BERLIN));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.what()).contains(why);
        assertThat(refused.mend()).isNotBlank();
    }
}
