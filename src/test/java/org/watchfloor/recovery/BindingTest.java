package org.watchfloor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.config.Site;

/** Values of parameters are judged before anything is done with them, and never repeated. */
class BindingTest {
    private static final String BOOK = """
            runbooks:
              mend:
                for: { hosts: '*' }
                parameters:
                  unit: {}
                  name: { pattern: '-?[a-z]+', default: x }
                  count: { type: number, min: -5, max: 5, default: 1 }
                  mode: { type: choice, choices: [soft, hard], default: soft }
                  spare: { type: host, default: web-2 }
                  pause: { type: duration, min: 10, max: 60, default: 30s }
                  note: { required: false }
                steps: [ { wait: {} } ]
                proof: { none: example }
            """;

    @TempDir
    private Path directory;

    @Test
    void bindsDefaultsAddressesAndEmptyTexts() {
        assertThat(bind(Map.of("unit", "nginx")))
                .isInstanceOfSatisfying(
                        Binding.Bound.class,
                        bound -> assertThat(bound.values().texts())
                                .containsEntry("unit", "nginx")
                                .containsEntry("count", "1")
                                .containsEntry("spare.address", "192.0.2.2")
                                .containsEntry("note", "")
                                .doesNotContainKey("host"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit | '' | the parameter \"unit\" has no value; give text up to 200 characters",
                "unit | -f | the parameter \"unit\" begins with a hyphen, which commands take for an option;"
                        + " give text up to 200 characters",
                "name | A | the parameter \"name\" does not match -?[a-z]+; give text up to 200 characters that matches"
                        + " -?[a-z]+",
                "count | 6 | the parameter \"count\" is not from -5 to 5; give number from -5 to 5",
                "count | 0x1 | the parameter \"count\" is not a number such as 14 or 0.5; give number from -5 to 5",
                "count | 1e3 | the parameter \"count\" is not a number such as 14 or 0.5; give number from -5 to 5",
                "mode | medium | the parameter \"mode\" is none of soft, hard; give soft, hard",
                "spare | web-3 | the parameter \"spare\" is no host of the configuration; give a host",
                "pause | 61s | the parameter \"pause\" is not from 10s to 1m; give length of time from 10s to 1m",
                "pause | PT30S | the parameter \"pause\" is not a length of time such as 90s or 1h30m;"
                        + " give length of time from 10s to 1m",
                "untit | x | the runbook has no parameter \"untit\"; it has unit, name, count, mode, spare, pause, note",
            })
    void saysWhatIsWrong(String name, String value, String fault) {
        Map<String, String> given = new HashMap<>(Map.of("unit", "nginx"));
        given.put(name, value);

        assertThat(bind(given)).isEqualTo(new Binding.Refused(List.of(fault)));
    }

    static List<String> hostile() {
        return List.of("a\nb", "a\0b", "a\rb", "\u001b[2J", "a\u2028b", "\ud800", "x".repeat(201), "x".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesOneLineOfReasonableLength(String value) {
        assertThat(bind(Map.of("unit", value)))
                .isInstanceOfSatisfying(
                        Binding.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .asString()
                                .doesNotContain(value));
    }

    private Binding bind(Map<String, String> given) {
        Site site = Books.site(directory, BOOK);
        Runbook runbook = site.section(Runbooks.class).orElseThrow().all().getFirst();
        return Binding.of(runbook, site, Optional.empty(), given);
    }
}
