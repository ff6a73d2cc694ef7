package org.watchfloor.ui.wall;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.wall.WallLayout.Box;

/** Binds wall.fxml to its view models; holds no logic. */
public final class WallController {
    private static final double ROOMY = 1_000;

    private final WallViewModel viewModel;
    private final TilesViewModel tiles;
    private final HoverCardController hover;
    private final Formats formats;
    private final Consumer<WallCell> open;

    @FXML
    private Region row;

    @FXML
    private FigureTile up;

    @FXML
    private FigureTile openIncidents;

    @FXML
    private FigureTile unacknowledgedIncidents;

    @FXML
    private FigureTile timeToAcknowledge;

    @FXML
    private FigureTile timeToRepair;

    @FXML
    private FigureTile rate;

    @FXML
    private ToggleGroup groupings;

    @FXML
    private ToggleButton byHost;

    @FXML
    private ToggleButton byService;

    @FXML
    private ToggleButton byCheck;

    @FXML
    private Legend legend;

    @FXML
    private Label filterProblem;

    @FXML
    private WallCanvas wall;

    @FXML
    private Node nothing;

    @FXML
    private Node nothingLeft;

    WallController(
            WallViewModel viewModel,
            TilesViewModel tiles,
            HoverCardController hover,
            Formats formats,
            Consumer<WallCell> open) {
        this.viewModel = viewModel;
        this.tiles = tiles;
        this.hover = hover;
        this.formats = formats;
        this.open = open;
    }

    @FXML
    private void initialize() {
        bindTiles();
        makeRoom();
        byHost.setUserData(Grouping.HOSTS);
        byService.setUserData(Grouping.SERVICES);
        byCheck.setUserData(Grouping.CHECKS);
        groupings.selectedToggleProperty().subscribe(toggle -> {
            if (toggle != null && toggle.getUserData() instanceof Grouping grouping) {
                viewModel.groupingProperty().set(grouping);
            }
        });
        viewModel
                .groupingProperty()
                .subscribe(grouping -> groupings.getToggles().stream()
                        .filter(toggle -> grouping.equals(toggle.getUserData()))
                        .forEach(groupings::selectToggle));
        filterProblem.textProperty().bind(viewModel.filterProblemProperty());
        wall.show(viewModel, formats, open);
        viewModel.versionProperty().subscribe(this::refresh);
        wall.hoveredProperty().subscribe(this::hover);
    }

    private void bindTiles() {
        up.figureProperty().bind(tiles.upProperty());
        up.noteProperty().bind(tiles.upNoteProperty());
        openIncidents.figureProperty().bind(tiles.openProperty().asString());
        openIncidents.noteProperty().bind(tiles.oldestProperty());
        unacknowledgedIncidents
                .figureProperty()
                .bind(tiles.unacknowledgedProperty().asString());
        unacknowledgedIncidents.noteProperty().bind(tiles.waitingProperty());
        tiles.unacknowledgedProperty().subscribe(count -> unacknowledgedIncidents.alarm(count.intValue() > 0));
        timeToAcknowledge.figureProperty().bind(tiles.timeToAcknowledgeProperty());
        timeToAcknowledge.noteProperty().bind(tiles.incidentsTodayProperty());
        timeToRepair.figureProperty().bind(tiles.timeToRepairProperty());
        timeToRepair.noteProperty().bind(tiles.incidentsTodayProperty());
        rate.figureProperty().bind(tiles.rateProperty());
        tiles.ratesProperty().subscribe(rate::show);
    }

    /** Beside an open detail the wall is narrow: what matters least gives way. */
    private void makeRoom() {
        BooleanBinding roomy = Bindings.greaterThan(row.widthProperty(), ROOMY);
        for (FigureTile tile : List.of(timeToAcknowledge, timeToRepair)) {
            tile.visibleProperty().bind(roomy);
            tile.managedProperty().bind(roomy);
        }
        legend.wordyProperty().bind(roomy);
    }

    private void refresh() {
        legend.show(viewModel.groups());
        byService.setDisable(!viewModel.hasServices());
        nothing.setVisible(viewModel.isEmptySite());
        nothingLeft.setVisible(!viewModel.isEmptySite() && viewModel.groups().isEmpty());
        hover(wall.hoveredProperty().get());
    }

    private void hover(Optional<WallCell> cell) {
        cell.filter(viewModel::shows)
                .flatMap(it -> wall.boxOf(it).map(box -> new Place(it, box)))
                .ifPresentOrElse(this::place, hover::hide);
    }

    /** Beside the cell, inside the wall. */
    private void place(Place place) {
        hover.show(place.cell(), viewModel.now());
        Region card = hover.card();
        card.applyCss(); // lines that were just made have no style yet, and no true size
        card.autosize();
        Box box = place.box();
        double below = box.y() + box.height() + 8;
        double above = Math.max(0, box.y() - card.getHeight() - 8);
        double x = Math.clamp(box.x(), 0, Math.max(0, wall.getWidth() - card.getWidth()));
        card.relocate(x, below + card.getHeight() <= wall.getHeight() ? below : above);
    }

    /** Where a cell lies. */
    private record Place(WallCell cell, Box box) {}

    WallCanvas wall() {
        return wall;
    }
}
