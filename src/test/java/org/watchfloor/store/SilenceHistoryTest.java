package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Muting;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Posting;

/** What silences muted and would have muted, from real tables. */
class SilenceHistoryTest extends StoreCase {
    private static final Matchers WEB =
            new Matchers(List.of(Matcher.parse("host=~\"web-.*\"").orElseThrow()));

    @Test
    void countsWhatWouldHaveBeenMutedSinceThen() {
        List<Entry> entries = new ArrayList<>();
        for (int day = 1; day <= 40; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            entries.add(new Entry.AlertSaved(alert(2L * day, "web-1", at)));
            entries.add(new Entry.AlertSaved(alert(2L * day + 1, "db-1", at)));
            entries.add(new Entry.PostingSaved(posting(2L * day, "web-1", at)));
            entries.add(new Entry.PostingSaved(posting(2L * day + 1, "db-1", at)));
        }
        append(entries.toArray(Entry[]::new));

        Muting.Count count = store.silenceHistory()
                .wouldHaveMuted(WEB, START.plus(Duration.ofDays(11)))
                .join();

        assertThat(count.alerts()).isEqualTo(30);
        assertThat(count.newest().getFirst()).isEqualTo(new AlertId(80));
        assertThat(count.unsent()).isEqualTo(30);
        assertThat(count.shorter()).isZero();
        assertThat(count.complete()).isTrue();
    }

    @Test
    void countsNoFurtherThanItsLimitAndSaysSo() {
        List<Entry> entries = new ArrayList<>();
        for (int id = 1; id <= StoredSilences.MOST_ROWS + 5; id++) {
            entries.add(new Entry.AlertSaved(alert(id, "web-1", START)));
        }
        append(entries.toArray(Entry[]::new));

        Muting.Count count =
                store.silenceHistory().wouldHaveMuted(WEB, Instant.EPOCH).join();

        assertThat(count.alerts()).isEqualTo(StoredSilences.MOST_ROWS);
        assertThat(count.newest()).hasSize(100);
        assertThat(count.complete()).isFalse();
    }

    @Test
    void countsWhatASilenceMutedByItsIdAndInItsTime() {
        append(
                held(1, 7, START, Silence.verdictOf("cable") + "mara until x: y"),
                held(2, 8, START.plusSeconds(10), Silence.verdictOf("cable") + "mara until x: y"),
                held(3, 8, START.plusSeconds(20), Silence.verdictOf("cable") + "noor until z: y"),
                held(4, 9, START.plusSeconds(30), Silence.verdictOf("cable-2") + "mara until x: y"),
                held(5, 9, START.plusSeconds(30), Silence.verdictOf("cab_e") + "mara until x: y"),
                held(6, 9, START.plusSeconds(40), "not paged, because it is shelved until then"),
                held(7, 10, START.plusSeconds(60), Silence.verdictOf("cable") + "mara until x: y"));

        Muted muted = store.silenceHistory()
                .muted("cable", START, START.plusSeconds(60))
                .join();
        Muted later = store.silenceHistory()
                .muted("cable", START.plusSeconds(5), START.plusSeconds(600))
                .join();
        Muted never = store.silenceHistory()
                .muted("none", Instant.EPOCH, START.plusSeconds(600))
                .join();

        assertThat(muted.newest()).containsExactly(new AlertId(8), new AlertId(7));
        assertThat(muted.first()).contains(START);
        assertThat(muted.last()).contains(START.plusSeconds(20));
        assertThat(muted.complete()).isTrue();
        assertThat(later.newest()).containsExactly(new AlertId(10), new AlertId(8));
        assertThat(never.alerts()).isZero();
        assertThat(never.first()).isEmpty();
    }

    @Test
    void hasNothingToSayOfAnEmptyPast() {
        assertThat(store.silenceHistory().wouldHaveMuted(WEB, START).join().alerts())
                .isZero();
        assertThat(store.silenceHistory()
                        .muted("cable", START, START.plusSeconds(1))
                        .join()
                        .alerts())
                .isZero();
    }

    private static Entry held(long id, long alert, Instant at, String text) {
        return new Entry.VerdictAdded(new Verdict(
                id,
                at,
                new AlertId(alert),
                "slow",
                Subject.of(Facts.FRONT),
                Verdict.Kind.HELD,
                Optional.empty(),
                Optional.empty(),
                text));
    }

    private static Alert alert(long id, String host, Instant at) {
        return new Alert(
                new AlertId(id),
                "slow",
                new Subject(Subject.Kind.HOST, host),
                Labels.of(Map.of("host", host)),
                Severity.HIGH,
                at,
                Optional.of(at),
                Optional.of(at.plusSeconds(60)),
                new Alert.Said("slow", "", "", "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static Posting posting(long id, String host, Instant at) {
        Notice.Item item = new Notice.Item(
                new AlertId(id),
                Severity.HIGH,
                Labels.of(Map.of("host", host)),
                "slow",
                "",
                "",
                "",
                "",
                at,
                Optional.empty(),
                Optional.empty());
        Notice notice = new Notice(
                new NoticeId(id),
                new ChannelId("mail"),
                Notice.Kind.FIRING,
                at,
                Labels.NONE,
                "e-" + id,
                List.of(item),
                0,
                "");
        return new Posting(notice, Posting.Status.ACCEPTED, 1, at, "", Optional.empty());
    }
}
