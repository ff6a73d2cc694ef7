package org.watchfloor.ui.lab;

import java.util.ArrayList;
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

/** Breaks and mends the services of the lab, so that one can watch the console notice. FX thread only. */
public final class LabScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("lab", "Lab", "Lab", "mdi2f-flask-outline");

    private final LabViewModel viewModel;
    private final Lazy<Parent> view;

    public LabScreen(LabBoard board) {
        viewModel = new LabViewModel(board);
        view = new Lazy<>(() -> Fxml.load("lab", new LabController(viewModel)));
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
        viewModel.refresh();
    }

    @Override
    public OptionalInt badge(Snapshot snapshot) {
        return OptionalInt.of(viewModel.brokenProperty().get());
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(Command.of("Mend everything in the lab", viewModel::mendAll)
                .when(() -> viewModel.brokenProperty().get() > 0));
        for (LabBoard.Target target : viewModel.targets()) {
            for (String fault : target.faults()) {
                all.add(Command.of("Lab: " + target.name() + " – " + fault, () -> viewModel.set(target, fault)));
            }
        }
        return all;
    }
}
