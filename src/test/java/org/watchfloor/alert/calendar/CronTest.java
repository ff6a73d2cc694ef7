package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cron expressions: what they mean, and what is said about mistakes. */
class CronTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */20 4 * * *      | 2026-01-01T04:00 2026-01-01T04:20 2026-01-01T04:40 2026-01-02T04:00
                    5-20/5 0 * * *    | 2026-01-01T00:05 2026-01-01T00:10 2026-01-01T00:15 2026-01-01T00:20
                    0 22 * * FRI      | 2026-01-02T22:00 2026-01-09T22:00
                    0 22 * * 0        | 2026-01-04T22:00 2026-01-11T22:00
                    0 22 * * 7        | 2026-01-04T22:00 2026-01-11T22:00
                    0 22 * * sat,sun  | 2026-01-03T22:00 2026-01-04T22:00 2026-01-10T22:00
                    0 22 * * mon-wed  | 2026-01-05T22:00 2026-01-06T22:00 2026-01-07T22:00 2026-01-12T22:00
                    0 22 * * fri-sun  | 2026-01-02T22:00 2026-01-03T22:00 2026-01-04T22:00 2026-01-09T22:00
                    0 22 * * sun-mon  | 2026-01-04T22:00 2026-01-05T22:00 2026-01-11T22:00
                    0 22 */7 * sun    | 2026-02-01T22:00 2026-02-08T22:00 2026-02-15T22:00
                    0 0 1,15 feb *    | 2026-02-01T00:00 2026-02-15T00:00 2027-02-01T00:00
                    0 0 13 * fri      | 2026-01-02T00:00 2026-01-09T00:00 2026-01-13T00:00 2026-01-16T00:00
                    0 0 29 2 *        | 2028-02-29T00:00 2032-02-29T00:00
                    0 6 */10 * *      | 2026-01-01T06:00 2026-01-11T06:00 2026-01-21T06:00 2026-01-31T06:00
                    """)
    void means(String text, String expected) throws BadRecurrence {
        String[] times = expected.split(" ", -1);

        Iterator<LocalDateTime> starts = Cron.of(text).starts(LocalDateTime.of(2026, 1, 1, 0, 0));

        assertThat(IntStream.range(0, times.length)
                        .mapToObj(_ -> starts.next().toString())
                        .toList())
                .containsExactly(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60 * * * *",
                "* 24 * * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "x * * * *",
                "5-1 * * * *",
                "*/0 * * * *",
                "1,,2 * * * *",
                "* * L * *",
                "* * * * fri#2",
                "* * ? * *",
                "- - - - -"
            })
    void refusesWhatIsNone(String text) {
        assertThat(refusal(text).what()).startsWith("is not a cron expression");
    }

    @Test
    void tellsTheNumberOfFields() {
        assertThat(refusal("0 0 * * * *").what()).isEqualTo("has 6 fields, not five fields");
        assertThat(refusal("@daily").what()).isEqualTo("has 1 fields, not five fields");
        assertThat(refusal("* ".repeat(500)).what()).isEqualTo("has 1000 characters, not five fields");
    }

    @Test
    void refusesDaysThatNoMonthHas() {
        assertThat(refusal("0 0 30 2 *").what()).startsWith("never begins");
        assertThat(refusal("0 0 31 4,6 *").what()).startsWith("never begins");
    }

    private static BadRecurrence refusal(String text) {
        BadRecurrence refused = catchThrowableOfType(BadRecurrence.class, () -> Cron.of(text));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.mend()).isNotBlank();
        return refused;
    }
}
