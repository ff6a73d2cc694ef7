package org.watchfloor.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.wall.WallLayout.Box;

class WallLayoutTest {
    @Test
    void fiveThousandCellsFitIntoASmallWindow() {
        WallLayout layout = WallLayout.of(Collections.nCopies(40, 125), 1152, 526, 0);

        assertThat(layout.cells()).hasSize(5_000);
        assertThat(layout.cells()).allMatch(box -> box.y() + box.height() <= 526 && box.x() + box.width() <= 1152.5);
    }

    @Test
    void cellsNeverOverlap() {
        WallLayout layout = WallLayout.of(List.of(30, 10, 8, 7, 5), 1152, 526, 0);

        for (Box one : layout.cells()) {
            assertThat(layout.cells().stream().filter(other -> overlap(one, other)))
                    .containsExactly(one);
        }
    }

    @Test
    void fewerCellsAreLarger() {
        WallLayout many = WallLayout.of(List.of(400), 1000, 500, 0);
        WallLayout few = WallLayout.of(List.of(12), 1000, 500, 0);

        assertThat(few.size().width()).isGreaterThan(many.size().width());
    }

    @Test
    void cellsRatherGetLowerThanNarrowerThanTheirNames() {
        WallLayout free = WallLayout.of(List.of(90), 1000, 400, 0);
        WallLayout named = WallLayout.of(List.of(90), 1000, 400, free.size().width() + 24);

        assertThat(named.cells()).allMatch(box -> box.width() >= free.size().width() + 23);
        assertThat(named.size().height()).isLessThan(free.size().height());
    }

    @Test
    void findsTheCellUnderAPoint() {
        WallLayout layout = WallLayout.of(List.of(6), 1000, 500, 0);
        Box third = layout.cells().get(2);

        assertThat(layout.at(third.centreX(), third.centreY())).hasValue(2);
        assertThat(layout.at(-1, -1)).isEmpty();
    }

    @Test
    void stepsToTheRowBelow() {
        WallLayout layout = WallLayout.of(List.of(100), 1000, 300, 0);
        Box below = layout.cells().get(layout.beyond(0, 1).orElseThrow());

        assertThat(below.x()).isEqualTo(layout.cells().getFirst().x());
        assertThat(below.y()).isGreaterThan(layout.cells().getFirst().y());
    }

    @Test
    void hasNoCellAboveTheFirstRow() {
        assertThat(WallLayout.of(List.of(100), 1000, 300, 0).beyond(0, -1)).isEmpty();
    }

    @Test
    void staysSoundWithoutSpaceOrCells() {
        assertThat(WallLayout.of(List.of(), 1000, 300, 0).cells()).isEmpty();
        assertThat(WallLayout.of(List.of(5_000), 10, 10, 0).cells()).hasSize(5_000);
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
