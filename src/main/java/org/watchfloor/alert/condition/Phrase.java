package org.watchfloor.alert.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read of members that fulfil a condition: {@code are DOWN}, {@code have latency > 500 ms}. */
final class Phrase {
    private static final int SHOWN = 5;

    private Phrase() {}

    /** The verbs that a phrase begins with. */
    enum Verbs {
        ONE("is", "has", "fulfils"),
        MANY("are", "have", "fulfil");

        private final String be;
        private final String have;
        private final String fulfil;

        Verbs(String be, String have, String fulfil) {
            this.be = be;
            this.have = have;
            this.fulfil = fulfil;
        }
    }

    static String of(Condition<Sight> condition, Verbs verbs) {
        return switch (condition) {
            case And<Sight> and -> joined(and.parts(), " and ", verbs).orElseGet(() -> fallback(and, verbs));
            case Or<Sight> or -> joined(or.parts(), " or ", verbs).orElseGet(() -> fallback(or, verbs));
            case Not<Sight> not -> fallback(not, verbs);
            case StateIn in -> verbs.be + " " + in.either();
            case StateIsNot not -> verbs.be + " not " + not.unwanted();
            case AgeTest age ->
                verbs.have + " been in the same state for " + age.bound().words();
            case FigureTest test ->
                verbs.have + " " + words(test.figure()) + " " + test.bound().words();
        };
    }

    /** {@code db-1/ping, db-2/ping}; the first five and how many more. */
    static String list(List<String> names) {
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }

    /** Empty if a reader could not tell what belongs together. */
    private static Optional<String> joined(List<Condition<Sight>> parts, String word, Verbs verbs) {
        boolean isFlat =
                parts.stream().noneMatch(part -> part instanceof And || part instanceof Or || part instanceof Not);
        return isFlat
                ? Optional.of(parts.stream().map(part -> of(part, verbs)).collect(Collectors.joining(word)))
                : Optional.empty();
    }

    private static String fallback(Condition<Sight> condition, Verbs verbs) {
        return verbs.fulfil + " " + condition.text();
    }

    private static String words(Figure figure) {
        return figure.words(figure.metric().name()) + figure.span();
    }
}
