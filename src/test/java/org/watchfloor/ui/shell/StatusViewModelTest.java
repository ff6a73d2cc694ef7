package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Place;
import org.watchfloor.ui.Worlds;

class StatusViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final StatusViewModel status = new StatusViewModel(Worlds.NOON);

    @Test
    void saysHowTheEngineIsDoing() {
        status.show(world.snapshot());

        assertThat(status.rateProperty().get()).endsWith("/s");
        assertThat(status.lagProperty().get()).isEqualTo("lag p99 8.1 ms");
        assertThat(status.lateProperty().get()).isEqualTo("3 late");
        assertThat(status.droppedProperty().get()).isEqualTo("1 skipped");
        assertThat(status.databaseProperty().get()).isEqualTo("db 214 MB");
        assertThat(status.automationProperty().get()).isEqualTo("automation: MONITOR");
    }

    @Test
    void staysCalmForFiveSeconds() {
        status.show(world.snapshot());

        status.tick(Worlds.NOON.plusSeconds(5));

        assertThat(status.staleProperty().get()).isFalse();
    }

    @Test
    void saysStaleAfterFiveSeconds() {
        status.show(world.snapshot());

        status.tick(Worlds.NOON.plusSeconds(6));

        assertThat(status.staleProperty().get()).isTrue();
        assertThat(status.staleTextProperty().get()).isEqualTo("STALE – nothing new from the engine for 6 s");
    }

    @Test
    void recoversWithTheNextSnapshot() {
        status.show(world.snapshot());
        status.tick(Worlds.NOON.plusSeconds(60));

        status.show(world.pass(Duration.ofSeconds(60)).snapshot());
        status.tick(Worlds.NOON.plusSeconds(60));

        assertThat(status.staleProperty().get()).isFalse();
        assertThat(status.ageProperty().get()).isEqualTo("data 0 s old");
    }

    @Test
    void aClockThatWentBackIsNoNegativeAge() {
        status.show(world.snapshot());

        status.tick(Worlds.NOON.minusSeconds(60));

        assertThat(status.ageProperty().get()).isEqualTo("data 0 s old");
    }

    @Test
    void troubleOfTheStoreIsABanner() {
        status.show(world.storeTrouble("The disk is full.").snapshot());

        assertThat(status.banners()).containsExactly(new Banner(Banner.Weight.TROUBLE, "The disk is full.", "engine"));
    }

    @Test
    void problemsOfTheConfigurationAreABannerWithTheFirstPlace() {
        status.show(world.problem(new ConfigProblem(new Place("hosts.yaml", 3, 5), "unknown key \"adress\"", "…"))
                .snapshot());

        assertThat(status.banners())
                .singleElement()
                .satisfies(banner ->
                        assertThat(banner.text()).contains("1 problem", "hosts.yaml:3:5", "unknown key \"adress\""));
    }
}
