package org.watchfloor.ui.breakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Position;
import org.watchfloor.ui.filter.Glob;

/**
 * A test that breakers pass or not; immutable. As in other lists: all conditions must hold, values joined by commas are
 * alternatives, a leading {@code -} turns a condition around, quotes hold words together, case does not count. Keys:
 * {@code state:open,half-open}, {@code kind:host}, {@code name:web*}. Anything else is searched for in the name and in
 * why it opened.
 *
 * @param problem what is not understood and what would be right; empty if all is
 */
record GateFilter(String problem, List<Predicate<GateLine>> terms) {
    static final GateFilter ALL = new GateFilter("", List.of());

    private static final int LONGEST = 500;
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\":]+):(\\S*)|(\\S+))");

    GateFilter {
        terms = List.copyOf(terms);
    }

    /** Reads what the operator typed; never throws, whatever it is. */
    static GateFilter parse(String text) {
        if (text.length() > LONGEST) {
            return new GateFilter("a filter has at most " + LONGEST + " characters", List.of());
        }
        try {
            List<Predicate<GateLine>> terms = new ArrayList<>();
            for (MatchResult term : TERM.matcher(text).results().toList()) {
                Predicate<GateLine> plain = term(term);
                terms.add(term.group(1).isEmpty() ? plain : plain.negate());
            }
            return new GateFilter("", terms);
        } catch (Misread misread) {
            return new GateFilter(String.valueOf(misread.getMessage()), List.of());
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    boolean matches(GateLine line) {
        for (Predicate<GateLine> term : terms) {
            if (!term.test(line)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<GateLine> term(MatchResult term) throws Misread {
        if (term.group(2) != null) {
            return anywhere(term.group(2));
        }
        return term.group(3) == null
                ? anywhere(term.group(5))
                : keyed(
                        term.group(3).toLowerCase(Locale.ROOT),
                        List.of(term.group(4).split(",", -1)));
    }

    private static Predicate<GateLine> keyed(String key, List<String> values) throws Misread {
        if (values.contains("")) {
            throw new Misread("\"" + key + ":\" needs a value");
        }
        return switch (key) {
            case "state" -> states(values);
            case "kind" -> kinds(values);
            case "name" -> names(values);
            default ->
                throw new Misread("unknown key \"" + key
                        + "\"; known are state, kind, name. Put text that has a colon in quotes");
        };
    }

    private static Predicate<GateLine> states(List<String> values) throws Misread {
        Set<GateState> wanted = EnumSet.noneOf(GateState.class);
        for (String value : values) {
            wanted.addAll(named(value, GateState.values(), "state"));
        }
        return line -> wanted.contains(line.state());
    }

    private static Predicate<GateLine> kinds(List<String> values) throws Misread {
        Set<GateId.Kind> wanted = EnumSet.noneOf(GateId.Kind.class);
        for (String value : values) {
            wanted.addAll(named(value, GateId.Kind.values(), "kind"));
        }
        return line -> wanted.contains(line.gate().kind());
    }

    private static Predicate<GateLine> names(List<String> values) {
        List<Glob> globs = values.stream().map(Glob::of).toList();
        return line -> globs.stream().anyMatch(glob -> glob.matches(line.gate().name()));
    }

    private static <E extends Enum<E>> List<E> named(String value, E[] all, String what) throws Misread {
        Glob glob = Glob.of(value.replace('_', '-'));
        List<E> found =
                Arrays.stream(all).filter(one -> glob.matches(word(one))).toList();
        if (found.isEmpty()) {
            throw new Misread("no " + what + " is called \"" + value + "\"; known are "
                    + String.join(", ", Arrays.stream(all).map(GateFilter::word).toList()));
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Predicate<GateLine> anywhere(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return line -> line.gate().name().toLowerCase(Locale.ROOT).contains(lower)
                || (line.breaker().position() instanceof Position.Open open
                        && open.why().toLowerCase(Locale.ROOT).contains(lower));
    }

    /** Leaves the parser from any depth; never seen outside. */
    private static final class Misread extends Exception {
        Misread(String message) {
            super(message, null, false, false);
        }
    }
}
