package org.watchfloor.ui.channels;

import java.util.List;
import java.util.OptionalInt;
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
import org.watchfloor.ui.oncall.OnCallController;
import org.watchfloor.ui.oncall.OnCallViewModel;

/** Channels, what became of notices, and who is on call. FX thread only. */
public final class ChannelsScreen implements Screen {
    private static final ScreenName NAME =
            new ScreenName("channels", "Channels and on call", "Channels", "mdi2b-bullhorn-outline");

    private final ChannelsViewModel viewModel;
    private final OnCallViewModel onCall;
    private final ChannelsController controller;
    private final Lazy<Parent> view;

    public ChannelsScreen(ChannelsViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        onCall = new OnCallViewModel(formats);
        controller = new ChannelsController(viewModel, navigation);
        view = new Lazy<>(() -> Fxml.load("channels", controller, new OnCallController(onCall)));
    }

    @Override
    public ScreenName name() {
        return NAME;
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public boolean isListOnTheLeft() {
        return true;
    }

    @Override
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
        onCall.show(snapshot);
    }

    /** Channels that fail. */
    @Override
    public OptionalInt badge(Snapshot snapshot) {
        int failing = ChannelsViewModel.failing(snapshot);
        return failing == 0 ? OptionalInt.empty() : OptionalInt.of(failing);
    }

    @Override
    public void focus() {
        controller.focus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Test the chosen channel", controller::testChosen)
                        .when(() -> controller.chosenChannel().isPresent()),
                Command.of("Send the chosen notice again", controller::resendChosen)
                        .when(() -> controller.chosenNotice().isPresent()),
                Command.of(
                        "List the notices that were given up",
                        () -> viewModel.onlyDeadProperty().set(true)),
                Command.of(
                        "List all notices of the last 24 hours",
                        () -> viewModel.onlyDeadProperty().set(false)));
    }
}
