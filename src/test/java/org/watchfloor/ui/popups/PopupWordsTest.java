package org.watchfloor.ui.popups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

/** What pop-ups say below their titles; noon in UTC is one o'clock in Berlin. */
class PopupWordsTest {
    private final PopupWords words = new PopupWords(new Formats(ZoneId.of("Europe/Berlin")));

    @Test
    void doNotRepeatTheTitleAndTellLocalTimes() {
        ShownPopup shown = shown(AlertScenes.notice("e-1", AlertScenes.DOWN));

        assertThat(words.lines(shown)).containsExactly("since 13:00:09 CET", "state is DOWN, 3 failures in a row");
        assertThat(words.lines(shown)).noneMatch(line -> line.contains(words.title(shown)));
    }

    @Test
    void tellFromWhenUntilWhenItLasted() {
        assertThat(words.lines(shown(AlertScenes.notice("e-1", AlertScenes.OVER))))
                .first()
                .isEqualTo("from 11:34:09 CET until 11:55:09 CET");
    }

    @Test
    void nameWhatElseFiresAndWhatElseIsOver() {
        Notice mixed =
                AlertScenes.notice("e-1", Notice.Kind.RESOLVED, AlertScenes.OVER, AlertScenes.OVER, AlertScenes.SLOW);

        assertThat(words.lines(shown(mixed)))
                .containsExactly(
                        "from 11:34:09 CET until 11:55:09 CET",
                        "over: P2 web-2/front is down: connection refused",
                        "fires: P3 api-4/ready: latency is 1,240 ms, above 1,000 ms for 5 min");
    }

    @Test
    void sayOnceWhoHasTakenIt() {
        assertThat(words.lines(shown(AlertScenes.taken("e-1", new Actor("anna"), AlertScenes.DOWN))))
                .containsExactly("acknowledged by anna", "since 13:00:09 CET", "state is DOWN, 3 failures in a row");
    }

    @Test
    void writeTimesOfTheEngineInLocalTimeToo() {
        Popup popup = new Popup("put aside until 2026-11-20T18:00:00Z", false, false, Optional.empty());
        ShownPopup shown =
                new ShownPopup(AlertScenes.notice("e-1", AlertScenes.DOWN), popup, Worlds.NOON, Optional.empty());

        assertThat(words.title(shown)).isEqualTo("put aside until 19:00:00 CET");
    }

    private static ShownPopup shown(Notice notice) {
        String title = notice.alerts().getFirst().summary();
        return new ShownPopup(notice, new Popup(title, false, false, Optional.empty()), Worlds.NOON, Optional.empty());
    }
}
