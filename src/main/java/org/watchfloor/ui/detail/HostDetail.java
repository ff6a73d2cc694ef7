package org.watchfloor.ui.detail;

import java.util.List;
import javafx.scene.Node;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.recovery.MendModel;

/** A host with its checks and their past. FX thread only. */
final class HostDetail implements Detail {
    private final String title;
    private final HostViewModel viewModel;
    private final HistoryViewModel history;
    private final MendModel mending;
    private final HostCommands commands;
    private final HostDetailController controller;
    private final Node view;

    HostDetail(
            String title, HostViewModel viewModel, HistoryViewModel history, MendModel mending, Navigation navigation) {
        this.title = title;
        this.viewModel = viewModel;
        this.history = history;
        this.mending = mending;
        commands = new HostCommands(title, viewModel, history, navigation);
        controller = new HostDetailController(viewModel, commands, mending, navigation);
        view = Fxml.load(
                "host-detail",
                controller,
                new HistoryController(history, viewModel, commands),
                new ResultController(viewModel));
        viewModel.selectedProperty().subscribe(this::showSelected);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
        showSelected();
        controller.refresh();
    }

    @Override
    public List<Command> commands() {
        return commands.all();
    }

    @Override
    public void closed() {
        history.clear();
    }

    private void showSelected() {
        viewModel
                .snapshot()
                .ifPresent(snapshot ->
                        viewModel.check().ifPresentOrElse(check -> show(check, snapshot), this::showNothing));
    }

    private void show(Check check, Snapshot snapshot) {
        history.show(check, snapshot.at());
        mending.show(snapshot, check.id());
    }

    private void showNothing() {
        history.clear();
        mending.clear();
    }
}
