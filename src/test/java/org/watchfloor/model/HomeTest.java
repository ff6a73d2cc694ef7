package org.watchfloor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the user is at home. */
class HomeTest {
    private static final Path OF_THE_JAVA_MACHINE = Path.of(System.getProperty("user.home"));

    @Test
    void isWhatTheEnvironmentSays(@TempDir Path home) {
        assertThat(Home.of(Map.of("HOME", home.toString()))).isEqualTo(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative/home", "~"})
    void isWhatTheJavaMachineSaysWhereTheEnvironmentNamesNoPlace(String home) {
        assertThat(Home.of(Map.of("HOME", home))).isEqualTo(OF_THE_JAVA_MACHINE);
        assertThat(Home.of(Map.of())).isEqualTo(OF_THE_JAVA_MACHINE);
    }
}
