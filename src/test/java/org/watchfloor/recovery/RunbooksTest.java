package org.watchfloor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;

/** Which runbooks are tried for a failure, and in which order. */
class RunbooksTest {
    private static final String STEPS = "steps: [ { wait: {} } ], proof: { checks: [this] } }\n";
    private static final String BOOK = """
            runbooks:
              last: { for: { hosts: '*' }, priority: 900, %1$s
              restart: { for: { failures: [connection-refused], hosts: [web-1] }, %1$s
              failover: { for: { services: [shop] }, priority: 50, %1$s
              early: { for: { checks: ['*/page'] }, priority: 50, %1$s
              linux: { for: { tags: [linux], groups: [web], failures: [slow] }, %1$s
              other: { for: { hosts: [web-2] }, priority: 1, %1$s
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "web-1/page, CONNECTION_REFUSED, early failover restart last",
        "web-1/page, SLOW, early failover linux last",
        "web-2/page, SLOW, other early failover last",
    })
    void triesThoseThatFitInOrderOfPriority(String check, FailureType type, String expected) {
        Site site = Books.site(directory, BOOK.formatted(STEPS.strip()));
        Runbooks runbooks = site.section(Runbooks.class).orElseThrow();

        List<Runbook> applicable = runbooks.applicable(failure(site, check, type));

        assertThat(applicable).extracting(runbook -> runbook.id().value()).containsExactly(expected.split(" "));
    }

    @Test
    void offersByHandWhateverFitsTheTarget() {
        Site site = Books.site(directory, BOOK.formatted(STEPS.strip()));
        Runbooks runbooks = site.section(Runbooks.class).orElseThrow();

        assertThat(runbooks.offered(target(site, "web-1/page")))
                .extracting(runbook -> runbook.id().value())
                .containsExactly("early", "failover", "linux", "restart", "last");
    }

    @Test
    void knowsNothingOfWhatIsNotInTheConfiguration() {
        Site site = Books.site(directory, BOOK.formatted(STEPS.strip()));

        assertThat(Target.of(site, CheckId.parse("web-1/front"))).isEmpty();
        assertThat(Target.of(site, CheckId.parse("web-9/page"))).isEmpty();
    }

    private static Failure failure(Site site, String check, FailureType type) {
        return new Failure(
                new FailureId(1),
                Instant.EPOCH,
                new Classification(type, FailureCategory.INTERNAL_SERVICE),
                Severity.HIGH,
                target(site, check),
                "it fails",
                List.of(),
                Failure.Detection.THRESHOLD,
                Optional.empty(),
                Optional.empty());
    }

    private static Target target(Site site, String check) {
        return Target.of(site, CheckId.parse(check)).orElseThrow();
    }
}
