package org.watchfloor.ui.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A test that the entries of a list pass or not; immutable. All conditions must hold, values joined by commas are
 * alternatives, a leading {@code -} turns a condition around, quotes hold words together, case does not count.
 *
 * @param problem what is not understood and what would be right; empty if all is
 */
public record KeyedFilter<T>(String problem, List<Predicate<T>> terms) {
    private static final int LONGEST = 500;
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\":]+):(\\S*)|(\\S+))");

    public KeyedFilter {
        terms = List.copyOf(terms);
    }

    /** What the keys of a list are, and where words are looked for. */
    public interface Grammar<T> {
        /** @throws Misread if there is no such key, or it takes no such value */
        Predicate<T> keyed(String key, List<String> values) throws Misread;

        /** All texts in which words are searched for. */
        List<String> texts(T entry);
    }

    /** Says what is not understood; never leaves {@link #parse}. */
    public static final class Misread extends Exception {
        public Misread(String message) {
            super(message, null, false, false);
        }
    }

    public static <T> KeyedFilter<T> all() {
        return new KeyedFilter<>("", List.of());
    }

    /** Reads what the operator typed; never throws, whatever it is. */
    public static <T> KeyedFilter<T> parse(String text, Grammar<T> grammar) {
        if (text.length() > LONGEST) {
            return new KeyedFilter<>("a filter has at most " + LONGEST + " characters", List.of());
        }
        try {
            List<Predicate<T>> terms = new ArrayList<>();
            for (MatchResult term : TERM.matcher(text).results().toList()) {
                Predicate<T> plain = term(term, grammar);
                terms.add(term.group(1).isEmpty() ? plain : plain.negate());
            }
            return new KeyedFilter<>("", terms);
        } catch (Misread misread) {
            return new KeyedFilter<>(String.valueOf(misread.getMessage()), List.of());
        }
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    public boolean matches(T entry) {
        return terms.stream().allMatch(term -> term.test(entry));
    }

    private static <T> Predicate<T> term(MatchResult term, Grammar<T> grammar) throws Misread {
        if (term.group(3) == null) {
            return anywhere(term.group(2) == null ? term.group(5) : term.group(2), grammar);
        }
        List<String> values = List.of(term.group(4).split(",", -1));
        if (values.contains("")) {
            throw new Misread("\"" + term.group(3) + ":\" needs a value");
        }
        return grammar.keyed(term.group(3).toLowerCase(Locale.ROOT), values);
    }

    private static <T> Predicate<T> anywhere(String text, Grammar<T> grammar) {
        String lower = text.toLowerCase(Locale.ROOT);
        return entry -> grammar.texts(entry).stream()
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(lower));
    }

    /** One of the texts of an entry fits one of the values, which may hold {@code *} and {@code ?}. */
    public static <T> Predicate<T> named(List<String> values, Function<T, List<String>> names) {
        List<Glob> globs = values.stream().map(Glob::of).toList();
        return entry ->
                names.apply(entry).stream().anyMatch(name -> globs.stream().anyMatch(glob -> glob.matches(name)));
    }

    /** The constants that are called so, in lower case with hyphens. */
    public static <E extends Enum<E>> List<E> constants(List<String> values, E[] all, String what) throws Misread {
        List<E> found = new ArrayList<>();
        for (String value : values) {
            Glob glob = Glob.of(value.replace('_', '-'));
            List<E> fitting =
                    Arrays.stream(all).filter(one -> glob.matches(word(one))).toList();
            if (fitting.isEmpty()) {
                throw new Misread("no " + what + " is called \"" + value + "\"; known are "
                        + String.join(
                                ", ", Arrays.stream(all).map(KeyedFilter::word).toList()));
            }
            found.addAll(fitting);
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
