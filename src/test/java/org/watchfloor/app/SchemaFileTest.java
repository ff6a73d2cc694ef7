package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.SchemaWriter;

/** Editors read the schema beside the sample; it must be the one of the readers as they are now. */
class SchemaFileTest {
    private static final Path FILE = Path.of("sample-config/watchfloor.schema.json");

    @TempDir
    private Path temp;

    @Test
    void isUpToDate() throws Exception {
        try (ProbeRoom probes = ProbeRoom.open(temp.resolve("known_hosts"))) {
            String schema =
                    new SchemaWriter(probes.probes().types(), ChannelRoom.open().sections()).schema();

            assertThat(Files.readString(FILE).replace("\r\n", "\n"))
                    .as("%s is stale; write it anew: target/watchfloor/bin/watchfloor schema > %s", FILE, FILE)
                    .isEqualTo(schema);
        }
    }
}
