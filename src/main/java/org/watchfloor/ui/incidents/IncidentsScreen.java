package org.watchfloor.ui.incidents;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.IncidentId;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.recovery.MendModel;

/** Incidents and what happened in them. FX thread only. */
public final class IncidentsScreen implements Screen {
    private static final ScreenName NAME =
            new ScreenName("incidents", "Incidents", "Incidents", "mdi2a-alert-octagon-outline");

    private final IncidentsViewModel viewModel;
    private final MendModel mending;
    private final IncidentsController controller;
    private final Lazy<Parent> view;
    private @Nullable Snapshot newest;

    public IncidentsScreen(IncidentsViewModel viewModel, MendModel mending, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.mending = mending;
        controller = new IncidentsController(viewModel, mending, formats, navigation);
        view = new Lazy<>(() -> Fxml.load("incidents", controller));
        viewModel.chosenProperty().subscribe(_ -> mend());
    }

    /** An incident that is not known yet is chosen as soon as it is. */
    @Override
    public boolean choose(Target target) {
        if (target instanceof Target.OfIncident(IncidentId incident)) {
            viewModel.choose(incident);
            return true;
        }
        return false;
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
        newest = snapshot;
        viewModel.show(snapshot);
        mend();
    }

    /** What fails on the host of the chosen incident, while that is open. */
    private void mend() {
        IncidentRow chosen = viewModel.chosenProperty().get();
        Snapshot now = newest;
        if (now == null || chosen == null || !chosen.incident().isOpen()) {
            mending.clear();
        } else {
            mending.showFailing(
                    now,
                    now.checksOf(chosen.incident().host()).stream()
                            .map(CheckHealth::check)
                            .toList());
        }
    }

    @Override
    public OptionalInt badge(Snapshot snapshot) {
        int unacknowledged = (int) snapshot.openIncidents().stream()
                .filter(incident -> incident.acknowledged().isEmpty())
                .count();
        return unacknowledged == 0 ? OptionalInt.empty() : OptionalInt.of(unacknowledged);
    }

    @Override
    public void focus() {
        controller.focus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Acknowledge the incident", "A", controller::onAcknowledge)
                        .when(viewModel::canAcknowledge),
                Command.of("Write a note on the incident", "L", controller::writeNote)
                        .when(this::hasChosen),
                Command.of("Open the host of the incident", "Enter", controller::openHost)
                        .when(this::hasChosen),
                Command.of("Next incident", "J", controller::next),
                Command.of("Previous incident", "K", controller::previous),
                Command.of(
                        "Next unacknowledged",
                        "N",
                        () -> viewModel.nextUnacknowledged().ifPresent(viewModel::choose)),
                Command.of("List open incidents only", () -> viewModel.select(Selection.OPEN)),
                Command.of("List all incidents", () -> viewModel.select(Selection.ALL)));
    }

    private boolean hasChosen() {
        return viewModel.chosenProperty().get() != null;
    }
}
