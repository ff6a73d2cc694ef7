package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temp;

    @Test
    void refusesASecondHolderAndNamesTheFirst() throws Exception {
        try (DataDirectory first = DataDirectory.open(temp)) {
            first.announce("listening on http://127.0.0.1:7070");

            assertThatThrownBy(() -> DataDirectory.open(temp))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("http://127.0.0.1:7070");
        }
    }

    @Test
    void isFreeAgainAfterTheHolderLeft() throws Exception {
        DataDirectory.open(temp).close();

        try (DataDirectory second = DataDirectory.open(temp)) {
            assertThat(second.path()).isEqualTo(temp);
        }
    }

    @Test
    void saysWhyADirectoryCannotBeUsed() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void liesWhereThePlatformKeepsData() {
        Path home = Path.of("home");

        assertThat(DataDirectory.usual(Map.of(), home)).isEqualTo(Path.of("home/.local/share/watchfloor"));
        assertThat(DataDirectory.usual(Map.of("XDG_DATA_HOME", "x"), home)).isEqualTo(Path.of("x/watchfloor"));
    }
}
