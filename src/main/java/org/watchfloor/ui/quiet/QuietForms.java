package org.watchfloor.ui.quiet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.ui.fx.Formats;

/** What is written beside the lists, one thing at a time. FX thread only; knows no control. */
final class QuietForms {
    /** What lies beside the lists. */
    enum Side {
        DETAIL,
        SILENCE,
        MAINTENANCE,
        IMPORT
    }

    private final QuietEdits edits;
    private final Formats formats;
    private final SilenceFormViewModel silence;
    private final MaintenanceFormViewModel maintenance;
    private final ImportViewModel calendar;
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(this, "side", Side.DETAIL);
    private Instant now = Instant.EPOCH;

    QuietForms(SilenceHistory history, QuietEdits edits, CalendarFiles files, Formats formats, Executor fx) {
        this.edits = edits;
        this.formats = formats;
        silence = new SilenceFormViewModel(history, edits, formats, fx);
        maintenance = new MaintenanceFormViewModel(edits, formats);
        calendar = new ImportViewModel(edits, files, formats, fx);
    }

    void show(PresentAlerts present, Instant at) {
        now = at;
        silence.show(present, now);
        maintenance.show(now);
        calendar.show(now);
    }

    /** @param matchers what it begins with */
    void writeSilence(List<String> matchers) {
        silence.open(matchers);
        side.set(Side.SILENCE);
    }

    void writeMaintenance() {
        maintenance.open(now);
        side.set(Side.MAINTENANCE);
    }

    /** Begins with what stands in the file. */
    void edit(WrittenEntry entry) {
        if (entry.id().section().equals(AlertSection.MAINTENANCE.key())) {
            maintenance.open(entry, now);
            side.set(Side.MAINTENANCE);
            return;
        }
        EntryDraft draft = EntryDraft.read(AlertSection.SILENCES, entry.keys(), formats.zone());
        draft.policy().silences().stream()
                .findFirst()
                .ifPresentOrElse(
                        found -> {
                            silence.open(entry, found);
                            side.set(Side.SILENCE);
                        },
                        () -> edits.fail(entry.place() + ": " + draft.problem()));
    }

    /** Reads a calendar, which is taken over when it is saved. */
    void importFrom(Path file) {
        calendar.open(file);
        side.set(Side.IMPORT);
    }

    void save() {
        switch (side.get()) {
            case DETAIL -> {}
            case SILENCE -> silence.save(this::close);
            case MAINTENANCE -> maintenance.save(this::close);
            case IMPORT -> calendar.save(this::close);
        }
    }

    void close() {
        edits.forgetTrouble();
        side.set(Side.DETAIL);
    }

    boolean isWriting() {
        return side.get() != Side.DETAIL;
    }

    SilenceFormViewModel silence() {
        return silence;
    }

    MaintenanceFormViewModel maintenance() {
        return maintenance;
    }

    ImportViewModel calendar() {
        return calendar;
    }

    ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }
}
