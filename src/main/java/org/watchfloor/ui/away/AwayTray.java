package org.watchfloor.ui.away;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.DetailSource;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** The tray that slides in with what happened while nobody was here, and takes the keyboard. FX thread only. */
public final class AwayTray implements DetailSource {
    private final AwayViewModel viewModel;
    private final AwayController controller;
    private final Lazy<Parent> view;

    public AwayTray(AwayViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        controller = new AwayController(viewModel, formats, navigation);
        view = new Lazy<>(() -> Fxml.load("away", controller));
    }

    @Override
    public Optional<Detail> detailOf(Target target) {
        return target instanceof Target.OfAway ? Optional.of(new Opened()) : Optional.empty();
    }

    private boolean hasChosen() {
        return viewModel.chosenProperty().get() != null;
    }

    /** The tray while it is shown. What it shows is kept up to date whether or not it is. */
    private final class Opened implements Detail {
        @Override
        public String title() {
            return "While you were away";
        }

        @Override
        public Node view() {
            return view.get();
        }

        @Override
        public void show(Snapshot snapshot) {}

        @Override
        public List<Command> commands() {
            return List.of(
                    Command.of("Open what happened", "Enter", controller::openChosen)
                            .when(AwayTray.this::hasChosen),
                    Command.of("Next thing that happened", "J", () -> viewModel.step(1)),
                    Command.of("Previous thing that happened", "K", () -> viewModel.step(-1)),
                    Command.of("Mark what happened as seen", "Delete", controller::chosenSeen)
                            .when(AwayTray.this::hasChosen),
                    Command.of("Mark all that happened as seen", "Shift+Delete", controller::onAllSeen)
                            .when(AwayTray.this::hasChosen),
                    Command.of("Have back what was marked as seen", "Ctrl+Z", controller::onUndo)
                            .when(viewModel.undoableProperty()::get));
        }

        @Override
        public void closed() {
            viewModel.closed();
        }
    }
}
