package org.watchfloor.recovery.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets in texts that come in stretches. */
class BlotterTest {
    @Test
    void findsASecretThatIsCutInTwoAnywhere() {
        String text = "key=hunter2, again hunter2!";
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(blotted(List.of("hunter2"), text.substring(0, cut), text.substring(cut)))
                    .as("cut at %d", cut)
                    .isEqualTo("key=•••, again •••!");
        }
    }

    @Test
    void findsASecretThatComesByteByByte() {
        String text = "a hunthunter2 b";

        assertThat(blotted(List.of("hunter2"), text.split(""))).isEqualTo("a hunt••• b");
    }

    @Test
    void findsShortSecrets() {
        assertThat(blotted(List.of("x"), "axb", "x")).isEqualTo("a•••b•••");
        assertThat(blotted(List.of("ab"), "a", "b")).isEqualTo("•••");
    }

    @Test
    void hidesAllOfSecretsThatOverlap() {
        assertThat(blotted(List.of("abc", "cde"), "-abcde-")).isEqualTo("-•••-");
        assertThat(blotted(List.of("abc", "abcdef"), "-abcdef-abcd-")).isEqualTo("-•••-•••d-");
        assertThat(blotted(List.of("abab"), "abababab-")).isEqualTo("•••-");
    }

    @Test
    void holdsBackOnlyWhatMayBeASecret() {
        Blotter blotter = new Blotter(List.of("hunter2"));

        assertThat(blotter.next("Password: hun")).isEqualTo("Password: ");
        assertThat(blotter.next("gry ")).isEqualTo("hungry ");
        assertThat(blotter.rest()).isEmpty();
    }

    @Test
    void doesNotGiveAwayMostOfASecretAtTheEnd() {
        assertThat(blotted(List.of("hunter2"), "it is hunter")).isEqualTo("it is •••");
        assertThat(blotted(List.of("hunter2"), "it is oh")).isEqualTo("it is oh");
    }

    @Test
    void hidesNothingWithoutSecrets() {
        assertThat(blotted(List.of(""), "all ", "clear")).isEqualTo("all clear");
    }

    private static String blotted(List<String> secrets, String... stretches) {
        Blotter blotter = new Blotter(secrets);
        StringBuilder safe = new StringBuilder();
        for (String stretch : stretches) {
            safe.append(blotter.next(stretch));
        }
        return safe.append(blotter.rest()).toString();
    }
}
