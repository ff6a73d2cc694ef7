package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Fact;

class FactSheetTest {
    @Test
    void namesStandInAColumn() {
        String sheet = FactSheet.of(List.of(new Fact("protocol", "h2"), new Fact("tls", "TLSv1.3")));

        assertThat(sheet).isEqualTo("protocol  h2\ntls       TLSv1.3");
    }

    @Test
    void longValuesStandBelowTheirName() {
        String sheet = FactSheet.of(List.of(new Fact("tls", "TLSv1.3"), new Fact("body", "one\ntwo\n")));

        assertThat(sheet).isEqualTo("tls  TLSv1.3\nbody\n    one\n    two");
    }

    @Test
    void isBoundedHoweverMuchTheOtherSideSends() {
        List<Fact> flood = Collections.nCopies(10_000, new Fact("n".repeat(500), "v".repeat(1_000_000)));

        String sheet = FactSheet.of(flood);

        assertThat(sheet.length()).isLessThan(200 * 8_200);
        assertThat(sheet).endsWith("… 9800 more facts");
    }

    @Test
    void nothingInItMovesWhatStandsBesideIt() {
        assertThat(FactSheet.of(List.of(new Fact("a\nb", "\u001b[2J\u202e")))).isEqualTo("a b  \\x1b[2J\\u202e");
    }
}
