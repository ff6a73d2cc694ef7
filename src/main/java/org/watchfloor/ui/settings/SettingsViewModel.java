package org.watchfloor.ui.settings;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Preferences;

/** Where things lie, what is wrong with the configuration, what a person likes. FX thread only; knows no control. */
public final class SettingsViewModel {
    private final Installation installation;
    private final Preferences preferences;
    private final Formats formats;
    private final ObservableList<ConfigProblem> problems = FXCollections.observableArrayList();
    private final ObservableList<ConfigProblem> shownProblems = FXCollections.unmodifiableObservableList(problems);
    private final ReadOnlyStringWrapper inForce = new ReadOnlyStringWrapper(this, "inForce", "");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");

    public SettingsViewModel(Installation installation, Preferences preferences, Formats formats) {
        this.installation = installation;
        this.preferences = preferences;
        this.formats = formats;
    }

    public void show(Snapshot snapshot) {
        List<ConfigProblem> now = snapshot.state().configProblems();
        if (!now.equals(problems)) {
            problems.setAll(now);
        }
        Site site = snapshot.site();
        inForce.set(count(site.hosts().size(), "host") + ", "
                + count(snapshot.checks().size(), "check") + ", "
                + count(site.services().size(), "service") + ", in force since "
                + formats.moment(snapshot.state().siteLoadedAt(), snapshot.at()));
        verdict.set(verdict(now.size()));
    }

    private static String verdict(int problems) {
        return problems == 0
                ? "The files on disk are in force."
                : "The files on disk are not in force: " + count(problems, "problem")
                        + " to mend. What was loaded before" + " stays in force until then.";
    }

    private static String count(int number, String thing) {
        return Formats.number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** One problem a line, as {@code file:line:column: what; how to mend}. */
    String problemsText() {
        return problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
    }

    ObservableList<ConfigProblem> problems() {
        return shownProblems;
    }

    public ReadOnlyStringProperty inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    Installation installation() {
        return installation;
    }

    Preferences preferences() {
        return preferences;
    }
}
