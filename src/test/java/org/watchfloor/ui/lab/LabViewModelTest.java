package org.watchfloor.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.watchfloor.ui.FakeLab;

class LabViewModelTest {
    private final FakeLab board = new FakeLab();
    private final LabViewModel lab = new LabViewModel(board);

    @Test
    void breaksATarget() {
        lab.set(lab.targets().getFirst(), "hang");

        assertThat(board.targets().getFirst().fault()).isEqualTo("hang");
        assertThat(lab.brokenProperty().get()).isEqualTo(1);
    }

    @Test
    void mendsATarget() {
        lab.set(lab.targets().getFirst(), "hang");

        lab.set(lab.targets().getFirst(), "");

        assertThat(lab.targets()).noneMatch(LabBoard.Target::isBroken);
    }

    @Test
    void noticesWhatAScriptBroke() {
        board.set("db-1/tcp", "refuse");

        lab.refresh();

        assertThat(lab.brokenProperty().get()).isEqualTo(1);
        assertThat(lab.targets().get(2).fault()).isEqualTo("refuse");
    }

    @Test
    void mendsEverything() {
        lab.targets().forEach(target -> board.set(target.name(), target.faults().getFirst()));

        lab.mendAll();

        assertThat(lab.brokenProperty().get()).isZero();
    }
}
