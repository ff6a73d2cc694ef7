package org.watchfloor.alert.condition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchfloor.alert.condition.Token.Kind;

/** Reads a metric or an aggregate of one over time. Confined to one parse. */
final class FigureReader {
    private static final long SHORTEST = Duration.ofSeconds(10).toMillis();
    private static final long LONGEST = Duration.ofHours(24).toMillis();

    private final Tokens tokens;

    FigureReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Figure read() throws Refused {
        Token first = tokens.take();
        return first.is(Kind.WORD) && tokens.peek().is(Kind.OPEN) ? overTime(first) : new Latest(metric(first));
    }

    private Figure overTime(Token function) throws Refused {
        tokens.take();
        Token name = tokens.peek();
        if (function.isWord("share") || (name.is(Kind.WORD) && Words.isReserved(name.text()))) {
            throw aboutMembers(function);
        }
        Aggregate aggregate = aggregate(function, Words.TIME_FUNCTIONS);
        Metric metric = metric(tokens.take());
        if (tokens.peek().is(Kind.OPERATOR)) {
            throw aboutMembers(function);
        }
        if (aggregate == Aggregate.RATE && isGauge(metric)) {
            throw new Refused(
                    name.offset(),
                    metric.name() + " is no counter and has no rate",
                    "write avg or p95 instead of rate");
        }
        tokens.expect(Kind.COMMA, ",", "and a window such as 5m after the metric");
        long window = window(tokens.take());
        tokens.expect(Kind.CLOSE, ")", "after the window");
        return new OverTime(aggregate, metric, window);
    }

    private static Refused aboutMembers(Token function) {
        return new Refused(
                function.offset(),
                function.text() + "(condition) is about the members of a group; here one check is looked at",
                "write an aggregate over time such as avg(latency, 5m), or make the rule one about a group");
    }

    static Aggregate aggregate(Token function, List<String> known) throws Refused {
        if (!known.contains(function.text())) {
            String mend = function.text().matches("[pP]\\d{1,3}")
                    ? "there are p50, p95 and p99"
                    : Nearest.mend(function.text(), known);
            throw new Refused(
                    function.offset(), Words.quoted(function.text()) + " is no function that can stand here", mend);
        }
        return Aggregate.valueOf(function.text().toUpperCase(Locale.ROOT));
    }

    private static Metric metric(Token name) throws Refused {
        if (name.text().length() > Metric.LONGEST) {
            throw new Refused(name.offset(), "the name is longer than " + Metric.LONGEST + " characters", "shorten it");
        }
        if (name.is(Kind.QUOTED)) {
            return Metric.exact(name.text());
        }
        if (!name.is(Kind.WORD)) {
            throw new Refused(
                    name.offset(),
                    "expected a metric, state or age, found " + name.shown(),
                    "write such as latency > 500ms or state == DOWN");
        }
        if (!Words.isMetricWord(name.text())) {
            throw noMetric(name);
        }
        return new Metric(name.text(), Words.hasWildcard(name.text()));
    }

    private static Refused noMetric(Token name) {
        String what = name.shown() + " is not the name of a metric";
        Optional<Literal> literal = Literal.parse(name.text());
        if (literal.isPresent()) {
            String example = literal.get() instanceof Literal.OfState ? "state == " + name.text() : "latency > 500ms";
            return new Refused(name.offset(), what, "the value stands on the right side, as in " + example);
        }
        return new Refused(
                name.offset(),
                what,
                Words.isReserved(name.text())
                        ? "write a comparison here; a metric of this name stands in double quotes"
                        : "put the name in double quotes");
    }

    private static long window(Token token) throws Refused {
        OptionalLong window = token.is(Kind.WORD) ? Spans.parse(token.text()) : OptionalLong.empty();
        if (window.isEmpty()) {
            throw new Refused(
                    token.offset(), token.shown() + " is not a window", "write a duration such as 30s, 5m or 1h30m");
        }
        if (window.getAsLong() < SHORTEST || window.getAsLong() > LONGEST) {
            throw new Refused(token.offset(), "a window of " + token.text(), "windows last 10s to 24h");
        }
        return window.getAsLong();
    }

    private static boolean isGauge(Metric metric) {
        return Dimension.of(metric) != Dimension.AMOUNT || metric.name().equals(Words.CERT_DAYS_LEFT);
    }
}
