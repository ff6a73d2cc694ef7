package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;

/** What a silence would have kept quiet. */
class MutingTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final Muting muting = new Muting(new Matchers(List.of(
            Matcher.parse("host=~\"web-.*\"").orElseThrow(),
            Matcher.parse("severity!=\"critical\"").orElseThrow())));

    @Test
    void countsEachAlertThatFiredAndMatches() {
        muting.began(alert(1, "web-1", Severity.HIGH, true));
        muting.began(alert(1, "web-1", Severity.HIGH, true));
        muting.began(alert(2, "web-2", Severity.LOW, true));
        muting.began(alert(3, "web-2", Severity.LOW, false));
        muting.began(alert(4, "web-2", Severity.CRITICAL, true));
        muting.began(alert(5, "db-1", Severity.HIGH, true));

        Muting.Count count = muting.count(true);

        assertThat(count.alerts()).isEqualTo(2);
        assertThat(count.newest()).containsExactly(new AlertId(2), new AlertId(1));
        assertThat(count.complete()).isTrue();
    }

    @Test
    void tellsNoticesThatWouldNotBeSentFromThoseThatWouldBeShorter() {
        muting.told(notice(Notice.Kind.FIRING, 0, item("web-1", true), item("web-2", true)));
        muting.told(notice(Notice.Kind.REMINDER, 0, item("web-1", true), item("db-1", false)));
        muting.told(notice(Notice.Kind.FIRING, 0, item("web-1", true), item("db-1", true)));
        muting.told(notice(Notice.Kind.ESCALATION, 3, item("web-1", true)));
        muting.told(notice(Notice.Kind.RESOLVED, 0, item("web-1", false)));
        muting.told(notice(Notice.Kind.TEST, 0, item("web-1", true)));
        muting.told(notice(Notice.Kind.FIRING, 0, item("db-1", true)));

        Muting.Count count = muting.count(false);

        assertThat(count.unsent()).isEqualTo(2);
        assertThat(count.shorter()).isEqualTo(2);
        assertThat(count.complete()).isFalse();
    }

    @Test
    void knowsHowAVerdictOfASilenceBegins() {
        assertThat(Silence.verdictOf("upgrade")).isEqualTo("not paged, because it is silenced by upgrade of ");
    }

    private static Alert alert(long id, String host, Severity severity, boolean fired) {
        return new Alert(
                new AlertId(id),
                "slow",
                new Subject(Subject.Kind.HOST, host),
                Labels.of(Map.of("host", host)),
                severity,
                NOW,
                fired ? Optional.of(NOW) : Optional.empty(),
                Optional.empty(),
                new Alert.Said("slow", "", "", "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static Notice.Item item(String host, boolean firing) {
        return new Notice.Item(
                new AlertId(1),
                Severity.HIGH,
                Labels.of(Map.of("host", host)),
                "slow",
                "",
                "",
                "",
                "",
                NOW,
                firing ? Optional.empty() : Optional.of(NOW),
                Optional.empty());
    }

    private static Notice notice(Notice.Kind kind, int more, Notice.Item... items) {
        return new Notice(
                new NoticeId(1), new ChannelId("mail"), kind, NOW, Labels.NONE, "e-1", Arrays.asList(items), more, "");
    }
}
