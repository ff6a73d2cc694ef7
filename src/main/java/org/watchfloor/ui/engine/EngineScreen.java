package org.watchfloor.ui.engine;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;

/** The engine itself: rates, lateness, queues, store, gaps, start. FX thread only. */
public final class EngineScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("engine", "Engine", "Engine", "mdi2e-engine-outline");

    private final EngineViewModel viewModel;
    private final Lazy<Parent> view;

    public EngineScreen(Formats formats) {
        viewModel = new EngineViewModel(formats);
        view = new Lazy<>(() -> Fxml.load("engine", new EngineController(viewModel)));
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
}
