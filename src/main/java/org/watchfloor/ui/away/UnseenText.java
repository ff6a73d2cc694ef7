package org.watchfloor.ui.away;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.ui.fx.Preferences;

/** What was not seen yet as lines among the preferences. What cannot be read there is left out. FX thread only. */
final class UnseenText {
    private static final String SINCE = "away-since";
    private static final String PAST = "away-times";
    private static final String SEEN = "away-seen";

    private final Preferences preferences;

    UnseenText(Preferences preferences) {
        this.preferences = preferences;
    }

    /** @param now nobody was away later than this, even if the clock was set back since */
    Unseen load(Instant now) {
        List<Absence> past = new ArrayList<>();
        for (String written : words(preferences.kept(PAST))) {
            String[] ends = written.split("/", 2);
            Optional<Instant> from = instant(ends[0]);
            Optional<Instant> to = instant(ends.length < 2 ? "" : ends[1]);
            if (from.isPresent()
                    && to.isPresent()
                    && from.get().isBefore(to.get())
                    && !to.get().isAfter(now)) {
                past.add(new Absence(from.get(), to.get()));
            }
        }
        Optional<Instant> since = instant(preferences.kept(SINCE)).filter(now::isAfter);
        return new Unseen(since, past, Set.copyOf(words(preferences.kept(SEEN))));
    }

    /** @param there when somebody was here last */
    void save(Unseen unseen, Instant there) {
        String past = unseen.past().stream()
                .map(absence -> absence.from() + "/" + absence.to())
                .collect(Collectors.joining(" "));
        preferences.keep(Map.of(
                SINCE,
                unseen.since().orElse(there).toString(),
                PAST,
                past,
                SEEN,
                unseen.seen().stream().sorted().collect(Collectors.joining(" "))));
    }

    private static List<String> words(String line) {
        return line.isBlank()
                ? List.of()
                : List.of(line.strip().split("\\s+")).stream().distinct().toList();
    }

    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
