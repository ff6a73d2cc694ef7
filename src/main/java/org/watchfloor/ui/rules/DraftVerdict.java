package org.watchfloor.ui.rules;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.model.Counted;

/** What there is to say of a draft: a sentence, its problems, and whether it can be saved. FX thread only. */
final class DraftVerdict {
    final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(this, "said", Said.NOTHING);
    final ReadOnlyBooleanWrapper fit = new ReadOnlyBooleanWrapper(this, "fit");
    final ObservableList<ProblemLine> problems = FXCollections.observableArrayList();
    final ObservableList<ProblemLine> shownProblems = FXCollections.unmodifiableObservableList(problems);

    void well(String sentence) {
        said.set(Said.well(sentence));
    }

    void complain(String sentence) {
        said.set(Said.trouble(sentence));
    }

    void fit() {
        problems.clear();
        fit.set(true);
        well("Valid. Not saved yet.");
    }

    void refused(String sentence) {
        problems.clear();
        complain(sentence);
    }

    void wrong(List<ProblemLine> found) {
        problems.setAll(found);
        complain(Counted.of(found.size(), "problem") + " to mend before it can be saved.");
    }
}
