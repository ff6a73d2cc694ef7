package org.watchfloor.ui.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class OnCallViewModelTest {
    private final OnCallViewModel viewModel = new OnCallViewModel(new Formats(ZoneId.of("Europe/Berlin")));

    OnCallViewModelTest() {
        viewModel.show(Worlds.alarmed().snapshot());
    }

    @Test
    void saysWhoIsOnCallUntilWhenAndWhoIsNext() {
        assertThat(viewModel.rotas())
                .extracting(line -> line.title() + ": " + line.text() + "; " + line.note())
                .containsExactly(
                        "Databases: Mara Lind until 23:00:00 CET (stands in: Jonas is at a conference); then Mara Lind"
                                + " until 2026-11-21 09:00:00 CET",
                        "Operations: Mara Lind until 2026-11-23 10:00:00 CET; then Jonas Weber until"
                                + " 2026-11-30 10:00:00 CET");
    }

    @Test
    void saysWhoIsToldAndWhoNext() {
        assertThat(viewModel.receivers())
                .extracting(PlanLine::text)
                .containsExactly(
                        "at once: on call in Databases, ops-chat",
                        "at once: ops-mail, console\nafter 10 min: on call in Operations\nafter 30 min: ops-chat,"
                                + " Jonas Weber");
    }

    @Test
    void saysWhatIsQuietNowAndSoon() {
        assertThat(viewModel.quiet())
                .extracting(line -> (line.isNow() ? "now " : "soon ") + line.title() + " " + line.text())
                .containsExactly(
                        "now Silence disk-move until 19:00:00 CET",
                        "now Maintenance VPN gateway update until 14:00:00 CET",
                        "soon Silence printer from 2026-11-23 09:00:00 CET until 2026-11-23 13:00:00 CET");
    }
}
