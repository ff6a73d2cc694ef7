package org.watchfloor.alert;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that changes one rule again and again, says what is done, and waits to be killed. */
final class KilledEditor {
    private KilledEditor() {}

    public static void main(String[] args) throws IOException {
        EditedFiles files = new EditedFiles(Path.of(args[0]));
        for (int number = 1; true; number++) {
            files.done(EditedFiles.save("edited", "latency > " + number + "ms"));
            System.out.println("done " + number);
        }
    }
}
