package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars out and in, on real files. */
class ImportViewModelTest {
    private static final String PLANS = """
            maintenance:
              vpn: { title: VPN update, from: 2026-11-20T11:00, to: 2026-11-20T13:00, hosts: vpn-gateway }
              racks: { title: New racks, from: 2026-11-27T11:00, to: 2026-11-27T13:00, groups: [web, data] }
            """;

    private final Path directory;
    private final QuietFiles files;
    private final ImportViewModel form;

    ImportViewModelTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        files = new QuietFiles(Files.createDirectory(directory.resolve("config")));
        files.write(PLANS);
        form = files.viewModel.forms().calendar();
    }

    private void open(String... events) throws IOException {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
        files.viewModel.forms().importFrom(Files.writeString(directory.resolve("plan.ics"), text));
    }

    private static String event(String uid, String day, String... more) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART:" + day + "T110000Z\r\nDTEND:" + day + "T130000Z\r\nSUMMARY:"
                + uid + "\r\n" + String.join("", more) + "END:VEVENT\r\n";
    }

    @Test
    void saysWhatIsNewWhatChangesAndWhatCannotBeReadBeforeAnythingIsWritten() throws IOException {
        open(event("maintenance-racks@watchfloor", "20261128"), event("disks", "20261129"), event("odd", "2026113X"));
        form.targets().namesProperty().set("db-*");

        assertThat(form.summaryProperty().get()).isEqualTo("1 new, 1 changed, 0 as they are, 1 not taken over");
        assertThat(form.linesProperty().get().lines())
                .containsExactly(
                        "+ disks: 2026-11-29 11:00:00 UTC, 2 h",
                        "~ maintenance-racks@watchfloor: 2026-11-28 11:00:00 UTC, 2 h");
        assertThat(form.leftProperty().get()).startsWith("line ").contains("odd");
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(files.text()).isEqualTo(PLANS);
    }

    @Test
    void keepsWhatTheOldIsForAndAsksOnlyForTheNew() throws IOException {
        open(event("maintenance-racks@watchfloor", "20261128"), event("disks", "20261129"));
        assertThat(form.leftProperty().get()).contains("disks").contains("it is not said what it is for");

        form.targets().namesProperty().set("db-*");
        files.viewModel.forms().save();
        files.reload();

        assertThat(files.viewModel.forms().isWriting()).isFalse();
        assertThat(files.viewModel.edits().doneProperty().get()).isEqualTo("2 events imported; Undo takes them back");
        assertThat(files.viewModel.planned())
                .extracting(row -> row.planned().title() + ", " + row.targets())
                .containsExactly(
                        "VPN update, hosts vpn-gateway",
                        "maintenance-racks@watchfloor, groups web, data",
                        "disks, hosts db-*");
    }

    @Test
    void findsNothingToChangeInWhatItWroteItself() throws IOException {
        Path file = directory.resolve("out.ics");
        files.viewModel.exportTo(file);
        assertThat(files.viewModel.edits().doneProperty().get()).isEqualTo("All maintenance is written to " + file);
        assertThat(Files.readString(file)).contains("SUMMARY:VPN update");

        files.viewModel.forms().importFrom(file);

        assertThat(form.summaryProperty().get()).isEqualTo("0 new, 0 changed, 2 as they are, 0 not taken over");
        assertThat(form.canSave()).isFalse();
    }

    @Test
    void saysWhyAFileCannotBeReadOrWritten() throws IOException {
        files.viewModel.forms().importFrom(directory.resolve("gone.ics"));
        assertThat(form.problemProperty().get())
                .endsWith("gone.ics cannot be read: it is not there; choose another file");
        assertThat(form.canSave()).isFalse();

        files.viewModel.forms().importFrom(Files.writeString(directory.resolve("note.ics"), "hello"));
        assertThat(form.summaryProperty().get()).startsWith("0 new, 0 changed");
        assertThat(form.leftProperty().get()).isNotEmpty();

        files.viewModel.forms().close();
        files.viewModel.exportTo(directory.resolve("nowhere/out.ics"));
        assertThat(files.viewModel.edits().troubleProperty().get()).contains("cannot be written: it is not there");
    }

    @Test
    void saysWhatTheConfigurationHasAgainstIt() throws IOException {
        Files.writeString(directory.resolve("config/site.yaml"), "alerts: { bad: { when: nonsense ( } }\n");
        open(event("maintenance-racks@watchfloor", "20261128"));

        assertThat(form.problemProperty().get()).contains("site.yaml:1:");
        assertThat(form.canSave()).isFalse();
    }
}
