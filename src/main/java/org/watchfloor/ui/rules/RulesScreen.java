package org.watchfloor.ui.rules;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.hygiene.Inspection;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;

/** The alert rules: listed, edited, and tried on the past. FX thread only. */
public final class RulesScreen implements Screen {
    private static final ScreenName NAME = new ScreenName("rules", "Alert rules", "Rules", "mdi2g-gavel");

    private final RulesViewModel viewModel;
    private final RulesController list;
    private final DraftController draft;
    private final TrialController trial;
    private final Lazy<Parent> view;

    private RulesScreen(RulesViewModel viewModel, Navigation navigation) {
        this.viewModel = viewModel;
        list = new RulesController(viewModel, navigation);
        draft = new DraftController(viewModel.draft());
        trial = new TrialController(viewModel);
        view = new Lazy<>(() -> Fxml.load("rules", list, draft, trial));
    }

    /** What it asks and tells. */
    public record Engine(SiteEditor editor, Backtests backtests, Inspection inspection) {}

    public static RulesScreen of(Engine engine, Actor operator, Formats formats, Navigation navigation) {
        RulesViewModel viewModel = new RulesViewModel(
                new DraftViewModel(engine.editor(), operator, FxThread::run),
                new TrialViewModel(engine.backtests(), formats, FxThread::run),
                engine.inspection(),
                FxThread::run);
        return new RulesScreen(viewModel, navigation);
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
    public String filterHint() {
        return "words: a rule, a condition, a file";
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
                Command.of("Edit the chosen rule", "Enter", draft::focus)
                        .when(() -> list.isInList() && draft.canDelete()),
                Command.of("Back to the list of rules", "Esc", list::focus).when(draft::isTyping),
                Command.of("Save the rule", "Ctrl+S", draft::onSave).when(draft::canSave),
                Command.of("Back-test the rule", "Ctrl+B", trial::onBegin).when(trial::canBegin),
                Command.of("Cancel the back-test", trial::onCancel).when(trial::canCancel),
                Command.of("Undo the last change of the configuration", "Ctrl+Z", list::onUndo)
                        .when(() -> !draft.isTyping()),
                Command.of("Write a new rule", "Ctrl+N", this::create),
                Command.of("Revert the draft", draft::onRevert).when(draft::canRevert),
                Command.of("Switch the rule off or on", draft::onSwitchOver).when(draft::canSwitchOver),
                Command.of("Delete the rule", draft::onDelete).when(draft::canDelete),
                Command.of("Look for rules that do more harm than good", list::onInspect));
    }

    private void create() {
        list.onNew();
        draft.focus();
    }
}
