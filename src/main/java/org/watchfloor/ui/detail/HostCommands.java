package org.watchfloor.ui.detail;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** What can be done with a host that lies open, and with the check that is looked at. FX thread only. */
final class HostCommands {
    private final HostViewModel viewModel;
    private final HistoryViewModel history;
    private final Navigation navigation;
    private final String host;

    HostCommands(String host, HostViewModel viewModel, HistoryViewModel history, Navigation navigation) {
        this.host = host;
        this.viewModel = viewModel;
        this.history = history;
        this.navigation = navigation;
    }

    Command checkNow() {
        return Command.of("Check " + host + " now", "R", () -> tell("Checking " + host, viewModel::checkNow))
                .when(viewModel::canCheck);
    }

    Command pause() {
        return Command.of("Pause " + host, "P", () -> tell("Pausing " + host, viewModel::pause))
                .when(viewModel::canPause);
    }

    Command resume() {
        return Command.of("Resume " + host, "P", () -> tell("Resuming " + host, viewModel::resume))
                .when(viewModel::canResume);
    }

    Command acknowledge() {
        return Command.of(
                        "Acknowledge the incident of " + host,
                        "A",
                        () -> tell("Acknowledging " + host, viewModel::acknowledge))
                .when(viewModel::canAcknowledge);
    }

    Command openIncident() {
        return Command.of(
                        "Open the incident of " + host,
                        "I",
                        () -> viewModel
                                .incident()
                                .ifPresent(incident -> navigation.open(new Target.OfIncident(incident.id()))))
                .when(() -> viewModel.incident().isPresent());
    }

    Command checkSelectedNow() {
        return Command.of(
                        "Check only " + check() + " now",
                        () -> tell("Checking " + check(), viewModel::checkSelectedNow))
                .when(viewModel::canCheck);
    }

    /** Its key is taken while it is under way too, so that nothing else happens then. */
    Command diagnose() {
        return Command.of("Diagnose " + check(), "D", () -> {
                    if (viewModel.isDiagnosing()) {
                        viewModel.awaitDiagnosis();
                        navigation.tell(check() + " is being diagnosed already");
                    } else {
                        tell("Diagnosing " + check(), viewModel::diagnoseSelected);
                    }
                })
                .when(viewModel::canDiagnose);
    }

    Command pauseSelected() {
        return Command.of("Pause only " + check(), () -> tell("Pausing " + check(), viewModel::pauseSelected))
                .when(() -> viewModel.canCheck() && !viewModel.isSelectedPaused());
    }

    Command resumeSelected() {
        return Command.of("Resume only " + check(), () -> tell("Resuming " + check(), viewModel::resumeSelected))
                .when(viewModel::isSelectedPaused);
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(
                checkNow(),
                diagnose(),
                pause(),
                resume(),
                acknowledge(),
                openIncident(),
                checkSelectedNow(),
                pauseSelected(),
                resumeSelected()));
        for (Range range : Range.values()) {
            all.add(Command.of("Chart of the last " + range.text(), () -> history.look(range)));
        }
        for (Metric metric : history.metrics()) {
            all.add(Command.of("Chart of " + SafeText.line(metric.name(), 60), () -> history.pick(metric)));
        }
        return all;
    }

    private String check() {
        return viewModel.selectedProperty().get().map(CheckId::toString).orElse(host);
    }

    private void tell(String text, Runnable command) {
        command.run();
        navigation.tell(text);
    }
}
