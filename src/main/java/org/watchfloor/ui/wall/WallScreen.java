package org.watchfloor.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/** The wall: everything at one glance. FX thread only. */
public final class WallScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("wall", "Wall", "Wall", "mdi2v-view-grid-outline");

    private final WallViewModel viewModel;
    private final TilesViewModel tiles;
    private final Navigation navigation;
    private final WallController controller;
    private final Node view;

    public WallScreen(WallViewModel viewModel, History history, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.navigation = navigation;
        tiles = new TilesViewModel(history, formats.zone());
        HoverCardController hover = new HoverCardController(formats);
        controller = new WallController(viewModel, tiles, hover, formats, cell -> navigation.open(cell.target()));
        view = Fxml.load("wall", controller, hover);
    }

    @Override
    public ScreenName name() {
        return NAME;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
        tiles.show(snapshot);
    }

    @Override
    public String filterHint() {
        return "state:down  host:web*  tag:edge  ack:no  silenced:yes";
    }

    @Override
    public void filter(String text) {
        viewModel.filter(text);
    }

    @Override
    public void focus() {
        controller.wall().requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Check now", "R", () -> tell("Checking " + viewModel.inHandText(), viewModel::checkNow))
                        .when(viewModel::hasInHand),
                Command.of("Diagnose", "D", this::diagnose).when(viewModel::hasInHand),
                Command.of(
                                "Acknowledge",
                                "A",
                                () -> tell("Acknowledging " + viewModel.inHandText(), viewModel::acknowledge))
                        .when(viewModel::canAcknowledge),
                Command.of("Pause checks", () -> tell("Pausing " + viewModel.inHandText(), viewModel::pause))
                        .when(viewModel::hasInHand),
                Command.of("Resume checks", () -> tell("Resuming " + viewModel.inHandText(), viewModel::resume))
                        .when(viewModel::hasInHand),
                Command.of("Next problem", "J", viewModel::nextProblem),
                Command.of("Previous problem", "K", viewModel::previousProblem),
                Command.of("Next unacknowledged", "N", viewModel::nextUnacknowledged),
                Command.of("Show a cell for each host", () -> show(Grouping.HOSTS)),
                Command.of("Show a cell for each service", () -> show(Grouping.SERVICES))
                        .when(viewModel::hasServices),
                Command.of("Show a cell for each check", () -> show(Grouping.CHECKS)));
    }

    @Override
    public List<Runnable> kioskPages() {
        List<Runnable> pages = new ArrayList<>();
        pages.add(() -> show(Grouping.HOSTS));
        pages.add(() -> show(viewModel.hasServices() ? Grouping.SERVICES : Grouping.CHECKS));
        return pages;
    }

    private void show(Grouping grouping) {
        viewModel.groupingProperty().set(grouping);
    }

    /** What is found is read beside the wall. */
    private void diagnose() {
        viewModel.diagnose().ifPresent(check -> {
            navigation.open(new Target.OfCheck(check));
            navigation.tell("Diagnosing " + check);
        });
    }

    private void tell(String text, Runnable command) {
        command.run();
        navigation.tell(text);
    }
}
