package org.watchfloor.ui.recovery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/**
 * What is being done about failures and what was, what can be done, and what may begin by itself. No key begins an action.
 * FX thread only.
 */
public final class RecoveryScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("recovery", "Recovery", "Recovery", "mdi2w-wrench-clock");

    private final RecoveryViewModel viewModel;
    private final AutomationController automation;
    private final ActionsController actions;
    private final ActionDetailController detail;
    private final RunbooksController runbooks;
    private final RunController run;
    private final ShadowController shadow;
    private final Lazy<Parent> view;
    private @Nullable Snapshot newest;

    public RecoveryScreen(RecoveryViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        automation = new AutomationController(viewModel.automation(), formats, navigation);
        actions = new ActionsController(viewModel.actions(), formats);
        detail = new ActionDetailController(viewModel.actions(), formats, navigation);
        runbooks = new RunbooksController(viewModel.runbooks());
        run = new RunController(viewModel.runbooks().run(), formats, navigation);
        shadow = new ShadowController(viewModel.shadow(), formats, navigation);
        view = new Lazy<>(() -> Fxml.load(
                "recovery", new RecoveryController(viewModel), automation, actions, detail, runbooks, run, shadow));
        viewModel.pageProperty().subscribe(_ -> showAgain().ifPresent(viewModel::show));
    }

    private Optional<Snapshot> showAgain() {
        return Optional.ofNullable(newest);
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
    }

    /** Those that ask something. What is on record is kept at hand for the buttons beside broken things. */
    @Override
    public OptionalInt badge(Snapshot snapshot) {
        viewModel.remember(snapshot);
        int asking = (int) snapshot.state().actions().running().values().stream()
                .filter(one -> Question.of(one).isPresent())
                .count();
        return asking == 0 ? OptionalInt.empty() : OptionalInt.of(asking);
    }

    @Override
    public boolean choose(Target target) {
        return switch (target) {
            case Target.OfAction(var action) -> {
                viewModel.choose(action);
                yield true;
            }
            case Target.OfRunbook(var runbook, var check) -> {
                viewModel.choose(runbook, check);
                yield true;
            }
            case Target.OfHost _,
                    Target.OfCheck _,
                    Target.OfService _,
                    Target.OfIncident _,
                    Target.OfAlert _,
                    Target.OfGate _,
                    Target.OfSilence _,
                    Target.OfMaintenance _,
                    Target.OfAway _,
                    Target.OfNewSilence _ -> false;
        };
    }

    @Override
    public String filterHint() {
        return "status:failed runbook:restart* host:web* by:ada words";
    }

    @Override
    public void filter(String text) {
        viewModel.filter(text);
    }

    @Override
    public void focus() {
        view.get();
        switch (viewModel.page()) {
            case ACTIONS -> actions.focus();
            case RUNBOOKS -> runbooks.focus();
            case SHADOW -> shadow.focus();
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Close the form", "Esc", this::leave).when(this::isAsking),
                Command.of("Open what it is about", "Enter", this::open).when(() -> !isAsking()),
                Command.of("Next in the list", "J", () -> step(1)),
                Command.of("Previous in the list", "K", () -> step(-1)),
                Command.of("Show what runs and what ran", "H", () -> turnTo(RecoveryPage.ACTIONS)),
                Command.of("Show the runbooks", "P", () -> turnTo(RecoveryPage.RUNBOOKS)),
                Command.of("Show the shadow report", "W", () -> turnTo(RecoveryPage.SHADOW)),
                Command.of("Begin the chosen runbook as it is shown", run::onBegin)
                        .when(() -> isOn(RecoveryPage.RUNBOOKS)
                                && viewModel.runbooks().run().canBegin()),
                Command.of("Cancel the chosen action (twice)", detail::onCancel)
                        .when(() -> isOn(RecoveryPage.ACTIONS)
                                && viewModel.actions().detail().canCancel()),
                Command.of("Roll back the chosen action (twice)", detail::onRollBack)
                        .when(() -> isOn(RecoveryPage.ACTIONS)
                                && viewModel.actions().detail().canRollBack()),
                Command.of("Change the automation level", automation::onChange),
                Command.of("Stop all actions, or let them begin again", automation::onStop));
    }

    private boolean isOn(RecoveryPage page) {
        return viewModel.page() == page;
    }

    private boolean isAsking() {
        return viewModel.automation().formProperty().get().isPresent();
    }

    private void turnTo(RecoveryPage page) {
        viewModel.pageProperty().set(page);
        focus();
    }

    private void leave() {
        automation.onCancel();
        focus();
    }

    private void open() {
        switch (viewModel.page()) {
            case ACTIONS -> detail.onOpenHost();
            case RUNBOOKS -> run.onOpenTarget();
            case SHADOW -> shadow.open();
        }
    }

    private void step(int by) {
        switch (viewModel.page()) {
            case ACTIONS -> actions.step(by);
            case RUNBOOKS -> runbooks.step(by);
            case SHADOW -> shadow.step(by);
        }
    }
}
