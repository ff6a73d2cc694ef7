package org.watchfloor.alert.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.model.Phase;
import org.watchfloor.model.State;

/** The words that conditions know, and how words are written. */
final class Words {
    static final String LATENCY = "latency";
    static final String FAILED = Sight.FAILED;
    static final String CERT_DAYS_LEFT = "cert_days_left";

    static final List<String> STATES =
            Arrays.stream(State.values()).map(State::name).toList();
    static final List<String> TIME_FUNCTIONS =
            Arrays.stream(Aggregate.values()).map(Aggregate::word).toList();
    static final List<String> MEMBER_FUNCTIONS = Stream.concat(
                    Stream.of("count", "share"),
                    Arrays.stream(Aggregate.values())
                            .filter(Aggregate::isOverMembers)
                            .map(Aggregate::word))
            .toList();

    /** Metrics in milliseconds. */
    static final List<String> TIMES = Stream.concat(
                    Stream.of(LATENCY), Arrays.stream(Phase.values()).map(Words::lower))
            .toList();

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "state", "age");
    private static final String NAME_SIGNS = "_./-*";
    private static final int SHOWN = 40;

    private Words() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The percent sign belongs to literals only. */
    static boolean isWordPart(char sign) {
        return isNamePart(sign) || sign == '%';
    }

    /** Whether the name can stand without quotes and still be a metric. */
    static boolean isMetricWord(String name) {
        return name.chars().allMatch(sign -> isNamePart((char) sign))
                && !RESERVED.contains(name)
                && Literal.parse(name).isEmpty();
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    static boolean hasWildcard(String name) {
        return name.indexOf('*') >= 0;
    }

    /** In quotes, with its end left out if it is long. */
    static String quoted(String text) {
        return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }

    static String shown(char sign) {
        boolean isVisible = sign > ' ' && sign < 127;
        return isVisible ? "\"" + sign + "\"" : String.format(Locale.ROOT, "character U+%04X", (int) sign);
    }

    private static boolean isNamePart(char sign) {
        return Character.isLetterOrDigit(sign) || NAME_SIGNS.indexOf(sign) >= 0;
    }
}
