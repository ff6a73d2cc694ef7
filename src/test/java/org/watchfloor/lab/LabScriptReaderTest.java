package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.ConfigProblem;

/** What scripts may say, and what is said about those that are wrong. */
class LabScriptReaderTest {
    private static final List<LabTarget> TARGETS = List.of(
            new LabTarget("web-2", "front", OptionalInt.empty(), Set.of(Fault.REFUSE, Fault.ERROR_5XX, Fault.DOWN)),
            new LabTarget("db-1/ssh", "machine", OptionalInt.of(1), Set.of(Fault.HANGING_COMMAND)));

    @TempDir
    private Path directory;

    private final LabScriptReader reader = new LabScriptReader(TARGETS);

    @Test
    void readsEveryForm() {
        List<LabStep> steps = steps("""
                # the demo
                at 10s: break web-2 error-5xx   # with a comment
                at 1m30s: mend web-2

                every 60s: break db-1/ssh hanging-command
                every 5m from 500ms : break web-2 refuse for 20s
                  at 1h: mend all
                """);

        assertThat(steps)
                .containsExactly(
                        once("PT10S", new LabAction.Break("web-2", Fault.ERROR_5XX)),
                        once("PT1M30S", new LabAction.Mend("web-2")),
                        every("PT60S", "PT60S", new LabAction.Break("db-1/ssh", Fault.HANGING_COMMAND)),
                        every("PT0.5S", "PT5M", new LabAction.Break("web-2", Fault.REFUSE)),
                        every("PT20.5S", "PT5M", new LabAction.Mend("web-2")),
                        once("PT1H", new LabAction.MendAll()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after 10s: mend all | 1:1: \"after\" stands where \"at\" belongs",
                "at: mend all | 1:1: \":\" is not a time; write such as",
                "at ten: mend all | 1:1: \"ten\" is not a time; write such as",
                "at -5s: mend all | 1:1: \"-5s\" is not a time",
                "at 99999999999s: mend all | 1:1: \"99999999999s\" is not a time",
                "at 25h: mend all | 1:1: \"25h\" is too long; use at most 24h",
                "at 10s mend all | 1:1: \"mend\" stands where \":\" belongs",
                "at 10s: | 1:1: the line ends too early; add \"break\"",
                "at 10s: burn web-2 | 1:1: \"burn\" stands where \"break\" belongs",
                "at 10s: break web-9 refuse | 1:1: \"web-9\" is not in the lab; use one of db-1/ssh, web-2",
                "at 10s: break web-2 rain | 1:1: \"rain\" is not a fault; use one of refuse, error-5xx, down",
                "at 10s: break web-2 hang | 1:1: web-2 cannot suffer \"hang\"; use one of refuse",
                "at 10s: break web-2 | 1:1: the line ends too early; add a fault: refuse",
                "at 10s: mend web-2 now | 1:1: \"now\" is one word too many",
                "at 10s: break web-2 refuse for | 1:1: the line ends too early; add how long",
                "every 0s: mend all | 1:1: \"0s\" is too short; use at least 1s",
                "every 10s: break web-2 refuse for 10s | 1:1: the fault lasts until it comes again",
            })
    void saysWhatIsWrong(String line, String problem) {
        assertThat(problems(line)).singleElement().asString().startsWith("x.lab:" + problem);
    }

    @Test
    void saysAllThatIsWrong() {
        List<ConfigProblem> problems = problems("at 1s: mend all\r\n\r\n   at 2s: mend web-9\r\nnever\r\n");

        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().place()).hasToString("x.lab:3:4");
        assertThat(problems.getLast().place()).hasToString("x.lab:4:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0", ": : :", "at \u202E10s: mend all", "at 10s: break \u001b[31m refuse", "🦜"})
    void showsNothingHostile(String line) {
        assertThat(problems(line))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContainPattern("\\p{C}"));
    }

    @Test
    void showsLongWordsShortened() {
        assertThat(problems("at " + "9".repeat(200_000) + ": mend all")
                        .getFirst()
                        .toString())
                .hasSizeLessThan(200);
        assertThat(problems(" \t".repeat(100_000) + "x").getFirst().toString()).hasSizeLessThan(400);
    }

    @Test
    void readsFiles() throws IOException {
        Path file = Files.writeString(directory.resolve("demo.lab"), "\uFEFFat 1s: mend all\n");

        assertThat(reader.read(file)).isInstanceOf(LabScriptResult.Parsed.class);
    }

    @Test
    void refusesFilesThatAreNoScripts() throws IOException {
        Path large = Files.writeString(directory.resolve("large.lab"), "#".repeat(300_000));
        Path latin = Files.write(directory.resolve("latin.lab"), "# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problem(large)).isEqualTo("large.lab:1:1: the file is larger than 256 KiB; split it");
        assertThat(problem(latin)).isEqualTo("latin.lab:1:1: the file is not UTF-8; save it as UTF-8");
        assertThat(problem(directory)).contains("the file cannot be read");
        assertThat(problem(directory.resolve("absent.lab"))).startsWith("absent.lab:1:1: the file cannot be read");
    }

    @Test
    void refusesTooManySteps() {
        assertThat(problems("at 1s: mend all\n".repeat(10_001)))
                .singleElement()
                .asString()
                .contains("more than 10,000 steps");
    }

    @Test
    void demoFitsTheLab() throws IOException {
        try (Lab lab = Labs.open()) {
            assertThat(LabScript.demo(lab.targets()).steps()).hasSizeGreaterThan(10);
        }
    }

    private List<LabStep> steps(String text) {
        return switch (reader.parse("x.lab", text)) {
            case LabScriptResult.Parsed parsed -> parsed.script().steps();
            case LabScriptResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private List<ConfigProblem> problems(String text) {
        return rejected(reader.parse("x.lab", text));
    }

    private String problem(Path file) {
        return rejected(reader.read(file)).getFirst().toString();
    }

    private static List<ConfigProblem> rejected(LabScriptResult result) {
        return switch (result) {
            case LabScriptResult.Parsed parsed -> throw new AssertionError(parsed);
            case LabScriptResult.Rejected rejected -> rejected.problems();
        };
    }

    private static LabStep once(String when, LabAction action) {
        return new LabStep(Duration.parse(when), Optional.empty(), action);
    }

    private static LabStep every(String first, String period, LabAction action) {
        return new LabStep(Duration.parse(first), Optional.of(Duration.parse(period)), action);
    }
}
