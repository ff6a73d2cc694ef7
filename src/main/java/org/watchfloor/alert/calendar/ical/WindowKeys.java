package org.watchfloor.alert.calendar.ical;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.watchfloor.alert.calendar.Exclusions;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rrule;
import org.watchfloor.alert.calendar.Window;
import org.watchfloor.config.Written;

/** Says when a window is open, in the keys of the configuration. Pure functions. */
final class WindowKeys {
    /** All keys that say when. */
    static final List<String> ALL = List.of("from", "to", "rrule", "cron", "lasts", "except", "zone");

    private WindowKeys() {}

    static Written.Keys of(Window window) {
        return switch (window) {
            case FixedWindow fixed ->
                Written.Keys.NONE
                        .with("from", fixed.span().from().toString())
                        .with("to", fixed.span().to().toString());
            case RecurringWindow recurring -> recurring(recurring);
        };
    }

    /** Events of a calendar recur by rule only. */
    private static Written.Keys recurring(RecurringWindow window) {
        Rrule rule = (Rrule) window.recurrence();
        Written.Keys keys = Written.Keys.NONE
                .with("zone", window.zone().getId())
                .with("rrule", rule.text())
                .with("from", rule.start().toString())
                .with("lasts", length(window.lasts()));
        List<String> except = except(window.except());
        return except.isEmpty() ? keys : keys.with("except", Written.Items.of(except));
    }

    private static List<String> except(Exclusions exclusions) {
        return Stream.concat(
                        exclusions.days().stream().map(Object::toString).sorted(),
                        exclusions.times().stream().map(Object::toString).sorted())
                .toList();
    }

    /** {@code 1d2h30m}. */
    private static String length(Duration lasts) {
        Duration rest = lasts.minusDays(lasts.toDays());
        String small = rest.isZero() ? "" : rest.toString().substring(2).toLowerCase(Locale.ROOT);
        return lasts.toDays() == 0 ? small : lasts.toDays() + "d" + small;
    }
}
