package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.UnsavedStrip;

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
        viewModel.forms().writeSilence(List.of("host=\"db-8\""));
        SilenceFormViewModel form = viewModel.forms().silence();
        form.reasonProperty().set("a \"new\" volume");
        form.last(Duration.ofHours(4));

        assertThat(form.mutesNowProperty().get()).isEqualTo("Mutes now 1 alert");
        assertThat(form.wouldHaveProperty().get())
                .isEqualTo("In the last 30 days it would have muted 14 alerts and 9 notices,"
                        + " and made 3 notices shorter");
        viewModel.forms().save();
        files.reload();

        assertThat(viewModel.forms().isWriting()).isFalse();
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
    void showsWithFileAndLineWhatStandsInAnotherFileAndLeavesItThere() throws Exception {
        Files.writeString(directory.resolve("site.yaml"), SILENCES);
        QuietFiles files = new QuietFiles(directory);
        QuietViewModel viewModel = files.viewModel;

        viewModel.choose(viewModel.silences().getFirst());
        QuietDetail shown = viewModel.detailProperty().get().orElseThrow();
        viewModel.delete();
        viewModel.edit();

        assertThat(shown.origin()).isEqualTo("Stands in site.yaml:3, written by hand: change it there");
        assertThat(shown.canExtend() || shown.canEnd()).isFalse();
        assertThat(viewModel.forms().isWriting()).isFalse();
        assertThat(viewModel.edits().doneProperty().get())
                .isEqualTo("silences/disk-move stands in site.yaml:3:3; change it there");
        assertThat(files.text()).isEmpty();
    }

    @Test
    void editsASilenceWithItsPreviewAndKeepsItsNameItsAuthorAndItsSeconds() {
        QuietFiles files = files("""
                silences:
                  # the second volume
                  disk-move: { match: host="db-8", from: 2026-11-20T06:00:17Z, until: 2026-11-20T18:00:31Z, author: jonas, reason: disks }
                """);
        QuietViewModel viewModel = files.viewModel;
        viewModel.choose(viewModel.silences().getFirst());
        viewModel.edit();
        SilenceFormViewModel form = viewModel.forms().silence();
        assertThat(form.headingProperty().get()).isEqualTo("Silence disk-move");
        assertThat(form.mutesNowProperty().get()).isEqualTo("Mutes now 1 alert");
        assertThat(form.wouldHaveProperty().get()).startsWith("In the last 30 days it would have muted");
        assertThat(form.fromProperty().get()).isEqualTo("2026-11-20 06:00");

        form.matchersProperty().set("host=~\"db-.*\"\nrule=\"disk\"");
        form.untilProperty().set("2026-11-21 08:00");
        form.reasonProperty().set("");
        viewModel.forms().save();
        files.reload();

        assertThat(viewModel.forms().isWriting()).isFalse();
        assertThat(viewModel.silences()).singleElement().satisfies(row -> {
            assertThat(row.silence().id()).isEqualTo("disk-move");
            assertThat(row.silence().author()).isEqualTo("jonas");
            assertThat(row.silence().reason()).isEmpty();
            assertThat(row.silence().from()).isEqualTo("2026-11-20T06:00:17Z");
            assertThat(row.silence().until()).isEqualTo("2026-11-21T08:00:00Z");
            assertThat(row.silence().matchers()).hasToString("host=~\"db-.*\", rule=\"disk\"");
            assertThat(row.muted()).isEqualTo("2");
        });
        assertThat(files.text()).contains("# the second volume");
    }

    @Test
    void doesNotWriteOverWhatSomebodyElseChangedMeanwhile() {
        QuietFiles files = files(SILENCES);
        QuietViewModel viewModel = files.viewModel;
        viewModel.choose(viewModel.silences().getFirst());
        viewModel.edit();
        viewModel.forms().silence().reasonProperty().set("mine");
        files.write(SILENCES.replace("a new volume", "theirs"));

        viewModel.forms().save();

        assertThat(viewModel.forms().isWriting()).isTrue();
        assertThat(viewModel.edits().troubleProperty().get()).contains("was changed by somebody else meanwhile");
        assertThat(files.text()).contains("theirs").doesNotContain("mine");
    }

    @Test
    void keepsTheFormOpenWhileTheChosenRowLivesOn() {
        QuietFiles files = files(SILENCES);
        QuietViewModel viewModel = files.viewModel;
        viewModel.choose(viewModel.silences().getFirst());
        viewModel.edit();

        viewModel.choose(viewModel.silences().getFirst());
        assertThat(viewModel.forms().isWriting()).isTrue();

        viewModel.choose(viewModel.silences().get(1));
        assertThat(viewModel.forms().isWriting()).isFalse();
    }

    @Test
    void keepsWhatIsTypedForEachEntryUntilItIsSavedOrDiscarded() {
        QuietFiles files = files(SILENCES);
        QuietViewModel viewModel = files.viewModel;
        SilenceFormViewModel form = viewModel.forms().silence();
        viewModel.choose(viewModel.silences().get(0));
        viewModel.edit();
        form.reasonProperty().set("half a sent");
        viewModel.choose(viewModel.silences().get(1));
        viewModel.edit();
        form.untilProperty().set("2026-11-24 12:00");
        viewModel.forms().leave();

        assertThat(viewModel.forms().unsaved())
                .extracting(UnsavedStrip.Left::words)
                .containsExactly("Silence disk-move", "Silence printer");

        viewModel.choose(viewModel.silences().get(0));
        viewModel.edit();
        assertThat(form.headingProperty().get()).isEqualTo("Silence disk-move");
        assertThat(form.reasonProperty().get()).isEqualTo("half a sent");
        viewModel.forms().save();
        assertThat(files.text()).contains("half a sent");

        viewModel.forms().unsaved().getFirst().resume().run();
        assertThat(form.untilProperty().get()).isEqualTo("2026-11-24 12:00");
        viewModel.forms().close();
        assertThat(viewModel.forms().unsaved()).isEmpty();
        assertThat(viewModel.forms().isWriting()).isFalse();
    }

    @Test
    void leavesNothingBehindWhereNothingWasTyped() {
        QuietViewModel viewModel = files(SILENCES).viewModel;
        viewModel.forms().writeSilence(List.of("host=\"web-1\""));
        viewModel.choose(viewModel.silences().get(0));
        viewModel.edit();
        viewModel.forms().writeMaintenance();
        viewModel.forms().leave();

        assertThat(viewModel.forms().unsaved()).isEmpty();
    }

    @Test
    void doesNotMixTwoNewSilencesNorForgetTheFirst() {
        QuietForms forms = files(SILENCES).viewModel.forms();
        forms.writeSilence(List.of());
        forms.silence().matchersProperty().set("host=\"web-1\"");

        forms.writeSilence(List.of("host=\"db-8\""));
        String second = forms.silence().matchersProperty().get();
        forms.writeSilence(List.of());

        assertThat(second).isEqualTo("host=\"db-8\"");
        assertThat(forms.silence().matchersProperty().get()).isEqualTo("host=\"web-1\"");
    }

    @Test
    void keepsTheConflictOfWhatWasPutAside() {
        QuietFiles files = files(SILENCES);
        QuietViewModel viewModel = files.viewModel;
        viewModel.choose(viewModel.silences().getFirst());
        viewModel.edit();
        viewModel.forms().silence().reasonProperty().set("mine");
        viewModel.forms().leave();
        files.write(SILENCES.replace("a new volume", "theirs"));

        viewModel.edit();
        viewModel.forms().save();

        assertThat(viewModel.edits().troubleProperty().get()).contains("was changed by somebody else meanwhile");
        assertThat(files.text()).contains("theirs").doesNotContain("mine");
    }

    @Test
    void walksThroughTheCalendarAndOpensWhatLiesThere() {
        QuietViewModel viewModel = files(SILENCES).viewModel;
        viewModel.lookProperty().set(QuietLook.WEEK);

        viewModel.step(1);
        String first = viewModel.detailProperty().get().orElseThrow().entry().toString();
        viewModel.step(1);
        viewModel.step(-5);
        viewModel.edit();

        assertThat(first).isEqualTo("maintenance/disks");
        assertThat(viewModel.forms().maintenance().headingProperty().get()).isEqualTo("Maintenance disks");
    }

    @Test
    void makesTheFirstEntryOfAnEmptyDirectory() throws Exception {
        QuietFiles files = new QuietFiles(directory);
        Files.delete(directory.resolve("site.yaml"));
        files.viewModel.forms().writeSilence(List.of("host=\"db-8\""));

        files.viewModel.forms().save();
        files.reload();

        assertThat(files.viewModel.edits().troubleProperty().get()).isEmpty();
        assertThat(files.viewModel.silences()).hasSize(1);
    }

    @Test
    void keepsTheFormOpenWithWhatTheFilesSay() throws Exception {
        Files.writeString(directory.resolve("site.yaml"), "alerts: { bad: { when: nonsense ( } }\n");
        QuietViewModel viewModel = new QuietFiles(directory).viewModel;
        viewModel.forms().writeSilence(List.of("host=\"db-8\""));

        viewModel.forms().save();

        assertThat(viewModel.forms().isWriting()).isTrue();
        assertThat(viewModel.edits().troubleProperty().get()).contains("site.yaml:1:");
    }

    @Test
    void saysWhichLineIsNoMatcher() {
        QuietFiles files = new QuietFiles(directory);
        SilenceFormViewModel form = files.viewModel.forms().silence();
        files.viewModel.forms().writeSilence(List.of("host=\"db-8\"", "host like db"));

        assertThat(form.problemProperty().get()).startsWith("host like db is not a matcher; write such as");
        assertThat(form.mutesNowProperty().get()).isEmpty();
        files.viewModel.forms().save();
        assertThat(files.text()).isEmpty();
    }

    @Test
    void asksThePastOnlyWhenTheMatchersBecomeOthers() {
        QuietFiles files = new QuietFiles(directory);
        files.viewModel.forms().writeSilence(List.of("host=\"db-8\""));
        files.viewModel.forms().silence().matchersProperty().set("host=\"db-8\"\n");
        files.viewModel.forms().silence().untilProperty().set("18:00");

        assertThat(files.history.asked()).hasSize(1);
        assertThat(files.viewModel.forms().silence().problemProperty().get()).isEmpty();
    }

    private static Instant at(Duration later) {
        return Worlds.NOON.plus(later);
    }
}
