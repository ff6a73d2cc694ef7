package org.watchfloor.probe.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.net.Expression;

/** What the output of commands means, in each format. */
@NullMarked
class OutputJudgeTest {
    private static final String DISK = """
            DISK OK - free space: / 3326 MB (56%); | /=2643MB;5948;5958;0;5968
            / 15272 MB (77%);
            /boot 68 MB (69%); | /boot=68MB;88;93;0;98
            '/home dir'=69357.5KB;253404;253409;0;253414
            """;

    @Test
    void readsAPluginWithLongTextAndPerfdataOnSeveralLines() throws InterruptedException {
        Observation seen = judge(OutputFormat.NAGIOS, 0, DISK);

        assertThat(seen.outcome()).isEqualTo(new Outcome.Up("DISK OK - free space: / 3326 MB (56%);"));
        assertThat(seen.measurements())
                .containsExactly(
                        new Measurement("/", 2643.0 * 1024 * 1024, "B"),
                        new Measurement("/boot", 68.0 * 1024 * 1024, "B"),
                        new Measurement("/home_dir", 69357.5 * 1024, "B"));
        assertThat(seen.facts()).contains(new Fact("limits of /boot", "warn 88, crit 93, min 0, max 98"));
    }

    @ParameterizedTest
    @CsvSource({"us,ms,0.002", "ms,ms,2", "s,s,2", "%,%,2", "c,c,2", "B,B,2", "KiB,B,2048", "'','',2", "parsecs,'',2"})
    void bringsUnitsToOurs(String uom, String unit, double value) throws InterruptedException {
        Observation seen = judge(OutputFormat.NAGIOS, 0, "OK|x=2" + uom + ";~:10;@10:20");

        assertThat(seen.measurements()).containsExactly(new Measurement("x", value, unit));
        assertThat(seen.facts()).contains(new Fact("limits of x", "warn ~:10, crit @10:20"));
    }

    @Test
    void leavesOutUnknownValuesAndUnquotesLabels() throws InterruptedException {
        Observation seen = judge(OutputFormat.NAGIOS, 0, "OK|a=U;1;2 'it''s'=3 b=-1.5e3");

        assertThat(seen.measurements())
                .containsExactly(new Measurement("it_s", 3, ""), new Measurement("b", -1500, ""));
    }

    @Test
    void takesThePluginsExitCodes() throws InterruptedException {
        assertThat(judge(OutputFormat.NAGIOS, 1, "LOAD WARNING").outcome())
                .isEqualTo(new Outcome.Degraded(Reason.EXIT_CODE, "LOAD WARNING"));
        assertThat(judge(OutputFormat.NAGIOS, 2, "LOAD CRITICAL").outcome())
                .isEqualTo(new Outcome.Down(Reason.EXIT_CODE, "LOAD CRITICAL"));
        assertThat(judge(OutputFormat.NAGIOS, 3, "").outcome())
                .isEqualTo(new Outcome.Unknown(Reason.EXIT_CODE, "exit code 3 without a text"));
        assertThat(judge(OutputFormat.NAGIOS, 77, "x").outcome())
                .isEqualTo(
                        new Outcome.Unknown(Reason.EXIT_CODE, "exit code 77, which is none of a plugin (0 to 3): x"));
    }

    @Test
    void tellsACommandThatCannotBeRun() throws InterruptedException {
        assertThat(judge(OutputFormat.NONE, 127, "").outcome())
                .isEqualTo(new Outcome.Unknown(Reason.COMMAND_NOT_FOUND, "the command does not exist (exit 127)"));
        assertThat(judge(OutputFormat.NAGIOS, 126, "").outcome())
                .isEqualTo(new Outcome.Unknown(Reason.COMMAND_NOT_FOUND, "the command cannot be executed (exit 126)"));
    }

