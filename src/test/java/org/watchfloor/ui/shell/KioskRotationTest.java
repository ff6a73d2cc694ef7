package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.Worlds;

class KioskRotationTest {
    private final List<String> shown = new ArrayList<>();
    private final KioskRotation rotation =
            new KioskRotation(List.of(() -> shown.add("hosts"), () -> shown.add("services")));

    @Test
    void turnsEveryFifteenSeconds() {
        rotation.start(Worlds.NOON);
        rotation.tick(Worlds.NOON.plusSeconds(14));
        rotation.tick(Worlds.NOON.plusSeconds(15));
        rotation.tick(Worlds.NOON.plusSeconds(30));

        assertThat(shown).containsExactly("hosts", "services", "hosts");
    }

    @Test
    void newTroubleBringsTheFirstPageAndHoldsIt() {
        rotation.start(Worlds.NOON);
        rotation.tick(Worlds.NOON.plusSeconds(15));

        rotation.hold(Worlds.NOON.plusSeconds(16));
        rotation.tick(Worlds.NOON.plusSeconds(600));

        assertThat(shown).containsExactly("hosts", "services", "hosts");
    }

    @Test
    void goesOnWhenAPersonSaysSo() {
        rotation.start(Worlds.NOON);
        rotation.hold(Worlds.NOON);

        rotation.goOn(Worlds.NOON.plusSeconds(60));
        rotation.tick(Worlds.NOON.plusSeconds(75));

        assertThat(shown).containsExactly("hosts", "hosts", "services");
    }
}
