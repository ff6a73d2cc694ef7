package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** {@code max(latency) > 2s}, {@code avg(p95(latency, 5m)) > 500ms}: a figure of each member, made one for the group. */
record MemberFigure(Aggregate aggregate, Figure figure, Bound bound) implements Condition<Members>, Compared<Members> {
    @Override
    public Truth test(Members members, Instant now) {
        if (!figure.metric().isPattern()) {
            return test(figure.metric().name(), members, now);
        }
        return metrics(members).stream()
                .map(metric -> test(metric, members, now))
                .reduce(Truth::or)
                .orElse(Truth.MISSING);
    }

    @Override
    public String explain(Members members, Instant now) {
        Truth truth = test(members, now);
        String metric = telling(members, now, truth);
        Points points = values(metric, members, now);
        String name = aggregate.words(figure.words(metric)) + figure.span();
        if (truth == Truth.MISSING) {
            return name + " of " + members.name() + " is not known: too few of its members have a value";
        }
        String many = points.size() == 1 ? "one member" : points.size() + " members";
        double value = aggregate.of(points, 0, points.size());
        return name + " of the " + many + " of " + members.name() + " " + figure.verb() + " "
                + bound.as(truth).fact(value) + place(metric, value, members, now);
    }

    @Override
    public String text() {
        return aggregate.word() + "(" + figure.text() + ") " + bound.text();
    }

    @Override
    public Needs needs() {
        return figure.needs();
    }

    @Override
    public double value(Members members, Instant now) {
        NavigableSet<String> names = figure.metric().isPattern()
                ? metrics(members)
                : new TreeSet<>(Set.of(figure.metric().name()));
        return names.stream()
                .map(name -> values(name, members, now))
                .filter(points -> points.size() > 0)
                .map(points -> aggregate.of(points, 0, points.size()))
                .min(Comparator.comparingDouble(bound::rank))
                .orElse(Double.NaN);
    }

    @Override
    public Condition<Members> with(Bound other) {
        return new MemberFigure(aggregate, figure, other);
    }

    @Override
    public String words() {
        return aggregate.words(figure.words(figure.metric().name())) + figure.span();
    }

    private Truth test(String metric, Members members, Instant now) {
        Points points = values(metric, members, now);
        return points.size() == 0 ? Truth.MISSING : aggregate.test(points, 0, points.size(), bound);
    }

    /** Empty if fewer than half of the members that take part have a value. */
    private Points values(String metric, Members members, Instant now) {
        Metric exact = Metric.exact(metric);
        double[] values = new double[members.size()];
        int count = 0;
        int missing = 0;
        for (int index = 0; index < members.size(); index++) {
            Sight member = members.member(index);
            double value = figure.value(member, metric, now);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            } else if (TakingPart.in(exact, member)) {
                missing++;
            }
        }
        return count < missing ? Points.NONE : Points.of(values, count);
    }

    private NavigableSet<String> metrics(Members members) {
        NavigableSet<String> metrics = new TreeSet<>();
        for (int index = 0; index < members.size(); index++) {
            Collection<String> known = members.member(index).metrics();
            known.stream().filter(figure.metric()::matches).forEach(metrics::add);
        }
        return metrics;
    }

    /** Of the metrics that decided, the one that is furthest beyond the limit or nearest to it; the pattern if none. */
    private String telling(Members members, Instant now, Truth truth) {
        if (!figure.metric().isPattern()) {
            return figure.metric().name();
        }
        return metrics(members).stream()
                .filter(metric -> test(metric, members, now) == truth)
                .min(Comparator.comparingDouble(metric -> rank(values(metric, members, now))))
                .orElse(figure.metric().name());
    }

    private double rank(Points points) {
        return bound.rank(aggregate.of(points, 0, points.size()));
    }

    /** Which member has the highest or lowest value, if that is what was asked for. */
    private String place(String metric, double value, Members members, Instant now) {
        if (aggregate != Aggregate.MIN && aggregate != Aggregate.MAX) {
            return "";
        }
        Optional<Sight> place = IntStream.range(0, members.size())
                .mapToObj(members::member)
                .filter(member -> figure.value(member, metric, now) == value)
                .findFirst();
        return place.map(member -> ", at " + member.name()).orElse("");
    }
}