    @Test
    void readsLinesOfKeyAndValue() throws InterruptedException {
        Observation seen = judge(OutputFormat.KEY_VALUE, 0, "Queue Length = 12\nmode=active\nnoise\n=x\n");

        assertThat(seen.measurements()).containsExactly(new Measurement("queue_length", 12, ""));
        assertThat(seen.facts()).contains(new Fact("mode", "active"));
        assertThat(judge(OutputFormat.KEY_VALUE, 0, "noise").outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @Test
    void flattensJson() throws InterruptedException {
        Observation seen = judge(
                OutputFormat.JSON,
                0,
                "{\"queue\":{\"Length\":12},\"disks\":[{\"used\":1.5}],\"ok\":true,\"v\":\"1.2.3\"}");

        assertThat(seen.measurements())
                .containsExactly(
                        new Measurement("queue.length", 12, ""),
                        new Measurement("disks.0.used", 1.5, ""),
                        new Measurement("ok", 1, ""));
        assertThat(seen.facts()).contains(new Fact("v", "1.2.3"));
        assertThat(judge(OutputFormat.JSON, 0, "7").measurements()).containsExactly(new Measurement("value", 7, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":", "oops", "{\"a\":1}}x{"})
    void tellsBrokenJson(String text) throws InterruptedException {
        assertThat(judge(OutputFormat.JSON, 0, text).outcome()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void survivesHostileJson() throws InterruptedException {
        assertThat(judge(OutputFormat.JSON, 0, "[".repeat(100_000)).outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(judge(OutputFormat.JSON, 0, "[" + "1,".repeat(50_000) + "1]").measurements())
                .hasSize(Reading.MAX_ENTRIES);
    }

    @Test
    void readsNamedGroups() throws InterruptedException {
        Observation seen =
                judge(regex("up (?<days>\\d+) days, mode (?<mode>\\w+)(?<rest>!)?"), 0, "up 3 days, mode calm");

        assertThat(seen.outcome()).isInstanceOf(Outcome.Up.class);
        assertThat(seen.measurements()).containsExactly(new Measurement("days", 3, ""));
        assertThat(seen.facts()).contains(new Fact("mode", "calm"));
        assertThat(judge(regex("absent"), 0, "text").outcome())
                .isEqualTo(new Outcome.Down(Reason.EXPECT_MISMATCH, "the output does not contain /absent/"));
    }

    @Test
    void givesUpOnAPatternThatBacktracksForEver() throws InterruptedException {
        long begun = System.nanoTime();

        Observation seen = judge(regex("(a+)+$"), 0, "a".repeat(60_000) + "!");

        assertThat(seen.outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void expectsTheExitCodesAskedFor() throws InterruptedException {
        OutputSpec spec = new OutputSpec(OutputFormat.NONE, Optional.empty(), List.of(0, 4), 1024);

        assertThat(judge(spec, 4, "fine").outcome()).isEqualTo(new Outcome.Up("fine"));
        assertThat(new OutputJudge(spec).judge(new CommandOutput(1, "out", "it broke\nbadly", true), Timings.NONE))
                .satisfies(seen -> {
                    assertThat(seen.outcome())
                            .isEqualTo(new Outcome.Down(Reason.EXIT_CODE, "exit code 1, expected 0, 4: it broke"));
                    assertThat(seen.facts())
                            .contains(new Fact("exit code", "1"), new Fact("output", "cut off after 1024 bytes"));
                });
        assertThat(judge(spec, 9, "").outcome())
                .isEqualTo(new Outcome.Down(Reason.EXIT_CODE, "exit code 9, expected 0, 4"));
    }

    @Test
    void coversControlCharactersAndShortensMessages() throws InterruptedException {
        Observation seen = judge(OutputFormat.NONE, 0, "\u001b[31mred" + "x".repeat(5000));

        assertThat(seen.outcome().message()).startsWith("\uFFFD[31mred").hasSizeLessThan(310);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "1d", "", "1e999", "--1", "1.2.3"})
    void takesOnlyPlainNumbers(String text) throws InterruptedException {
        assertThat(judge(OutputFormat.KEY_VALUE, 0, "x=" + text).measurements()).isEmpty();
    }

    private static OutputSpec regex(String pattern) {
        return new OutputSpec(
                OutputFormat.REGEX, Optional.of(Expression.of(Pattern.compile(pattern))), List.of(0), 1024);
    }

    private static Observation judge(OutputFormat format, int exit, String stdout) throws InterruptedException {
        return judge(OutputSpec.of(format), exit, stdout);
    }

    private static Observation judge(OutputSpec spec, int exit, String stdout) throws InterruptedException {
        return new OutputJudge(spec).judge(new CommandOutput(exit, stdout, "", false), Timings.NONE);
    }
}
