package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.fx.Command;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel();

    PaletteViewModelTest() {
        palette.open(List.of(
                Command.of("Check now", () -> done.add("check")),
                Command.of("Acknowledge", () -> done.add("acknowledge")),
                Command.of("Go to Engine", () -> done.add("engine")),
                Command.of("Mend everything", () -> done.add("mend")).when(() -> false)));
    }

    @Test
    void listsOnlyWhatIsPossible() {
        assertThat(palette.found())
                .extracting(Command::title)
                .containsExactly("Check now", "Acknowledge", "Go to Engine");
    }

    @Test
    void theBestFitIsChosen() {
        palette.lettersProperty().set("eng");

        palette.run();

        assertThat(done).containsExactly("engine");
        assertThat(palette.openProperty().get()).isFalse();
    }

    @Test
    void stepsThroughWhatWasFoundAndStopsAtTheEnds() {
        palette.previous();
        palette.next();
        palette.next();
        palette.next();

        palette.run();

        assertThat(done).containsExactly("engine");
    }

    @Test
    void nothingFoundRunsNothing() {
        palette.lettersProperty().set("zzz");

        palette.run();

        assertThat(done).isEmpty();
    }
}
