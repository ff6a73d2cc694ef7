package org.watchfloor.ui.alerts;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/** Alerts: which need somebody, and why each is where it is. FX thread only. */
public final class AlertsScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("alerts", "Alerts", "Alerts", "mdi2b-bell-alert-outline");

    private final AlertsViewModel viewModel;
    private final ActionBarController bar;
    private final AlertsController controller;
    private final AlertDetailController detail;
    private final Runnable diagnose;
    private final Lazy<Parent> view;

    /** What the engine can be told here. */
    public record Engine(Operations checks, AlertOperations alerts) {}

    public AlertsScreen(
            AlertsViewModel viewModel, Engine engine, Actor operator, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        AlertActions actions = new AlertActions(engine.alerts(), operator, viewModel.nowProperty()::get);
        bar = new ActionBarController(viewModel, actions, navigation);
        diagnose = () -> bar.check().ifPresent(check -> {
            engine.checks().diagnose(List.of(check));
            navigation.open(new Target.OfCheck(check));
            navigation.tell("Diagnosing " + check);
        });
        controller = new AlertsController(viewModel, bar, formats);
        detail = new AlertDetailController(viewModel, formats);
        LifeController life = new LifeController(viewModel.life(), formats);
        view = new Lazy<>(() -> Fxml.load("alerts", controller, bar, detail, life));
    }

    /** An alert that is not known yet is chosen as soon as it is. */
    @Override
    public boolean choose(Target target) {
        if (target instanceof Target.OfAlert(AlertId alert)) {
            viewModel.choose(alert);
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
        viewModel.show(snapshot);
    }

    @Override
    public OptionalInt badge(Snapshot snapshot) {
        int count = AlertsViewModel.needingSomebody(snapshot);
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }

    @Override
    public String filterHint() {
        return "words: a rule, a host, severity=\"high\"";
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
                Command.of("Acknowledge the chosen alerts", "A", bar::onAcknowledge)
                        .when(bar::canAcknowledge),
                Command.of("Give the chosen alerts back", "U", bar::onUnacknowledge)
                        .when(bar::canUnacknowledge),
                Command.of("Shelve the chosen alerts for 1 hour", "S", bar::onShelveHour)
                        .when(bar::canAct),
                Command.of("Shelve the chosen alerts for 8 hours", bar::onShelveShift)
                        .when(bar::canAct),
                Command.of("Shelve the chosen alerts for 24 hours", bar::onShelveDay)
                        .when(bar::canAct),
                Command.of("Silence what the chosen alert is about", "Q", bar::onSilence)
                        .when(bar::canSilence),
                Command.of("Comment on the chosen alerts", "C", bar::writeNote).when(bar::canAct),
                Command.of("Resolve the chosen alerts by hand", bar::onResolve).when(bar::canAct),
                Command.of("Show why", "W", detail::focusWhy)
                        .when(() -> viewModel.chosenProperty().get() != null),
                Command.of("Open the host of the alert", "Enter", bar::onOpenHost)
                        .when(bar::canOpenHost),
                Command.of("Diagnose the check of the alert", "D", diagnose)
                        .when(() -> bar.check().isPresent()),
                Command.of("Next alert", "J", () -> controller.step(1)),
                Command.of("Previous alert", "K", () -> controller.step(-1)),
                Command.of(
                        "Next unacknowledged",
                        "N",
                        () -> viewModel.nextUnacknowledged().ifPresent(controller::goTo)),
                Command.of("List the alerts that need me", () -> viewModel.look(AlertsView.NEEDS_ME)),
                Command.of("List all present alerts", () -> viewModel.look(AlertsView.PRESENT)),
                Command.of("List the alerts of the last 24 hours", () -> viewModel.look(AlertsView.DAY)));
    }
}
