package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.EntryText.Result;

class EntryTextTest {
    private static final String RULE = """
            when: latency > 500ms
            on:
              hosts: ["web-*", 'edge']
            levels: { critical: latency > 5s }""";

    @Test
    void writesWhatItReadsOneKeyALine() {
        Written.Keys keys = keys(RULE);

        assertThat(EntryText.of(keys)).isEqualTo("""
                when: latency > 500ms
                on:
                  hosts:
                    - web-*
                    - edge
                levels:
                  critical: latency > 5s""");
        assertThat(keys(EntryText.of(keys))).isEqualTo(keys);
        assertThat(EntryText.of(Duration.ofMinutes(90)).text()).isEqualTo("1h30m");
    }

    @Test
    void findsWhereAPathStands() {
        assertThat(EntryText.placeOf(RULE, "when", OptionalInt.of(8))).hasValue(new Place("draft", 1, 15));
        assertThat(EntryText.placeOf(RULE, "on.hosts[1]", OptionalInt.of(0))).hasValue(new Place("draft", 3, 21));
        assertThat(EntryText.placeOf(RULE, "levels.critical", OptionalInt.empty()))
                .hasValue(new Place("draft", 4, 11));
        assertThat(EntryText.placeOf(RULE, "severity", OptionalInt.empty())).isEmpty();
    }

    @Test
    void saysWhereATextIsNoYamlOrNoKeys() {
        assertThat(problems("when: [").getFirst().what()).startsWith("this is not YAML");
        assertThat(problems("- when").getFirst().what()).isEqualTo("this is a list, not keys with values");
        assertThat(EntryText.read(" \n")).isEqualTo(new Result.Read(Written.Keys.NONE));
    }

    private static Written.Keys keys(String text) {
        return ((Result.Read) EntryText.read(text)).keys();
    }

    private static List<ConfigProblem> problems(String text) {
        return ((Result.Rejected) EntryText.read(text)).problems();
    }
}
