package org.watchfloor.ui.away;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;

/** When somebody was here, what that leaves unseen, and that it survives a restart. */
class UnseenTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Shelf shelf = new Shelf();

    @Test
    void nobodyIsHereFiveMinutesAfterTheLastTouchSinceThatTouch() {
        Attendance attendance = attendance(NOON);
        attendance.touched(NOON.plusSeconds(60));

        attendance.tick(NOON.plusSeconds(359));
        Unseen before = attendance.unseen();
        attendance.tick(NOON.plusSeconds(360));

        assertThat(before.since()).isEmpty();
        assertThat(attendance.unseen().since()).contains(NOON.plusSeconds(60));
    }

    @Test
    void whoComesBackFindsTheTimeSinceTheyLeft() {
        Attendance attendance = attendance(NOON);
        attendance.left(NOON.plusSeconds(10));

        boolean returned = attendance.touched(NOON.plusSeconds(100));

        assertThat(returned).isTrue();
        assertThat(attendance.unseen().past())
                .containsExactly(new Absence(NOON.plusSeconds(10), NOON.plusSeconds(100)));
        assertThat(attendance.touched(NOON.plusSeconds(101))).isFalse();
    }

    @Test
    void aMachineThatSleptCountsThoughTheFirstThingIsATouch() {
        Attendance attendance = attendance(NOON);

        boolean returned = attendance.touched(NOON.plus(Duration.ofHours(9)));

        assertThat(returned).isTrue();
        assertThat(attendance.unseen().past()).containsExactly(new Absence(NOON, NOON.plus(Duration.ofHours(9))));
    }

    @Test
    void theTimeWithoutTheProgramIsAnAbsence() {
        Attendance evening = attendance(NOON);
        evening.touched(NOON.plusSeconds(30));
        evening.left(NOON.plusSeconds(40));

        Attendance morning = attendance(NOON.plus(Duration.ofHours(14)));
        Unseen found = morning.unseen();

        assertThat(found.since()).contains(NOON.plusSeconds(40));
        assertThat(found.covers(NOON.plus(Duration.ofHours(3)))).isTrue();
    }

    @Test
    void afterACrashTheLastTouchIsKnownToTheMinute() {
        Attendance attendance = attendance(NOON);
        for (int second = 10; second <= 200; second += 10) {
            attendance.touched(NOON.plusSeconds(second));
            attendance.tick(NOON.plusSeconds(second));
        }

        Unseen found = attendance(NOON.plus(Duration.ofHours(1))).unseen();

        assertThat(found.since().orElseThrow()).isBetween(NOON.plusSeconds(140), NOON.plusSeconds(200));
    }

    @Test
    void atTheVeryFirstStartNothingIsMissed() {
        assertThat(attendance(NOON).unseen()).isEqualTo(Unseen.NOTHING);
    }

    @Test
    void whatSomebodySpoiledOnDiskIsLeftOut() {
        shelf.saved.put("away-since", "yesterday");
        shelf.saved.put(
                "away-times",
                "x/y 2026-11-20T11:00:00Z/2026-11-20T10:00:00Z 2026-11-20T10:00:00Z / "
                        + "2026-11-20T09:00:00Z/2026-11-20T09:30:00Z 2026-11-20T09:00:00Z/2027-11-20T09:30:00Z");
        shelf.saved.put("away-seen", "  alert-4   alert-4 ");

        Unseen found = attendance(NOON).unseen();

        assertThat(found)
                .isEqualTo(new Unseen(
                        Optional.empty(),
                        List.of(new Absence(
                                Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-20T09:30:00Z"))),
                        Set.of("alert-4")));
    }

    @Test
    void whatIsTooOldIsNotCaughtUpWith() {
        Unseen unseen = Unseen.NOTHING.left(NOON).back(NOON.plusSeconds(60));

        Unseen later = unseen.left(NOON.plus(Unseen.LONGEST))
                .back(NOON.plus(Unseen.LONGEST).plusSeconds(120));

        assertThat(later.past()).hasSize(1);
        assertThat(later.from()).contains(NOON.plus(Unseen.LONGEST));
    }

    @Test
    void nothingInTheTimesThatSomebodyWasHereIsNews() {
        Unseen unseen = Unseen.NOTHING.left(NOON).back(NOON.plusSeconds(60)).left(NOON.plusSeconds(90));

        assertThat(unseen.isNews(new Moment("a", NOON.plusSeconds(59)))).isTrue();
        assertThat(unseen.isNews(new Moment("a", NOON.plusSeconds(60)))).isFalse();
        assertThat(unseen.isNews(new Moment("a", NOON.plusSeconds(500)))).isTrue();
        assertThat(unseen.seen(List.of(new Moment("a", NOON))).isNews(new Moment("a", NOON)))
                .isFalse();
    }

    private Attendance attendance(Instant now) {
        return new Attendance(new UnseenText(new Preferences(shelf)), now);
    }

    /** Keeps what was saved last. */
    private static final class Shelf implements PreferenceStore {
        private final Map<String, String> saved = new HashMap<>();

        @Override
        public Map<String, String> load() {
            return Map.copyOf(saved);
        }

        @Override
        public void save(Map<String, String> preferences) {
            saved.clear();
            saved.putAll(preferences);
        }
    }
}
