package org.watchfloor.ui.settings;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;

/** Configuration, its problems, and what a person likes. FX thread only. */
public final class SettingsScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("settings", "Settings", "Settings", "mdi2c-cog-outline");

    private final SettingsViewModel viewModel;
    private final SettingsController controller;
    private final Lazy<Parent> view;

    public SettingsScreen(SettingsViewModel viewModel) {
        this.viewModel = viewModel;
        controller = new SettingsController(viewModel);
        view = new Lazy<>(() -> Fxml.load("settings", controller));
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
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("Copy all problems of the configuration", controller::onCopy)
                .when(() -> !viewModel.problems().isEmpty()));
    }

    @Override
    public OptionalInt badge(Snapshot snapshot) {
        return OptionalInt.of(snapshot.state().configProblems().size());
    }
}
