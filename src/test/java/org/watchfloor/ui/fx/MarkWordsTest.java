package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Mark;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.Worlds;

class MarkWordsTest {
    private final Snapshot snapshot = Worlds.marked().snapshot();
    private final MarkWords words = new MarkWords(new Formats(ZoneId.of("Europe/Berlin")), snapshot.at());

    @Test
    void namesTheOwnerAndUntilWhen() {
        assertThat(text("mail-relay-5/smtp"))
                .isEqualTo("acknowledged by anna 12:39:09 CET, until 18:37:29 CET: spare part is on its way");
    }

    @Test
    void namesTheSilenceAndItsReason() {
        assertThat(text("db-8/disk")).isEqualTo("silenced until 19:00:00 CET by mara: data moves to the new volume");
    }

    @Test
    void namesTheWorkAndItsEnd() {
        assertThat(text("vpn-gateway/login"))
                .isEqualTo("in maintenance until 14:00:00 CET: VPN gateway update, new firmware");
    }

    @Test
    void namesWhatIsShelvedInhibitedAndFlapping() {
        assertThat(text("ldap-replica/login")).isEqualTo("shelved until 14:04:09 CET");
        assertThat(text("edge-ams/bgp")).isEqualTo("inhibited by down of gw-ams/ping");
        assertThat(text("edge-fra/vitals")).startsWith("flapping");
    }

    @Test
    void leadsToWhatTheMarkIsAbout() {
        assertThat(marks("db-8/disk").stream().flatMap(mark -> MarkWords.target(mark).stream()))
                .containsExactly(new Target.OfSilence("disk-move"));
        assertThat(marks("vpn-gateway/login").stream().flatMap(mark -> MarkWords.target(mark).stream()))
                .containsExactly(new Target.OfMaintenance("vpn"));
    }

    private String text(String check) {
        return words.text(marks(check));
    }

    private List<Mark> marks(String check) {
        return snapshot.marks(CheckId.parse(check)).all();
    }
}
