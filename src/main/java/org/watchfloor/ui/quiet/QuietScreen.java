package org.watchfloor.ui.quiet;

import java.util.List;
import java.util.function.BooleanSupplier;
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
    private final CalendarController calendar;
    private final SilenceFormController silenceForm;
    private final MaintenanceFormController maintenanceForm;
    private final Lazy<Parent> view;

    public QuietScreen(QuietViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        controller = new QuietController(viewModel, formats, navigation);
        calendar = new CalendarController(viewModel.calendar());
        silenceForm = new SilenceFormController(viewModel);
        maintenanceForm = new MaintenanceFormController(viewModel);
        view = new Lazy<>(() -> {
            Parent made = Fxml.load("quiet", controller, calendar, silenceForm, maintenanceForm);
            viewModel.sideProperty().subscribe((_, _) -> focus());
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
    public void show(Snapshot snapshot) {
        viewModel.show(snapshot);
    }

    /** Chooses an entry, or begins a silence with what it is to match. */
    @Override
    public boolean choose(Target target) {
        return switch (target) {
            case Target.OfNewSilence(List<String> matchers) -> {
                viewModel.writeSilence(matchers);
                yield true;
            }
            case Target.OfSilence(String silence) -> {
                viewModel.choose(AlertSection.SILENCES.entry(silence));
                yield true;
            }
            case Target.OfMaintenance(String maintenance) -> {
                viewModel.choose(AlertSection.MAINTENANCE.entry(maintenance));
                yield true;
            }
            case Target.OfHost _, Target.OfCheck _, Target.OfService _, Target.OfIncident _, Target.OfAlert _ -> false;
        };
    }

    @Override
    public void focus() {
        view.get();
        switch (viewModel.sideProperty().get()) {
            case SILENCE -> silenceForm.focus();
            case MAINTENANCE -> maintenanceForm.focus();
            case DETAIL -> {
                if (isCalendar()) {
                    calendar.focus();
                } else {
                    controller.focus();
                }
            }
        }
    }

    private boolean isCalendar() {
        return viewModel.lookProperty().get() != QuietLook.LIST;
    }

    @Override
    public List<Command> commands() {
        BooleanSupplier reading = () -> !viewModel.isWriting();
        BooleanSupplier isSilence = () -> reading.getAsBoolean()
                && viewModel
                        .detailProperty()
                        .get()
                        .filter(QuietDetail::canExtend)
                        .isPresent();
        BooleanSupplier canEnd = () -> reading.getAsBoolean()
                && viewModel.detailProperty().get().filter(QuietDetail::canEnd).isPresent();
        BooleanSupplier isChosen =
                () -> reading.getAsBoolean() && viewModel.detailProperty().get().isPresent();
        return List.of(
                Command.of("Save what is written", "Ctrl+Enter", viewModel::saveForm)
                        .when(viewModel::isWriting),
                Command.of("Close the form", "Esc", viewModel::closeForm).when(viewModel::isWriting),
                Command.of("New silence", "S", controller::onNewSilence),
                Command.of("New maintenance", "M", controller::onNewMaintenance),
                Command.of("Extend the chosen silence by 1 hour", "E", controller::onHour)
                        .when(isSilence),
                Command.of("Extend the chosen silence by 8 hours", controller::onShift)
                        .when(isSilence),
                Command.of("Extend the chosen silence by 1 day", controller::onDay)
                        .when(isSilence),
                Command.of("End the chosen silence now", "X", controller::onEnd).when(canEnd),
                Command.of("Delete what is chosen", "Delete", controller::onDelete)
                        .when(isChosen),
                Command.of("Undo the last change of the configuration", "Ctrl+Z", controller::onUndo)
                        .when(reading),
                Command.of("Show the lists", "L", () -> viewModel.lookProperty().set(QuietLook.LIST)),
                Command.of("Show a week", "W", () -> viewModel.lookProperty().set(QuietLook.WEEK)),
                Command.of("Show a month", "O", () -> viewModel.lookProperty().set(QuietLook.MONTH)),
                Command.of("Earlier days", "Left", calendar::onBack).when(this::isCalendar),
                Command.of("Later days", "Right", calendar::onAhead).when(this::isCalendar),
                Command.of("Back to today", "Home", calendar::onToday).when(this::isCalendar));
    }
}
