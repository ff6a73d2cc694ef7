package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Days of the week as they are chosen from a list: {@code Sunday}. */
final class WeekdayText extends StringConverter<DayOfWeek> {
    @Override
    public String toString(@Nullable DayOfWeek day) {
        return day == null ? "" : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    @Override
    public DayOfWeek fromString(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
