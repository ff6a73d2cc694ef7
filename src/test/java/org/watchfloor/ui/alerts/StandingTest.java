package org.watchfloor.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class StandingTest {
    private static final Formats BERLIN = new Formats(ZoneId.of("Europe/Berlin"));

    @Test
    void namesWhoHasTakenItAndWhatTheySaid() {
        assertThat(text(AlertScenes.OWNED)).isEqualTo("✓ acknowledged by jonas: disk controller is being swapped");
    }

    @Test
    void namesWhatHoldsItInLocalTime() {
        assertThat(text(AlertScenes.SILENCED))
                .isEqualTo("silenced by disk-move of mara until 19:00:00 CET: data moves to the new volume");
        assertThat(text(AlertScenes.BEHIND)).isEqualTo("unreachable behind gw-syd");
    }

    @Test
    void saysWhenAPendingOneFires() {
        assertThat(text(AlertScenes.PENDING)).isEqualTo("pending, fires 13:08:49 CET");
    }

    @Test
    void isShelvedBeforeTheEngineHasLookedAgain() {
        Alert shelved = AlertScenes.DOWN.shelved(Optional.of(Worlds.NOON.plusSeconds(3_600)));

        assertThat(text(shelved)).isEqualTo("shelved until 14:04:09 CET");
    }

    @Test
    void needsSomebodyAgainWhenAnAcknowledgementHasRunOut() {
        Alert.Ack ack = AlertScenes.OWNED.ack().orElseThrow();
        Alert lapsed = AlertScenes.OWNED.acknowledged(
                Optional.of(new Alert.Ack(ack.by(), ack.at(), ack.note(), Optional.of(Worlds.NOON))));

        assertThat(Standing.kind(lapsed, Worlds.NOON)).isEqualTo(Standing.Kind.NEEDS_SOMEBODY);
    }

    @Test
    void saysWhenItEndedAndHowLongItLasted() {
        assertThat(text(AlertScenes.OVER)).isEqualTo("resolved 11:55:09 CET after 21 min");
    }

    private static String text(Alert alert) {
        return Standing.of(alert, Duration.ofMinutes(5), BERLIN, Worlds.NOON).text();
    }
}
