package org.watchfloor.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where every cell lies: groups flow down columns, cells are as large as the space allows. Pure; made anew when the
 * size of the wall or the number of cells in a group changes.
 *
 * @param cells rectangles in the order of the groups and their cells
 * @param heads where each group's title stands
 */
record WallLayout(Size size, List<Box> cells, List<Box> heads) {
    private static final List<Size> SIZES = List.of(
            new Size(400, 96),
            new Size(340, 84),
            new Size(310, 74),
            new Size(280, 64),
            new Size(240, 60),
            new Size(200, 56),
            new Size(168, 52),
            new Size(148, 46),
            new Size(132, 40),
            new Size(116, 34),
            new Size(104, 30),
            new Size(92, 26),
            new Size(78, 24),
            new Size(64, 22),
            new Size(48, 20),
            new Size(36, 20),
            new Size(28, 18),
            new Size(22, 16),
            new Size(18, 14),
            new Size(15, 12),
            new Size(12, 10),
            new Size(10, 9),
            new Size(9, 8),
            new Size(8, 7),
            new Size(7, 6),
            new Size(6, 6),
            new Size(6, 5),
            new Size(5, 4),
            new Size(4, 4),
            new Size(3, 3),
            new Size(2, 2),
            new Size(1, 1));
    /** Cells of this width carry a name. */
    static final double NAMED_FROM = 64;

    private static final int MOST_COLUMNS = 8;
    private static final double COLUMN_GAP = 20;

    /** A rectangle on the wall. */
    record Box(double x, double y, double width, double height) {
        boolean contains(double px, double py) {
            return px >= x && py >= y && px < x + width && py < y + height;
        }

        double centreX() {
            return x + width / 2;
        }

        double centreY() {
            return y + height / 2;
        }
    }

    /** The least size of a cell; cells grow in width to fill their row. */
    record Size(double width, double height) {
        double gap() {
            return width >= 92 ? 6 : width >= 36 ? 4 : width >= 15 ? 3 : width >= 6 ? 2 : 1;
        }

        boolean written() {
            return width >= NAMED_FROM;
        }

        Size atLeast(double other) {
            return new Size(Math.max(width, other), height);
        }

        double head() {
            return width >= 36 ? 26 : 18;
        }

        double groupGap() {
            return width >= 36 ? 14 : 6;
        }
    }

    /**
     * @param groupSizes how many cells each group has
     * @param nameWidth the least width of a cell that shall show a name; cells rather get lower than narrower, if that is
     *     possible at all
     */
    static WallLayout of(List<Integer> groupSizes, double width, double height, double nameWidth) {
        Stream<Size> named = SIZES.stream().filter(Size::written).map(size -> size.atLeast(nameWidth));
        return Stream.concat(named, SIZES.stream())
                .flatMap(size -> flows(size, groupSizes, width))
                .filter(flow -> flow.fits(height))
                .findFirst()
                .map(flow -> flow.place(flow.leastHeight(height)))
                .orElseGet(() -> new Flow(SIZES.getLast(), groupSizes, width, 1).place(Double.MAX_VALUE));
    }

    private static Stream<Flow> flows(Size size, List<Integer> groupSizes, double width) {
        return IntStream.rangeClosed(1, Math.min(MOST_COLUMNS, groupSizes.size()))
                .mapToObj(columns -> new Flow(size, groupSizes, width, columns));
    }

    /** The cell at the point. */
    OptionalInt at(double x, double y) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).contains(x, y)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The nearest cell above (-1) or below (+1) another one. */
    OptionalInt beyond(int from, int direction) {
        Box start = cells.get(from);
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < cells.size(); i++) {
            double dx = Math.abs(cells.get(i).centreX() - start.centreX());
            double dy = (cells.get(i).centreY() - start.centreY()) * direction;
            double distance = dy + dx * 3;
            if (dy > 1 && distance < least) {
                best = i;
                least = distance;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Groups of a certain cell size flowing down a number of columns. */
    private record Flow(Size size, List<Integer> groups, double width, int columns) {
        double columnWidth() {
            return (width - (columns - 1) * COLUMN_GAP) / columns;
        }

        int perRow() {
            return (int) Math.max(1, Math.floor((columnWidth() + size.gap()) / (size.width() + size.gap())));
        }

        double heightOf(int cells) {
            int rows = (cells + perRow() - 1) / perRow();
            return size.head() + rows * (size.height() + size.gap()) - size.gap() + size.groupGap();
        }

        boolean fits(double height) {
            int column = 1;
            double y = 0;
            for (int cells : groups) {
                double needed = heightOf(cells);
                if (y > 0 && y + needed - size.groupGap() > height) {
                    column++;
                    y = 0;
                }
                y += needed;
                if (y - size.groupGap() > height || column > columns || columnWidth() < size.width()) {
                    return false;
                }
            }
            return true;
        }

        /** Evens the columns out. */
        double leastHeight(double enough) {
            double low = 0;
            double high = enough;
            while (high - low > 1) {
                double middle = (low + high) / 2;
                if (fits(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        WallLayout place(double height) {
            List<Box> cells = new ArrayList<>();
            List<Box> heads = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (int count : groups) {
                double needed = heightOf(count);
                if (y > 0 && y + needed - size.groupGap() > height) {
                    x += columnWidth() + COLUMN_GAP;
                    y = 0;
                }
                heads.add(new Box(x, y, columnWidth(), size.head()));
                placeCells(cells, count, x, y + size.head());
                y += needed;
            }
            return new WallLayout(size, List.copyOf(cells), List.copyOf(heads));
        }

        private void placeCells(List<Box> cells, int count, double left, double top) {
            double step = (columnWidth() + size.gap()) / perRow();
            for (int i = 0; i < count; i++) {
                double from = Math.round(left + i % perRow() * step);
                double to = Math.round(left + (i % perRow() + 1) * step - size.gap());
                int row = i / perRow();
                double y = top + row * (size.height() + size.gap());
                cells.add(new Box(from, y, to - from, size.height()));
            }
        }
    }
}
