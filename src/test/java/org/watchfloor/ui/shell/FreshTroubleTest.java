package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.Worlds;

class FreshTroubleTest {
    private final Worlds world = Worlds.troubled();
    private final FreshTrouble trouble = new FreshTrouble();

    @Test
    void whatIsOpenAtTheStartIsNotNew() {
        assertThat(trouble.seenIn(world.snapshot())).isFalse();
    }

    @Test
    void aNewIncidentIsNewOnce() {
        trouble.seenIn(world.snapshot());
        world.open("web-1", Duration.ZERO, "web-1 is down");

        assertThat(trouble.seenIn(world.snapshot())).isTrue();
        assertThat(trouble.seenIn(world.snapshot())).isFalse();
    }

    @Test
    void aResolvedIncidentIsNoTrouble() {
        trouble.seenIn(world.snapshot());

        assertThat(trouble.seenIn(world.resolve("web-7").snapshot())).isFalse();
    }
}
