package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.Facts.SHOP;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Fact;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;

/** Failures on disk. */
class FailuresTest extends StoreCase {
    @Test
    void whatLastsIsThereAfterARestartAndWhatIsOverInHistory() throws StoreFailed {
        Failure first = failure(1, FRONT);
        Failure second = failure(2, SHOP);
        Failure over = first.endedAt(START.plusSeconds(300), "itself");
        append(new Entry.FailureSaved(first));
        append(new Entry.FailureSaved(second));
        append(new Entry.FailureSaved(over));

        reopen();

        assertThat(store.restored().failures().open()).containsExactly(second);
        assertThat(store.restored().failures().last()).isEqualTo(2);
        assertThat(store.failureHistory()
                        .failures(START, START.plusSeconds(60), 10)
                        .join())
                .containsExactly(second, over);
        assertThat(store.failureHistory()
                        .failures(START, START.plusSeconds(2), 1)
                        .join())
                .containsExactly(over);
    }

    private static Failure failure(long id, CheckId check) {
        return new Failure(
                new FailureId(id),
                START.plusSeconds(id),
                new Classification(FailureType.DATABASE_CONNECTION, FailureCategory.INTERNAL_SERVICE),
                Severity.HIGH,
                new Target(
                        check,
                        "192.0.2.1",
                        Optional.of(new GroupId("web")),
                        List.of(new ServiceId("shop"), new ServiceId("pay")),
                        Set.of("edge", "night")),
                "connection refused\nby 192.0.2.1",
                List.of(new Fact("remote address", "192.0.2.1:443"), new Fact("status", "a=b\\c")),
                Failure.Detection.THRESHOLD,
                Optional.of(new IncidentId(7)),
                Optional.empty());
    }
}
