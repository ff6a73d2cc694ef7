package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchfloor.alert.condition.Phrase.Verbs;

/**
 * How many members, or which part of those that take part, fulfil a condition: {@code count(state == DOWN) >= 3}.
 *
 * @param needs those of {@code each}, kept because every evaluation may ask for them
 */
record MemberTally(Kind kind, Condition<Sight> each, Needs needs, Bound bound)
        implements Condition<Members>, Compared<Members> {
    /** What is compared. */
    enum Kind {
        COUNT(Dimension.COUNT),
        SHARE(Dimension.SHARE);

        private final Dimension dimension;

        Kind(Dimension dimension) {
            this.dimension = dimension;
        }

        Dimension dimension() {
            return dimension;
        }
    }

    /**
     * @param open members that may turn out either way
     * @param all the members that take part
     */
    private record Counted(int fulfilled, int open, int all) {}

    static MemberTally of(Kind kind, Condition<Sight> each, Bound bound) {
        return new MemberTally(kind, each, each.needs(), bound);
    }

    @Override
    public Truth test(Members members, Instant now) {
        return test(count(members, now));
    }

    @Override
    public String explain(Members members, Instant now) {
        Counted counted = count(members, now);
        if (counted.all == 0) {
            return "no member of " + members.name() + " takes part";
        }
        if (test(counted) == Truth.MISSING) {
            return "too little is known of " + counted.open + " of " + ofAll(counted, members);
        }
        String phrase = Phrase.of(each, counted.fulfilled == 1 ? Verbs.ONE : Verbs.MANY);
        return counted.fulfilled + " of " + ofAll(counted, members) + percentage(counted) + " " + phrase
                + names(members, now);
    }

    @Override
    public String text() {
        return Words.lower(kind) + "(" + each.text() + ") " + bound.text();
    }

    @Override
    public double value(Members members, Instant now) {
        Counted counted = count(members, now);
        return counted.all == 0 ? Double.NaN : counted.fulfilled / whole(counted);
    }

    @Override
    public Condition<Members> with(Bound other) {
        return new MemberTally(kind, each, needs, other);
    }

    @Override
    public String words() {
        return (kind == Kind.COUNT ? "number of members that " : "share of members that ")
                + Phrase.of(each, Verbs.MANY);
    }

    private Truth test(Counted counted) {
        if (counted.all == 0) {
            return Truth.MISSING;
        }
        double whole = whole(counted);
        return bound.test(counted.fulfilled / whole, (counted.fulfilled + counted.open) / whole);
    }

    private double whole(Counted counted) {
        return switch (kind) {
            case COUNT -> 1;
            case SHARE -> counted.all;
        };
    }

    private Counted count(Members members, Instant now) {
        int fulfilled = 0;
        int open = 0;
        int all = 0;
        for (int index = 0; index < members.size(); index++) {
            Sight member = members.member(index);
            Truth truth = each.test(member, now);
            if (truth == Truth.MISSING && !TakingPart.in(needs, member)) {
                continue;
            }
            all++;
            fulfilled += truth == Truth.TRUE ? 1 : 0;
            open += truth == Truth.MISSING ? 1 : 0;
        }
        return new Counted(fulfilled, open, all);
    }

    private static String ofAll(Counted counted, Members members) {
        boolean isOne = counted.all == 1;
        String those = counted.all == members.size() ? "" : isOne ? " that takes part" : " that take part";
        return counted.all + (isOne ? " member" : " members") + those;
    }

    private String percentage(Counted counted) {
        return switch (kind) {
            case COUNT -> "";
            case SHARE -> " (" + Unit.RATIO.rounded((double) counted.fulfilled / counted.all, bound.limit()) + ")";
        };
    }

    /** Those that fulfil it; where few are a bad sign, those that do not. */
    private String names(Members members, Instant now) {
        boolean wantsLess = bound.operator().wantsLess();
        Truth wanted = wantsLess ? Truth.FALSE : Truth.TRUE;
        Stream<String> names = IntStream.range(0, members.size())
                .mapToObj(members::member)
                .filter(member -> each.test(member, now) == wanted)
                .map(Sight::name);
        String list = Phrase.list(names.toList());
        return list.isEmpty() ? "" : (wantsLess ? "; not so: " : ": ") + list;
    }
}
