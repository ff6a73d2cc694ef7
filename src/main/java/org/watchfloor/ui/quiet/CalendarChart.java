package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.watchfloor.config.EntryId;

/** A page of the calendar: a column for each day, a row with bars for each silence and maintenance. FX thread only. */
public final class CalendarChart extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass WEEKEND = PseudoClass.getPseudoClass("weekend");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NAMES = 220;
    private static final double HEAD = 34;
    private static final double ROW = 34;
    private static final double GAP = 5;
    private static final double THINNEST = 3;
    private static final int WEEK = 7;

    private final List<Placed> placed = new ArrayList<>();
    private final Map<Node, EntryId> entries = new HashMap<>();
    private BiConsumer<EntryId, MouseEvent> onClick = (_, _) -> {};
    private Optional<EntryId> chosen = Optional.empty();
    private int days = WEEK;
    private int rows;

    public CalendarChart() {
        getStyleClass().add("calendar-chart");
    }

    /** @param next given what was clicked */
    void onClick(BiConsumer<EntryId, MouseEvent> next) {
        onClick = next;
    }

    /** Shows which of them is chosen; it may lie in other days. */
    void mark(Optional<EntryId> entry) {
        chosen = entry;
        entries.forEach((node, of) -> node.pseudoClassStateChanged(CHOSEN, chosen.equals(Optional.of(of))));
    }

    /** Something on the page; row -1 is the head, from -1 is the column of names. */
    private record Placed(Region node, double from, double to, int row) {}

    void show(CalendarPage page, LocalDate today) {
        placed.clear();
        entries.clear();
        days = page.days();
        rows = page.lines().size();
        for (int i = 0; i < days; i++) {
            LocalDate day = page.first().plusDays(i);
            Region column = new Region();
            column.getStyleClass().add("calendar-column");
            marked(column, day, today);
            placed.add(new Placed(column, i, i + 1.0, rows));
            placed.add(new Placed(head(day, today), i, i + 1.0, -1));
        }
        for (int row = 0; row < rows; row++) {
            addLine(page.lines().get(row), row);
        }
        page.now().ifPresent(now -> {
            Region line = new Region();
            line.getStyleClass().add("calendar-now");
            placed.add(new Placed(line, now, now, rows));
        });
        mark(chosen);
        getChildren().setAll(placed.stream().map(Placed::node).toList());
        setAccessibleText(rows == 0 ? "nothing is planned in these days" : rows + " silences and maintenance");
        requestLayout();
    }

    private Label head(LocalDate day, LocalDate today) {
        String number = String.valueOf(day.getDayOfMonth());
        Label label =
                new Label(days == WEEK ? MaintenanceFormViewModel.name(day.getDayOfWeek()) + " " + number : number);
        label.getStyleClass().add("calendar-day");
        marked(label, day, today);
        return label;
    }

    private static void marked(Region node, LocalDate day, LocalDate today) {
        node.pseudoClassStateChanged(TODAY, day.equals(today));
        node.pseudoClassStateChanged(WEEKEND, day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    private void addLine(CalendarPage.Line line, int row) {
        Label name = new Label(line.name());
        name.getStyleClass().add("calendar-name");
        name.setTooltip(new Tooltip(line.name()));
        place(name, line, -1, 0, row);
        for (CalendarPage.Bar bar : line.bars()) {
            Label node = new Label(line.name());
            node.getStyleClass().addAll("calendar-bar", line.isSilence() ? "silence" : "maintenance");
            String kind = line.isSilence() ? "Silence " : "Maintenance ";
            node.setTooltip(new Tooltip(kind + line.name() + "\n" + bar.words()));
            node.setAccessibleText(kind + line.name() + ", " + bar.words());
            place(node, line, bar.from(), bar.to(), row);
        }
    }

    private void place(Label node, CalendarPage.Line line, double from, double to, int row) {
        placed.add(new Placed(node, from, to, row));
        entries.put(node, line.entry());
        node.setOnMouseClicked(event -> onClick.accept(line.entry(), event));
    }

    @Override
    protected void layoutChildren() {
        double day = Math.max(1, (getWidth() - NAMES) / days);
        for (Placed part : placed) {
            if (part.from() < 0) {
                part.node().resizeRelocate(0, top(part.row()), NAMES - GAP, ROW);
            } else if (part.row() == -1) {
                part.node().resizeRelocate(NAMES + part.from() * day, 0, day, HEAD);
            } else if (part.row() == rows) {
                double width = Math.max(2, (part.to() - part.from()) * day);
                part.node().resizeRelocate(NAMES + part.from() * day, HEAD, width, getHeight() - HEAD);
            } else {
                double width = Math.max(THINNEST, (part.to() - part.from()) * day);
                part.node().resizeRelocate(NAMES + part.from() * day, top(part.row()) + GAP, width, ROW - 2 * GAP);
            }
        }
    }

    private static double top(int row) {
        return HEAD + row * ROW;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + (rows + 1) * ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NAMES + days * ROW;
    }
}
