package org.watchfloor.ui.quiet;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the person for a calendar file, in the dialog of the operating system. FX thread only. */
final class CalendarChooser {
    private static final String ENDING = ".ics";

    private CalendarChooser() {}

    static Optional<Path> toRead(Window owner) {
        FileChooser chooser = chooser("Import a calendar");
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    static Optional<Path> toWrite(Window owner) {
        FileChooser chooser = chooser("Export all maintenance as a calendar");
        chooser.setInitialFileName("maintenance" + ENDING);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Calendars (iCalendar)", "*" + ENDING),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return chooser;
    }
}
