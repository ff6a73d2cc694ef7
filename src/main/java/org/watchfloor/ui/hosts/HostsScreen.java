package org.watchfloor.ui.hosts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/** Every host with its checks in one table. FX thread only. */
public final class HostsScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("hosts", "Hosts", "Hosts", "mdi2s-server");

    private final HostsViewModel viewModel;
    private final Navigation navigation;
    private final HostsController controller;
    private final Lazy<Parent> table;

    public HostsScreen(HostsViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.navigation = navigation;
        controller = new HostsController(viewModel, formats, navigation);
        table = new Lazy<>(() -> Fxml.load("hosts", controller));
    }

    @Override
    public ScreenName name() {
        return NAME;
    }

    @Override
    public Node view() {
        return table.get();
    }

    @Override
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
    }

    @Override
    public String filterHint() {
        return "state:down host:web* tag:edge ack:no since:2h";
    }

    @Override
    public void filter(String text) {
        viewModel.filter(text);
    }

    @Override
    public void focus() {
        controller.focus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Clear the selection", "Esc", controller::clearSelection)
                        .when(this::hasSelection),
                Command.of("Check the chosen rows now", "R", this::checkNow).when(this::hasSelection),
                Command.of("Diagnose the worst of the chosen rows", "D", this::diagnose)
                        .when(this::hasSelection),
                Command.of("Pause the chosen rows", "P", this::pause).when(this::hasSelection),
                Command.of("Resume the chosen rows", "U", this::resume).when(this::hasSelection),
                Command.of("Acknowledge the chosen rows", "A", this::acknowledge)
                        .when(() -> hasSelection() && viewModel.canAcknowledge(controller.selected())),
                Command.of("Show the row beside the table", "O", controller::openBeside),
                Command.of("Open the row on the whole screen", "Enter", controller::openFull),
                Command.of("Next problem", "J", () -> controller.goTo(viewModel.nextProblem(controller.focused()))),
                Command.of(
                        "Previous problem",
                        "K",
                        () -> controller.goTo(viewModel.previousProblem(controller.focused()))),
                Command.of(
                        "Next unacknowledged",
                        "N",
                        () -> controller.goTo(viewModel.nextUnacknowledged(controller.focused()))),
                Command.of("Order hosts with the worst first", () -> viewModel.orderBy(HostsOrder.WORST_FIRST)),
                Command.of("Order hosts by name", () -> viewModel.orderBy(HostsOrder.BY_NAME)));
    }

    private boolean hasSelection() {
        return controller.hasSelection();
    }

    private void checkNow() {
        viewModel.checkNow(controller.selected());
        navigation.tell(
                "Checking now: " + viewModel.checksOf(controller.selected()).size() + " checks");
    }

    /** What is found is read beside the table. */
    private void diagnose() {
        viewModel.diagnose(controller.selected()).ifPresent(check -> {
            navigation.open(new Target.OfCheck(check));
            navigation.tell("Diagnosing " + check);
        });
    }

    private void pause() {
        viewModel.pause(controller.selected());
    }

    private void resume() {
        viewModel.resume(controller.selected());
    }

    private void acknowledge() {
        viewModel.acknowledge(controller.selected());
    }
}
