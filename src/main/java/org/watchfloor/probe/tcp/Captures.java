package org.watchfloor.probe.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.probe.net.Words;

/** What the named groups of the script caught. Confined to one look. */
final class Captures {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final int LONGEST = 1024;

    private final List<Fact> facts = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();

    /** Groups that took part in the match, a number also as the measurement {@code two_words} of {@code twoWords}. */
    void add(MatchResult match) {
        match.namedGroups().keySet().stream().sorted().forEach(name -> {
            String value = match.group(name);
            if (value != null) {
                add(name, value);
            }
        });
    }

    List<Fact> facts() {
        return facts;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    private void add(String name, String value) {
        facts.add(new Fact(name, Words.excerpt(value, LONGEST)));
        if (NUMBER.matcher(value.strip()).matches()) {
            String words = HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
            measurements.add(new Measurement(words, Double.parseDouble(value.strip()), ""));
        }
    }
}
