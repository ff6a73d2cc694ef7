package org.watchfloor.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.watchfloor.config.SchemaWriter;
import picocli.CommandLine.Command;

/** {@code watchfloor schema}: prints the JSON Schema of the configuration, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the JSON Schema of the configuration, for editors.",
            "The first line of a file may then say: # yaml-language-server: $$schema=watchfloor.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Logs.off();
        try (ProbeRoom probes = ProbeRoom.open(Path.of("known_hosts"))) {
            System.out.print(
                    new SchemaWriter(probes.probes().types(), ChannelRoom.open().sections()).schema());
            return 0;
        }
    }
}
