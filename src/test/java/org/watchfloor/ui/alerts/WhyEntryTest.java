package org.watchfloor.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.alert.Verdict;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

@Tag("ui")
class WhyEntryTest {
    @ParameterizedTest
    @EnumSource(Verdict.Kind.class)
    void everyVerdictHasAnIconThatExists(Verdict.Kind kind) {
        Verdict verdict = new Verdict(
                1,
                Worlds.NOON,
                AlertScenes.DOWN.id(),
                "down",
                AlertScenes.DOWN.subject(),
                kind,
                Optional.empty(),
                Optional.empty(),
                "because");
        WhyLine line = new WhyLine(verdict, Optional.empty());

        WhyEntry entry = Stages.onFx(() -> new WhyEntry(line, new Formats(ZoneOffset.UTC), Worlds.NOON));

        assertThat(entry.getChildren()).hasSize(3);
    }
}
