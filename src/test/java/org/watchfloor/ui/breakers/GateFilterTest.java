package org.watchfloor.ui.breakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.ui.GateScenes;

class GateFilterTest {
    private static final GateLine DOWN = GateLine.of(
            GateScenes.DOWN, Objects.requireNonNull(GateScenes.present().get(GateScenes.DOWN)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true",
                "state:open | true",
                "STATE:Open,closed | true",
                "state:half_open | false",
                "-state:closed | true",
                "kind:host name:web-? | true",
                "kind:ssh | false",
                "eb-7 | true",
                "-web | false",
                "\"in a row\" | true",
                "state:*open kind:ch*,host | true"
            })
    void letsThroughWhatIsAskedFor(String text, boolean passes) {
        GateFilter filter = GateFilter.parse(text);

        assertThat(filter.problem()).isEmpty();
        assertThat(filter.matches(DOWN)).isEqualTo(passes);
        assertThat(GateFilter.parse(text.toUpperCase(Locale.ROOT)).matches(DOWN))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state:ajar", "kind:", "colour:red", "state:open,", "name:,x"})
    void saysWhatIsNotUnderstood(String text) {
        assertThat(GateFilter.parse(text).problem()).isNotEmpty();
    }

    @Test
    void takesAnythingForText() {
        assertThat(GateFilter.parse("\" - :: \\ * ((").problem()).isNotNull();
        assertThat(GateFilter.parse("x".repeat(501)).problem()).contains("at most 500");
    }
}
