package org.watchfloor.ui.quiet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.UnsavedStrip.Left;

/**
 * What is written beside the lists, one thing at a time. What was typed and not saved is put aside when something else
 * is looked at, and stays until it is saved or discarded. FX thread only; knows no control.
 */
final class QuietForms {
    /** What lies beside the lists. */
    enum Side {
        DETAIL,
        SILENCE,
        MAINTENANCE,
        IMPORT
    }

    /** @param what names the entry, or what something new began with */
    private record Key(Side side, String what) {
        static final Key NONE = new Key(Side.DETAIL, "");
    }

    private final QuietEdits edits;
    private final Formats formats;
    private final SilenceFormViewModel silence;
    private final MaintenanceFormViewModel maintenance;
    private final ImportViewModel calendar;
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(this, "side", Side.DETAIL);
    private final Map<Key, Left> aside = new LinkedHashMap<>();
    private final ObservableList<Left> unsaved = FXCollections.observableArrayList();
    private final ObservableList<Left> shownUnsaved = FXCollections.unmodifiableObservableList(unsaved);
    private Key open = Key.NONE;
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
        begin(new Key(Side.SILENCE, String.join("\n", matchers)), () -> silence.open(matchers));
    }

    void writeMaintenance() {
        begin(new Key(Side.MAINTENANCE, ""), () -> maintenance.open(now));
    }

    /** Begins with what stands in the file. */
    void edit(WrittenEntry entry) {
        String id = entry.id().toString();
        if (entry.id().section().equals(AlertSection.MAINTENANCE.key())) {
            begin(new Key(Side.MAINTENANCE, id), () -> maintenance.open(entry, now));
            return;
        }
        EntryDraft draft = EntryDraft.read(AlertSection.SILENCES, entry.keys(), formats.zone());
        draft.policy().silences().stream()
                .findFirst()
                .ifPresentOrElse(
                        found -> begin(new Key(Side.SILENCE, id), () -> silence.open(entry, found)),
                        () -> edits.fail(entry.place() + ": " + draft.problem()));
    }

    /** Reads a calendar, which is taken over when it is saved; one that was read before is forgotten. */
    void importFrom(Path file) {
        leave();
        aside.keySet().removeIf(key -> key.side() == Side.IMPORT);
        begin(new Key(Side.IMPORT, file.toString()), () -> calendar.open(file));
    }

    /** Goes on with what was put aside, if anything was; what lies open already stays as it is typed. */
    private void begin(Key key, Runnable anew) {
        if (!key.equals(open) || form().filter(QuietForm::isTyped).isEmpty()) {
            leave();
            Optional.ofNullable(aside.remove(key))
                    .map(Left::resume)
                    .orElse(anew)
                    .run();
            lay(key);
        }
    }

    private void resume(Key key, Runnable putBack) {
        leave();
        aside.remove(key);
        putBack.run();
        lay(key);
    }

    private void lay(Key key) {
        open = key;
        unsaved.setAll(aside.entrySet().stream()
                .map(one -> new Left(
                        one.getValue().words(),
                        () -> resume(one.getKey(), one.getValue().resume())))
                .toList());
        side.set(key.side());
    }

    void save() {
        Key saved = open;
        form().ifPresent(form -> form.save(() -> saved(saved)));
    }

    /** Something else may lie open by then. */
    private void saved(Key key) {
        aside.remove(key);
        lay(key.equals(open) ? Key.NONE : open);
    }

    /** Nothing is written any more; what was typed is put aside. */
    void leave() {
        form().filter(QuietForm::isTyped).ifPresent(form -> aside.put(open, new Left(form.words(), form.putAside())));
        close();
    }

    /** Nothing is written any more; what was typed is gone. */
    void close() {
        edits.forgetTrouble();
        lay(Key.NONE);
    }

    boolean isWriting() {
        return side.get() != Side.DETAIL;
    }

    private Optional<QuietForm> form() {
        return switch (side.get()) {
            case DETAIL -> Optional.empty();
            case SILENCE -> Optional.of(silence);
            case MAINTENANCE -> Optional.of(maintenance);
            case IMPORT -> Optional.of(calendar);
        };
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

    /** What was typed and left, in the order in which it was; unmodifiable. */
    ObservableList<Left> unsaved() {
        return shownUnsaved;
    }
}
