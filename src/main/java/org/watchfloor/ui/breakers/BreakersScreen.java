package org.watchfloor.ui.breakers;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.gate.GateId;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/** What stands between the engine and what it calls, and a hand on each. FX thread only. */
public final class BreakersScreen implements Screen {
    /** Valid as it stands. */
    static final String SNIPPET = """
            breakers:
              hosts: { failures: 5, reset: 60s, successes: 2 }
              channels: { failures: 3, reset: 2m, growth: 2 }""";

    private static final ScreenName NAME = new ScreenName("breakers", "Breakers", "Breakers", "mdi2e-electric-switch");

    private final BreakersViewModel viewModel;
    private final BreakersController list;
    private final BreakerDetailController detail;
    private final Lazy<Parent> view;

    public BreakersScreen(BreakersViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        list = new BreakersController(viewModel, formats);
        detail = new BreakerDetailController(viewModel, formats, navigation);
        view = new Lazy<>(() -> Fxml.load("breakers", list, detail));
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
    public boolean choose(Target target) {
        if (target instanceof Target.OfGate(GateId gate)) {
            viewModel.choose(gate);
            return true;
        }
        return false;
    }

    @Override
    public String filterHint() {
        return "state:open kind:host name:web* words";
    }

    @Override
    public void filter(String text) {
        viewModel.filter(text);
    }

    @Override
    public void focus() {
        list.focus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Close the form", "Esc", this::leave).when(this::isAsking),
                Command.of("Keep the chosen breaker open", "O", detail::onKeepOpen)
                        .when(() -> viewModel.canDo(HandAction.KEEP_OPEN)),
                Command.of("Reset the chosen breaker", "R", detail::onReset)
                        .when(() -> viewModel.canDo(HandAction.RESET)),
                Command.of("Let the chosen breaker only count", "C", detail::onOnlyCount)
                        .when(() -> viewModel.canDo(HandAction.ONLY_COUNT)),
                Command.of("Switch the chosen breaker off", "X", detail::onSwitchOff)
                        .when(() -> viewModel.canDo(HandAction.SWITCH_OFF)),
                Command.of("Open what lies behind the breaker", "Enter", detail::onOpen)
                        .when(() -> viewModel.chosenProperty().get() != null && !isAsking()),
                Command.of("Next breaker", "J", () -> list.step(1)),
                Command.of("Previous breaker", "K", () -> list.step(-1)));
    }

    private boolean isAsking() {
        return viewModel.form().askedProperty().get().isPresent();
    }

    private void leave() {
        detail.onCancel();
        list.focus();
    }
}
