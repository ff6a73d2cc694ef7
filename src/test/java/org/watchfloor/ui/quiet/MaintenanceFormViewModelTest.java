package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Written;

class MaintenanceFormViewModelTest {
    private final QuietFiles files;
    private final MaintenanceFormViewModel form;

    MaintenanceFormViewModelTest(@TempDir Path directory) {
        files = new QuietFiles(directory);
        form = files.viewModel.forms().maintenance();
        files.viewModel.forms().writeMaintenance();
        form.fields().targets().namesProperty().set("web-*, db-1");
        form.fields().fromProperty().set("2026-11-22 22:00");
        form.fields().toProperty().set("2026-11-23 02:00");
    }

    @Test
    void asksWhatItIsFor() {
        form.fields().targets().namesProperty().set(" , ");

        assertThat(form.problemProperty().get()).contains("is for nothing");
        files.viewModel.forms().save();
        assertThat(files.text()).isEmpty();
    }

    @Test
    void isLeftAndTakenUpAgainWithAllThatIsTyped() {
        QuietForms forms = files.viewModel.forms();
        form.fields().kindProperty().set(WorkKind.WEEKLY);
        form.fields().days().add(DayOfWeek.WEDNESDAY);
        form.fields().titleProperty().set("Patches");
        form.fields().targets().kindProperty().set("groups");
        Written.Keys typed = form.fields().keys();

        forms.writeSilence(List.of("host=\"web-1\""));
        String left = forms.unsaved().getFirst().words();
        forms.leave();
        forms.writeMaintenance();

        assertThat(left).isEqualTo("New maintenance: Patches");
        assertThat(form.fields().keys()).isEqualTo(typed);
        assertThat(form.fields().targets().kindProperty().get()).isEqualTo("groups");
        assertThat(form.nextProperty().get()).startsWith("Sun 2026-11-22");
        assertThat(forms.unsaved()).isEmpty();
    }

    @Test
    void showsTheNextFiveOfEveryWeek() {
        form.fields().kindProperty().set(WorkKind.WEEKLY);
        form.fields().days().add(DayOfWeek.WEDNESDAY);

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
        form.fields().kindProperty().set(WorkKind.MONTHLY);
        form.fields().ordinalProperty().set(Ordinal.LAST);
        form.fields().weekdayProperty().set(DayOfWeek.SUNDAY);
        form.fields().zoneProperty().set("Europe/Berlin");
        form.fields().fromProperty().set("2027-02-01 01:30");

        assertThat(form.nextProperty().get().lines().limit(2))
                .containsExactly("Sun 2027-02-28 01:30:00 CET, 2 h", "Sun 2027-03-28 01:30:00 CET, 2 h");
    }

    @Test
    void takesRulesAndCronAsTheyAre() {
        form.fields().kindProperty().set(WorkKind.CRON);
        form.fields().ruleProperty().set("0 22 * * fri");
        form.fields().lastsProperty().set("30m");
        assertThat(form.nextProperty().get()).startsWith("Fri 2026-11-20 22:00:00 UTC, 30 min");

        form.fields().ruleProperty().set("0 22 * *");
        assertThat(form.problemProperty().get()).contains("cron");
        assertThat(form.nextProperty().get()).isEmpty();
    }

    @Test
    void cannotBeBrokenOutOfByWhatIsTyped() {
        form.fields().titleProperty().set("\"}}, alerts: {x: {when: \"state == UP\\\"");

        assertThat(form.problemProperty().get()).isEmpty();
        files.viewModel.forms().save();
        files.reload();
        assertThat(files.viewModel.planned())
                .singleElement()
                .satisfies(row -> assertThat(row.planned().title()).startsWith("\"}}, alerts"));
    }

    @Test
    void savesWhatTakesPlaceOnce() {
        form.fields().titleProperty().set("New racks");
        files.viewModel.forms().save();
        files.reload();

        assertThat(files.viewModel.planned())
                .singleElement()
                .extracting(row -> row.planned().title() + ", " + row.targets() + ", " + row.kind())
                .isEqualTo("New racks, hosts web-*, db-1, once");
    }

    @Test
    void editsEachKindAsItStandsInTheFile() {
        assertThat(
                        edited(
                                "{ rrule: \"FREQ=WEEKLY;BYDAY=SU,WE\", from: 2026-11-01T22:00, lasts: 2h, hosts: [web-*, db-1] }"))
                .isEqualTo("WEEKLY hosts=web-*, db-1");
        assertThat(form.fields().days()).containsExactlyInAnyOrder(DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY);
        assertThat(edited("{ rrule: FREQ=MONTHLY;BYDAY=-1SA, from: 2026-01-31T18:00, lasts: 16h, tags: dc-2 }"))
                .isEqualTo("MONTHLY tags=dc-2");
        assertThat(form.fields().ordinalProperty().get()).isEqualTo(Ordinal.LAST);
        assertThat(form.fields().weekdayProperty().get()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(edited("{ rrule: FREQ=YEARLY;COUNT=3, from: 2026-12-31T18:00, lasts: 16h, matching: [a=b, c=d] }"))
                .isEqualTo("RRULE matching=a=b; c=d");
        assertThat(edited("{ cron: \"30 2 * * *\", lasts: 2h, flexible: 30m, groups: data }"))
                .isEqualTo("CRON groups=data");
        assertThat(form.fields().flexibleProperty().get()).isEqualTo("30m");
        assertThat(edited("{ from: 2026-11-20T11:00, to: 2026-11-20T13:00, services: shop }"))
                .isEqualTo("ONCE services=shop");
    }

    @Test
    void savesAnEditedOneInItsPlaceWithAllThatItIsFor() {
        edited("{ title: Patches, rrule: FREQ=WEEKLY;BYDAY=TU, from: 2026-01-06T22:00, lasts: 4h, zone: Europe/Berlin,"
                + " except: [2026-12-22, 2026-12-29], hosts: web-1, groups: [data, web] }");
        assertThat(form.fields().targets().besidesProperty().get()).isEqualTo("groups data, web");
        assertThat(form.fields().exceptProperty().get()).isEqualTo("2026-12-22, 2026-12-29");

        form.fields().lastsProperty().set("3h");
        form.fields().targets().kindProperty().set("groups");
        form.fields().targets().namesProperty().set("web");
        files.viewModel.forms().save();
        files.reload();

        assertThat(files.viewModel.planned()).singleElement().satisfies(row -> {
            assertThat(row.planned().id()).isEqualTo("planned");
            assertThat(row.planned().title()).isEqualTo("Patches");
            assertThat(row.targets()).isEqualTo("hosts web-1; groups web");
        });
        assertThat(files.text())
                .contains("lasts: 3h")
                .contains("zone: Europe/Berlin")
                .contains("2026-12-29");
    }

    @Test
    void takesTheNamesAlongToAnotherKindWhileThereIsNoOther() {
        form.fields().targets().kindProperty().set("groups");

        assertThat(form.fields().targets().namesProperty().get()).isEqualTo("web-*, db-1");
        assertThat(form.fields().targets().besidesProperty().get()).isEmpty();
    }

    private String edited(String entry) {
        files.write("maintenance:\n  planned: " + entry + "\n");
        files.viewModel.choose(files.viewModel.planned().getFirst());
        files.viewModel.edit();
        assertThat(form.problemProperty().get()).isEmpty();
        return form.fields().kindProperty().get() + " "
                + form.fields().targets().kindProperty().get() + "="
                + form.fields().targets().namesProperty().get();
    }
}
