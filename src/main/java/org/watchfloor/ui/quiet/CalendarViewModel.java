package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.config.EntryId;
import org.watchfloor.ui.fx.Formats;

/** Which days of the calendar are looked at, and what lies in them. FX thread only; knows no control. */
public final class CalendarViewModel {
    private static final int WEEK = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Formats formats;
    private final ReadOnlyObjectWrapper<CalendarPage> page;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private AlertPolicy policy = AlertPolicy.NONE;
    private boolean monthly;
    private LocalDate day = LocalDate.EPOCH;
    private LocalDate today = LocalDate.EPOCH;
    private Instant now = Instant.EPOCH;

    CalendarViewModel(Formats formats) {
        this.formats = formats;
        page = new ReadOnlyObjectWrapper<>(
                this, "page", CalendarPage.of(policy, LocalDate.EPOCH, WEEK, formats, Instant.EPOCH));
    }

    /** Whoever looks at today goes on looking at it. */
    void show(AlertPolicy next, Instant at) {
        boolean follows = day.equals(today);
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (!next.equals(policy) || !minute.equals(now)) {
            policy = next;
            now = minute;
            today = now.atZone(formats.zone()).toLocalDate();
            day = follows ? today : day;
            draw();
        }
    }

    void showWeeks() {
        monthly = false;
        draw();
    }

    void showMonths() {
        monthly = true;
        draw();
    }

    /** @param pages how many weeks or months ahead; negative: back */
    void turn(int pages) {
        day = monthly ? day.plusMonths(pages) : day.plusWeeks(pages);
        draw();
    }

    void goToToday() {
        day = today;
        draw();
    }

    private void draw() {
        LocalDate first =
                monthly ? day.withDayOfMonth(1) : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int days = monthly ? day.lengthOfMonth() : WEEK;
        page.set(CalendarPage.of(policy, first, days, formats, now));
        title.set(monthly ? MONTH.format(first) : DAY.format(first) + " – " + DAY.format(first.plusDays(WEEK - 1)));
    }

    /** Those that lie in these days, from the top. */
    List<EntryId> entries() {
        return page.get().lines().stream().map(CalendarPage.Line::entry).toList();
    }

    LocalDate today() {
        return today;
    }

    ReadOnlyObjectProperty<CalendarPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }
}
