package org.watchfloor.ui.popups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** What a pop-up says: its title, and below it what the title does not say, in the time of the operator. Pure. */
public record PopupWords(Formats formats) {
    private static final int MOST_LINES = 4;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_LINE = 110;

    String title(ShownPopup shown) {
        return local(shown.popup().title(), LONGEST_TITLE, shown.heardAt());
    }

    /** The note, since when, what else it tells of, and why; at most {@value #MOST_LINES}, the weightiest first. */
    List<String> lines(ShownPopup shown) {
        Notice notice = shown.notice();
        Instant now = shown.heardAt();
        List<String> all = new ArrayList<>(notice.note().lines().toList());
        Optional<Notice.Item> first = notice.alerts().stream().findFirst();
        first.ifPresent(item -> all.add(span(item, now)));
        first.filter(_ -> notice.kind() != Notice.Kind.ACKNOWLEDGED)
                .flatMap(Notice.Item::acknowledgedBy)
                .ifPresent(by -> all.add("acknowledged by " + by));
        notice.alerts().stream().skip(1).map(PopupWords::other).forEach(all::add);
        first.stream()
                .filter(Notice.Item::isFiring)
                .flatMap(PopupWords::reasons)
                .forEach(all::add);
        return all.stream()
                .map(line -> local(line, LONGEST_LINE, now))
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
    }

    private String span(Notice.Item item, Instant now) {
        String since = formats.moment(item.startsAt(), now);
        return item.endsAt()
                .map(end -> "from " + since + " until " + formats.moment(end, now))
                .orElse("since " + since);
    }

    private static String other(Notice.Item item) {
        return (item.isFiring() ? "fires: " : "over: ") + item.severity().priority() + " " + item.summary();
    }

    private static Stream<String> reasons(Notice.Item item) {
        return Stream.of(item.description(), item.explanation(), item.diagnosis())
                .flatMap(text -> text.lines().limit(1));
    }

    private String local(String text, int longest, Instant now) {
        return Excerpt.line(LocalText.of(text, formats, now), longest);
    }
}
