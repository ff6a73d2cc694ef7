package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;

/** A probe type that cannot open what it has read must not take the engine with it. */
class DefectiveTypeTest {
    private static final class Defective implements ProbeType<FakeSpec> {
        @Override
        public String key() {
            return "fake";
        }

        @Override
        public Class<FakeSpec> specType() {
            return FakeSpec.class;
        }

        @Override
        public FakeSpec read(ConfigNode node) {
            return new FakeSpec("fake");
        }

        @Override
        public Probe open(FakeSpec spec) {
            throw new IllegalStateException("cannot be opened");
        }
    }

    @Test
    void makesItsChecksUnknown() {
        Agenda agenda = new Agenda(new Probes(List.of(new Defective())));
        agenda.adopt(
                Sites.site().every(Duration.ofSeconds(5)).hosts(1).build(),
                Set.of(),
                Clock.systemUTC().instant().minusSeconds(1));
        Turn turn = agenda.takeDue(Clock.systemUTC().instant()).orElseThrow();

        assertThat(new ProbeRun().observe(turn.check, turn.probe).orElseThrow().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Reason.INTERNAL));
    }
}
