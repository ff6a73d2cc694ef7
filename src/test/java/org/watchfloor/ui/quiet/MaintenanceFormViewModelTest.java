package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceFormViewModelTest {
    private final QuietFiles files;
    private final MaintenanceFormViewModel form;

    MaintenanceFormViewModelTest(@TempDir Path directory) {
        files = new QuietFiles(directory);
        form = files.viewModel.maintenanceForm();
        files.viewModel.writeMaintenance();
        form.targetsProperty().set("web-*, db-1");
        form.fromProperty().set("2026-11-22 22:00");
        form.toProperty().set("2026-11-23 02:00");
    }

    @Test
    void asksWhatItIsFor() {
        form.targetsProperty().set(" , ");

        assertThat(form.problemProperty().get()).contains("is for nothing");
        files.viewModel.saveForm();
        assertThat(files.text()).isEmpty();
    }

    @Test
    void showsTheNextFiveOfEveryWeek() {
        form.kindProperty().set(WorkKind.WEEKLY);
        form.days().add(DayOfWeek.WEDNESDAY);

        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(form.nextProperty().get().lines())
                .containsExactly(
                        "Sun 2026-11-22 22:00:00 UTC, 2 h",
                        "Wed 2026-11-25 22:00:00 UTC, 2 h",
                        "Sun 2026-11-29 22:00:00 UTC, 2 h",
                        "Wed 2026-12-02 22:00:00 UTC, 2 h",
                        "Sun 2026-12-06 22:00:00 UTC, 2 h");
    }

    @Test
    void showsThemInTheirOwnZoneAcrossTheChangeOfTheClock() {
        form.kindProperty().set(WorkKind.MONTHLY);
        form.ordinalProperty().set(Ordinal.LAST);
        form.weekdayProperty().set(DayOfWeek.SUNDAY);
        form.zoneProperty().set("Europe/Berlin");
        form.fromProperty().set("2027-02-01 01:30");

        assertThat(form.nextProperty().get().lines().limit(2))
                .containsExactly("Sun 2027-02-28 01:30:00 CET, 2 h", "Sun 2027-03-28 01:30:00 CET, 2 h");
    }

    @Test
    void takesRulesAndCronAsTheyAre() {
        form.kindProperty().set(WorkKind.CRON);
        form.ruleProperty().set("0 22 * * fri");
        form.lastsProperty().set("30m");
        assertThat(form.nextProperty().get()).startsWith("Fri 2026-11-20 22:00:00 UTC, 30 min");

        form.ruleProperty().set("0 22 * *");
        assertThat(form.problemProperty().get()).contains("cron");
        assertThat(form.nextProperty().get()).isEmpty();
    }

    @Test
    void cannotBeBrokenOutOfByWhatIsTyped() {
        form.titleProperty().set("\"}}, alerts: {x: {when: \"state == UP\\\"");

        assertThat(form.problemProperty().get()).isEmpty();
        files.viewModel.saveForm();
        files.reload();
        assertThat(files.viewModel.planned())
                .singleElement()
                .satisfies(row -> assertThat(row.planned().title()).startsWith("\"}}, alerts"));
    }

    @Test
    void savesWhatTakesPlaceOnce() {
        form.titleProperty().set("New racks");
        files.viewModel.saveForm();
        files.reload();

        assertThat(files.viewModel.planned())
                .singleElement()
                .extracting(row -> row.planned().title() + ", " + row.targets() + ", " + row.kind())
                .isEqualTo("New racks, hosts web-*, db-1, once");
    }
}
