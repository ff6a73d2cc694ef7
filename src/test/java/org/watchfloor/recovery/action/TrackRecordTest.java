package org.watchfloor.recovery.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.failure.Target;

/** How often something has helped. */
class TrackRecordTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void countsWhatHelpedOfWhatCameToAnEndOfItsOwn() {
        TrackRecord record = TrackRecord.of(List.of(
                run(Status.SUCCEEDED, 10),
                run(Status.FAILED, 300),
                run(Status.ROLLED_BACK, 400),
                run(Status.REFUSED, 0),
                run(Status.CANCELLED, 5),
                run(Status.UNKNOWN_OUTCOME, 5),
                running()));

        assertThat(record).isEqualTo(new TrackRecord(1, 3, Optional.of(Duration.ofSeconds(10))));
    }

    @Test
    void theMedianIsOfThoseThatHelped() {
        assertThat(of(Status.SUCCEEDED, 10, 90, 20).median()).contains(Duration.ofSeconds(20));
        assertThat(of(Status.SUCCEEDED, 10, 90, 20, 40).median()).contains(Duration.ofSeconds(30));
        assertThat(of(Status.FAILED, 10).median()).isEmpty();
    }

    @Test
    void whatWasNeverTriedHasNoRecord() {
        assertThat(TrackRecord.of(List.of())).isEqualTo(TrackRecord.NONE);
        assertThat(TrackRecord.NONE.isUntried()).isTrue();
    }

    @Test
    void whatWasNeverTriedStandsBetweenWhatHelpedAndWhatDidNot() {
        TrackRecord good = new TrackRecord(7, 8, Optional.of(Duration.ofSeconds(40)));
        TrackRecord once = new TrackRecord(1, 1, Optional.of(Duration.ofSeconds(40)));
        TrackRecord bad = new TrackRecord(0, 3, Optional.empty());

        assertThat(Stream.of(bad, TrackRecord.NONE, once, good).sorted(TrackRecord.BEST_FIRST))
                .containsExactly(good, once, TrackRecord.NONE, bad);
    }

    private static TrackRecord of(Status status, int... seconds) {
        return TrackRecord.of(java.util.Arrays.stream(seconds)
                .mapToObj(length -> run(status, length))
                .toList());
    }

    private static Action run(Status status, int seconds) {
        return running().over(status, BEGIN.plusSeconds(seconds), "over");
    }

    private static Action running() {
        CheckId check = CheckId.parse("web-1/front");
        return new Action(
                new ActionId(1),
                new RunbookId("restart"),
                "Restart",
                new Target(check, "192.0.2.1", Optional.empty(), List.of(), Set.of()),
                new Cause.ByHand(new Actor("mara")),
                Map.of(),
                "host web-1",
                Optional.empty(),
                BEGIN,
                Status.IN_PROGRESS,
                new Stage.Waiting(),
                Optional.empty(),
                false,
                "begins");
    }
}
