package org.watchfloor.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Expressions on hostile text. */
class TextSearchTest {
    private final TextSearch search = new TextSearch(Deadline.in(Duration.ofMillis(300)));

    @Test
    void findsGroups() throws Exception {
        var match = search.find(expression("load=(?<load>\\d+)"), "x load=17 y").orElseThrow();

        assertThat(match.group("load")).isEqualTo("17");
        assertThat(match.end()).isEqualTo(9);
        assertThat(search.find(expression("nothing"), "x load=17 y")).isEmpty();
    }

    @Test
    void givesUpWhatTakesExponentialTime() {
        assertThatThrownBy(() -> search.find(expression("(a+)+\\1$"), "a".repeat(60) + "b"))
                .isInstanceOf(TextSearch.Undecided.class);
    }

    @Test
    void givesUpWhatExhaustsTheStack() {
        TextSearch patient = new TextSearch(Deadline.in(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> patient.find(expression("(a|b)*c"), "ab".repeat(2_000_000)))
                .isInstanceOf(TextSearch.Undecided.class);
    }

    @Test
    void leavesWhenItIsInterrupted() {
        TextSearch patient = new TextSearch(Deadline.in(Duration.ofSeconds(30)));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> patient.find(expression("(a+)+\\1$"), "a".repeat(60) + "b"))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void comparesExpressionsByTheirText() {
        assertThat(expression("a+")).isEqualTo(expression("a+")).hasToString("/a+/");
        assertThat(expression("a+")).isNotEqualTo(expression("b+"));
        assertThat(expression("a+")).isNotEqualTo(Expression.of(Pattern.compile("a+", Pattern.DOTALL)));
    }

    private static Expression expression(String text) {
        return Expression.of(Pattern.compile(text));
    }
}
