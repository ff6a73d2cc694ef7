package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Labels;

class MatcherTest {
    private static final String ODD = "a\\b \"c\" {d}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=web-1",
                "host!=\"a b\"",
                "path=\"C:\\\\logs\"",
                "say=\"\\\"hi\\\"\"",
                "host=~\"web-\\d+\"",
                "say!~\"\\\"x.*\""
            })
    void isTheSameWhenItIsWrittenAndReadAgain(String text) {
        Matcher matcher = Matcher.parse(text).orElseThrow();

        Matcher again = Matcher.parse(matcher.toString()).orElseThrow();

        assertThat(again).isEqualTo(matcher);
        assertThat(again.toString()).isEqualTo(matcher.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {ODD, "\\", "\"", ""})
    void findsTheValueThatItWasMadeOfAfterThat(String value) {
        Matcher again = Matcher.parse(Matcher.equal("say", value).toString()).orElseThrow();

        assertThat(again.matches(Labels.of(Map.of("say", value)))).isTrue();
    }
}
