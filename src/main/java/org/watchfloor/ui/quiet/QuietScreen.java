package org.watchfloor.ui.quiet;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Lazy;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

/** Silences and maintenance, as lists and as a calendar. FX thread only. */
public final class QuietScreen implements Screen {
    private static final ScreenName NAME =
            new ScreenName("silences", "Silences and maintenance", "Silences", "mdi2b-bell-sleep-outline");

    private final QuietViewModel viewModel;
    private final QuietController controller;
    private final ListsController lists;
    private final CalendarController calendar;
    private final SilenceFormController silenceForm;
    private final MaintenanceFormController maintenanceForm;
    private final ImportController importForm;
    private final Lazy<Parent> view;

    public QuietScreen(QuietViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        controller = new QuietController(viewModel, navigation);
        lists = new ListsController(viewModel, formats);
        calendar = new CalendarController(viewModel);
        silenceForm = new SilenceFormController(viewModel);
        maintenanceForm = new MaintenanceFormController(viewModel);
        importForm = new ImportController(viewModel);
        view = new Lazy<>(() -> {
            Parent made = Fxml.load("quiet", controller, lists, calendar, silenceForm, maintenanceForm, importForm);
            viewModel.forms().sideProperty().subscribe((_, _) -> focus());
            viewModel.lookProperty().subscribe((_, _) -> focus());
            return made;
        });
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

    /** Chooses an entry, or begins a silence with what it is to match. */
    @Override
    public boolean choose(Target target) {
        return switch (target) {
            case Target.OfNewSilence(List<String> matchers) -> {
                viewModel.forms().writeSilence(matchers);
                yield true;
            }
            case Target.OfSilence(String silence) -> {
                viewModel.open(AlertSection.SILENCES.entry(silence));
                yield true;
            }
            case Target.OfMaintenance(String maintenance) -> {
                viewModel.open(AlertSection.MAINTENANCE.entry(maintenance));
                yield true;
            }
            case Target.OfHost _,
                    Target.OfGate _,
                    Target.OfCheck _,
                    Target.OfService _,
                    Target.OfIncident _,
                    Target.OfAlert _,
                    Target.OfAction _,
                    Target.OfRunbook _,
                    Target.OfAway _ -> false;
        };
    }

    @Override
    public void focus() {
        view.get();
        switch (viewModel.forms().sideProperty().get()) {
            case SILENCE -> silenceForm.focus();
            case MAINTENANCE -> maintenanceForm.focus();
            case IMPORT -> importForm.focus();
            case DETAIL -> {
                if (isCalendar()) {
                    calendar.focus();
                } else {
                    lists.focus();
                }
            }
        }
    }

    private boolean isCalendar() {
        return viewModel.lookProperty().get() != QuietLook.LIST;
    }

    @Override
    public List<Command> commands() {
        QuietForms forms = viewModel.forms();
        BooleanSupplier reading = () -> !forms.isWriting();
        BooleanSupplier isSilence = chosen(QuietDetail::canExtend);
        BooleanSupplier isOurs = chosen(QuietDetail::isOurs);
        return List.of(
                Command.of("Save what is written", "Ctrl+Enter", forms::save).when(forms::isWriting),
                Command.of("Close the form and keep what is typed", "Esc", forms::leave)
                        .when(forms::isWriting),
                Command.of("Discard what is typed", forms::close).when(forms::isWriting),
                Command.of("Edit what is chosen", "Enter", viewModel::edit).when(chosen(_ -> true)),
                Command.of("Close what is chosen", "Esc", viewModel::leave).when(chosen(_ -> true)),
                Command.of("New silence", "S", controller::onNewSilence),
                Command.of("New maintenance", "M", controller::onNewMaintenance),
                Command.of("Extend the chosen silence by 1 hour", "E", controller::onHour)
                        .when(isSilence),
                Command.of("Extend the chosen silence by 8 hours", controller::onShift)
                        .when(isSilence),
                Command.of("Extend the chosen silence by 1 day", controller::onDay)
                        .when(isSilence),
                Command.of("End the chosen silence now", "X", controller::onEnd).when(chosen(QuietDetail::canEnd)),
                Command.of("Delete what is chosen", "Delete", controller::onDelete)
                        .when(isOurs),
                Command.of("Undo the last change of the configuration", "Ctrl+Z", controller::onUndo)
                        .when(reading),
                Command.of("Import a calendar", "I", controller::onImport).when(reading),
                Command.of("Export all maintenance as a calendar", controller::onExport)
                        .when(() -> !viewModel.planned().isEmpty()),
                Command.of("Show the lists", "L", () -> viewModel.lookProperty().set(QuietLook.LIST)),
                Command.of("Show a week", "W", () -> viewModel.lookProperty().set(QuietLook.WEEK)),
                Command.of("Show a month", "O", () -> viewModel.lookProperty().set(QuietLook.MONTH)),
                Command.of("Earlier days", "Left", calendar::onBack).when(this::isCalendar),
                Command.of("Later days", "Right", calendar::onAhead).when(this::isCalendar),
                Command.of("Back to today", "Home", calendar::onToday).when(this::isCalendar),
                Command.of("Choose the next in the calendar", "Down", calendar::onBelow)
                        .when(this::isCalendar),
                Command.of("Choose the one before in the calendar", "Up", calendar::onAbove)
                        .when(this::isCalendar));
    }

    /** Something of this kind is chosen, and nothing is being written over it. */
    private BooleanSupplier chosen(Predicate<QuietDetail> kind) {
        return () -> !viewModel.forms().isWriting()
                && viewModel.detailProperty().get().filter(kind).isPresent();
    }
}
