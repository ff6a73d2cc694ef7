package org.watchfloor.ui.recovery;

import java.util.Collection;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;

/** What can be done about what is looked at. FX thread only; knows no control. */
public final class MendModel {
    private final ActionBook book;
    private final ReportModel report;
    private final ReadOnlyObjectWrapper<Mending> mending =
            new ReadOnlyObjectWrapper<>(this, "mending", Mending.NOTHING);

    public MendModel(ActionBook book, ReportModel report) {
        this.book = book;
        this.report = report;
    }

    /** Of one check, also what fits it while it works. */
    public void show(Snapshot snapshot, CheckId check) {
        book.show(snapshot);
        mending.set(Mending.of(snapshot, check, book));
        report.show(snapshot, check);
    }

    /** Of those among them that fail. */
    public void showFailing(Snapshot snapshot, Collection<CheckId> checks) {
        book.show(snapshot);
        mending.set(Mending.ofFailing(snapshot, checks, book));
    }

    /** Nothing is looked at. */
    public void clear() {
        report.clear();
        mending.set(Mending.NOTHING);
    }

    /** Asks what fails there that no check sees; nothing if something is known to. */
    public void askForReport() {
        report.ask();
    }

    /** Whether nothing is known to fail there. */
    public ObservableBooleanValue sound() {
        return Bindings.createBooleanBinding(
                () -> report.subjectProperty().get() instanceof ReportModel.Subject.Sound, report.subjectProperty());
    }

    ReportModel report() {
        return report;
    }

    ReadOnlyObjectProperty<Mending> mendingProperty() {
        return mending.getReadOnlyProperty();
    }
}
