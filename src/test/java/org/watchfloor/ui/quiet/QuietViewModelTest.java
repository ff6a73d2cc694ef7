package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.ui.Worlds;

class QuietViewModelTest {
    private static final String SILENCES = """
            silences:
              over: { match: host="web-1", from: 2026-11-19T06:00, until: 2026-11-19T08:00, author: jonas }
              disk-move: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: a new volume }
              printer: { match: host="printer", from: 2026-11-23T08:00, until: 2026-11-23T12:00, author: jonas }
            maintenance:
              weekly: { rrule: FREQ=WEEKLY;BYDAY=SU, from: 2026-11-01T22:00, lasts: 2h, zone: UTC, groups: web }
              vpn: { title: VPN update, from: 2026-11-20T11:00, to: 2026-11-20T13:00, hosts: vpn-gateway }
              disks: { cron: "0 0 * * *", lasts: 24h, flexible: 1h, hosts: "db-*" }
            """;

    @TempDir
    private Path directory = Path.of("");

    private QuietFiles files(String yaml) {
        QuietFiles files = new QuietFiles(directory);
        files.write(yaml);
        return files;
    }

    @Test
    void listsWhatIsInForceThenWhatComesThenWhatIsPast() {
        QuietViewModel viewModel = files(SILENCES).viewModel;

        assertThat(viewModel.silences())
                .extracting(
                        row -> row.silence().id() + " " + row.phase().text() + " " + row.mutes() + " " + row.muted())
                .containsExactly("disk-move in force 1 2", "printer coming 0 0", "over past 0 2");
    }

    @Test
    void saysOfMaintenanceWhatIsUnderWayAndWhatComes() {
        QuietViewModel viewModel = files(SILENCES).viewModel;

        assertThat(viewModel.planned())
                .extracting(
                        row -> row.planned().title() + ": " + row.state() + ", " + row.targets() + ", " + row.kind())
                .containsExactly(
                        "disks: may begin, hosts db-*, recurring, flexible: 1 h from the first trouble",
                        "VPN update: under way, hosts vpn-gateway, once",
                        "weekly: planned, groups web, recurring");
    }

    @Test
    void makesASilenceWithAPreviewExtendsAndEndsIt() {
        QuietFiles files = new QuietFiles(directory);
        QuietViewModel viewModel = files.viewModel;
        viewModel.writeSilence(List.of("host=\"db-8\""));
        SilenceFormViewModel form = viewModel.silenceForm();
        form.reasonProperty().set("a \"new\" volume");
        form.last(Duration.ofHours(4));

        assertThat(form.mutesNowProperty().get()).isEqualTo("Mutes now 1 alert");
        assertThat(form.wouldHaveProperty().get())
                .isEqualTo("In the last 30 days it would have muted 14 alerts and 9 notices,"
                        + " and made 3 notices shorter");
        viewModel.saveForm();
        files.reload();

        assertThat(viewModel.isWriting()).isFalse();
        assertThat(viewModel.silences())
                .singleElement()
                .satisfies(row -> assertThat(row.silence().until()).isEqualTo(at(Duration.ofHours(4))));
        assertThat(viewModel.silences().getFirst().silence().reason()).isEqualTo("a \"new\" volume");
        assertThat(viewModel.silences().getFirst().silence().author()).isEqualTo("mara");

        viewModel.choose(viewModel.silences().getFirst());
        viewModel.extend(Duration.ofHours(1));
        files.reload();
        assertThat(viewModel.silences().getFirst().silence().until()).isEqualTo(at(Duration.ofHours(5)));

        viewModel.edits().undo();
        files.reload();
        assertThat(viewModel.silences().getFirst().silence().until()).isEqualTo(at(Duration.ofHours(4)));
    }

    @Test
    void endsWhatIsInForceAndTakesAwayWhatHasNotBegun() {
        QuietFiles files = files(SILENCES);
        QuietViewModel viewModel = files.viewModel;

        viewModel.choose(viewModel.silences().get(0));
        viewModel.end();
        viewModel.choose(viewModel.silences().get(1));
        viewModel.end();
        files.reload();

        assertThat(viewModel.silences())
                .extracting(row -> row.silence().id() + " " + row.phase().text())
                .containsExactly("disk-move past", "over past");
    }

    @Test
    void showsWithFileAndLineWhatStandsInAnotherFile() throws Exception {
        Files.writeString(directory.resolve("site.yaml"), SILENCES);
        QuietFiles files = files(SILENCES);
        Files.delete(directory.resolve(SiteEditor.FILE));

        files.viewModel.choose(files.viewModel.silences().getFirst());
        files.viewModel.delete();

        assertThat(files.viewModel.edits().troubleProperty().get()).contains("site.yaml:3");
    }

    @Test
    void keepsTheFormOpenWithWhatTheFilesSay() throws Exception {
        Files.writeString(directory.resolve("site.yaml"), "alerts: { bad: { when: nonsense ( } }\n");
        QuietViewModel viewModel = new QuietFiles(directory).viewModel;
        viewModel.writeSilence(List.of("host=\"db-8\""));

        viewModel.saveForm();

        assertThat(viewModel.isWriting()).isTrue();
        assertThat(viewModel.edits().troubleProperty().get()).contains("site.yaml:1:");
    }

    @Test
    void saysWhichLineIsNoMatcher() {
        QuietFiles files = new QuietFiles(directory);
        SilenceFormViewModel form = files.viewModel.silenceForm();
        files.viewModel.writeSilence(List.of("host=\"db-8\"", "host like db"));

        assertThat(form.problemProperty().get()).startsWith("host like db is not a matcher; write such as");
        assertThat(form.mutesNowProperty().get()).isEmpty();
        files.viewModel.saveForm();
        assertThat(files.text()).isEmpty();
    }

    @Test
    void asksThePastOnlyWhenTheMatchersBecomeOthers() {
        QuietFiles files = new QuietFiles(directory);
        files.viewModel.writeSilence(List.of("host=\"db-8\""));
        files.viewModel.silenceForm().matchersProperty().set("host=\"db-8\"\n");
        files.viewModel.silenceForm().untilProperty().set("18:00");

        assertThat(files.history.asked()).hasSize(1);
        assertThat(files.viewModel.silenceForm().problemProperty().get()).isEmpty();
    }

    private static Instant at(Duration later) {
        return Worlds.NOON.plus(later);
    }
}
