package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader with a bug must stop neither the reading nor the thread that watches the files. */
class DefectiveReaderTest {
    @TempDir
    private Path directory;

    private record Nothing() implements CheckSpec {
        @Override
        public String summary() {
            return "nothing";
        }
    }

    private static final class Defective implements SpecReader<Nothing> {
        @Override
        public String key() {
            return "odd";
        }

        @Override
        public Class<Nothing> specType() {
            return Nothing.class;
        }

        @Override
        public Nothing read(ConfigNode node) {
            throw new IllegalStateException("secret-word");
        }
    }

    @Test
    void isAProblemOfTheConfiguration() throws Exception {
        Files.writeString(directory.resolve("site.yaml"), "hosts: { a: { checks: { b: { odd: {} } } } }\n");

        ConfigResult result = new ConfigDirectory(directory, List.of(new Defective())).read();

        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .asString()
                                .contains(directory.toString(), "bug", "IllegalStateException")
                                .doesNotContain("secret-word"));
    }
}
