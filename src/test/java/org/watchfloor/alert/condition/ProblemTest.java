package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no condition: where the problem is, what is wrong, how to mend it. */
class ProblemTest {
    @Test
    void tellsThatTwoStrokesAreNoOr() {
        Problem problem =
                ConditionParser.forCheck("latency > 5 || age > 5m").problem().orElseThrow();

        assertThat(problem).isEqualTo(new Problem(12, "unexpected \"|\"", "write or"));
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0 | the condition is empty | state == DOWN",
                "`  ` | 0 | the condition is empty | state == DOWN",
                "latency | 7 | expected a comparison after latency, found the end | latency > 5",
                "latency 5 | 8 | expected a comparison after latency, found \"5\" | <, <=, >, >=, == and !=",
                "latency = 5 | 8 | \"=\" is no comparison | write ==",
                "latency => 5 | 8 | \"=\" is no comparison | write >=",
                "latency <> 5 | 8 | \"<>\" is no comparison | write !=",
                "! state == UP | 0 | \"!\" alone | write not",
                "latency > | 9 | the end is not a value | write a number",
                "latency > 5 > 3 | 12 | expected and, or, or the end, found \">\" | join conditions by and, or",
                "latency > 500 ms | 14 | found \"ms\" | without a blank",
                "latency > 5 AND age > 5m | 12 | found \"AND\" | did you mean and?",
                "latency > 5 && age > 5m | 12 | unexpected \"&\" | write and",
                "'a b' > 5 | 0 | unexpected \"'\" | double quotes",
                "latency > 5; | 11 | unexpected \";\" | remove it",
                "latency > 5\u200b | 11 | unexpected character U+200B | remove it",
                "latency > 5 and | 15 | expected a metric, state or age, found the end | latency > 500ms",
                "(latency > 5 | 0 | this bracket is not closed | close it",
                "(latency > 5 age | 13 | expected and, or, or the bracket's end | join",
                "latency > 5) | 11 | this bracket closes nothing | remove it",
                "() | 1 | expected a metric, state or age, found \")\" | state == DOWN",
                "\"abc > 5 | 0 | the quote is not closed | close it",
                "\"\" > 5 | 0 | the name is empty | name of a metric",
                "\"a\tb\" > 5 | 2 | a control character | remove it",
                "5 > latency | 0 | \"5\" is not the name of a metric | right side",
                "DOWN == state | 0 | \"DOWN\" is not the name of a metric | state == DOWN",
                "and > 5 | 0 | \"and\" is not the name of a metric | double quotes",
                "used% > 5 | 0 | \"used%\" is not the name of a metric | double quotes",
                "state > 5 | 6 | states have no order | state in (DOWN, UNREACHABLE)",
                "state == 5 | 9 | \"5\" is not a state | DOWN, UNREACHABLE",
                "state == DWON | 9 | \"DWON\" is not a state | did you mean DOWN?",
                "state == down | 9 | \"down\" is not a state | did you mean DOWN?",
                "state == \"DOWN\" | 9 | \"DOWN\" is not a state | DOWN",
                "state in DOWN | 9 | expected ( after in | write (",
                "state in (DOWN | 14 | expected ) after the states | write )",
                "state in () | 10 | \")\" is not a state | UP",
                "state not in (UP) | 6 | not stands before state | not state in",
                "state === UP | 8 | \"=\" is no comparison | write ==",
                "stat == DOWN | 8 | stat is a plain number, not a state | did you mean state?",
                "age == DOWN | 4 | age has each value for a moment only | write > or <",
                "age > DOWN | 6 | age is a duration, not \"DOWN\" | 5m",
                "age > 5 | 6 | age is a duration, not \"5\" | 5m",
                "latancy > 500ms | 10 | latancy is a plain number, not a duration | did you mean latency?",
                "avg(latancy, 5m) > 500ms | 19 | not a duration | did you mean latency?",
                "aeg > 5m | 6 | aeg is a plain number, not a duration | did you mean age?",
                "rta > 500ms | 6 | rta is a plain number, not a duration | unit of the metric",
                "cert_days_left < 14d | 17 | not a duration | number of days",
                "latency == DOWN | 11 | latency is a time, not a state | 500ms",
                "latency > 5% | 10 | latency is a time, not a percentage | 500ms",
                "p95(latency, 5m) > 10MiB | 19 | a time, not an amount of bytes | 500ms",
                "latency > connect | 10 | \"connect\" is not a value | write a number",
                "latency > \"5\" | 10 | \"5\" is not a value | without quotes",
                "latency > 1e3 | 10 | \"1e3\" is not a value | write a number",
                "latency > 1.5s | 10 | \"1.5s\" is not a value | 1s500ms",
                "latency > 1m1h | 10 | \"1m1h\" is not a value | 500ms",
                "size > 10MB | 7 | \"10MB\" is not a value | 10MiB",
                "size > 99999TiB | 7 | \"99999TiB\" is not a value | 10MiB",
                "failed > 5 | 9 | a share between 0 and 1, never 5 | 5%",
                "avg(failed, 5m) > 101% | 18 | never 101% | 5%",
                "count(x, 5m) > 5% | 15 | a number of things, not a percentage | share",
                "p96(x, 5m) > 5 | 0 | \"p96\" is no function | p50, p95 and p99",
                "agv(x, 5m) > 5 | 0 | \"agv\" is no function | did you mean avg?",
                "median(x, 5m) > 5 | 0 | \"median\" is no function | avg, min, max, sum, p50, p95, p99, count, rate",
                "avg(x) > 5 | 5 | expected , and a window | write ,",
                "avg(x 5m) > 5 | 6 | expected , and a window | write ,",
                "avg(x, 5) > 5 | 7 | \"5\" is not a window | 30s, 5m",
                "avg(x, 9s) > 5 | 7 | a window of 9s | 10s to 24h",
                "avg(x, 1d1ms) > 5 | 7 | a window of 1d1ms | 10s to 24h",
                "avg(x, 5m > 5 | 10 | expected ) after the window | write )",
                "avg(x, 5m) | 10 | expected a comparison after avg(x, 5m) | > 5",
                "latency, 5m | 7 | expected a comparison | avg(latency, 5m)",
                "rate(latency, 5m) > 5 | 5 | latency is no counter | avg or p95",
                "count(state == DOWN) > 5 | 0 | count(condition) is about the members of a group | about a group",
                "share(failed == 1) > 5% | 0 | share(condition) is about the members | about a group",
                "max(latency > 5) > 5 | 0 | max(condition) is about the members | about a group",
            })
    void tellsWhatIsWrongWithAConditionAboutACheck(String text, int offset, String what, String mend) {
        Problem problem = ConditionParser.forCheck(text).problem().orElseThrow();

        assertThat(problem.offset()).isEqualTo(offset);
        assertThat(problem.what()).contains(what);
        assertThat(problem.mend()).contains(mend);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            value = {
                "state == DOWN | 0 | \"state\" says nothing about a group | count(state == DOWN)",
                "latency > 5 | 0 | \"latency\" says nothing about a group | max(latency)",
                "not | 3 | a comparison is missing | count(",
                "avg(latency, 5m) > 5 | 11 | avg(latency, …) is about one check | max(avg(latency, 5m))",
                "count(latency, 5m) > 5 | 13 | expected a comparison after latency | avg(latency, 5m)",
                "count(count(state == UP) > 5) > 5 | 6 | count(condition) is about the members | avg",
                "count(state == UP > 5 | 18 | expected ) after the condition of count | write )",
                "count() > 5 | 6 | expected a metric, state or age | state == DOWN",
                "share(state == UP) > 5 | 21 | share(…) is a share between 0 and 1, never 5 | 5%",
                "share(state == UP) > 5m | 21 | share(…) is a share between 0 and 1, not a duration | 5%",
                "count(state == UP) > 5% | 21 | count(…) is a number of things, not a percentage | share",
                "rate(bytes) > 5 | 0 | \"rate\" is no function | count, share",
                "shar(state == UP) > 5% | 0 | \"shar\" is no function | did you mean share?",
                "max(p95(rtt, 5m)) > 5m | 20 | max(p95(rtt, 5m)) is a plain number, not a duration | number",
                "max(latency) > DOWN | 15 | max(latency) is a time, not a state | 500ms",
                "max(latency > 5) > 5 | 12 | expected ) after latency | write )",
            })
    void tellsWhatIsWrongWithAConditionAboutAGroup(String text, int offset, String what, String mend) {
        Problem problem = ConditionParser.forMembers(text).problem().orElseThrow();

        assertThat(problem.offset()).isEqualTo(offset);
        assertThat(problem.what()).contains(what);
        assertThat(problem.mend()).contains(mend);
    }
}
