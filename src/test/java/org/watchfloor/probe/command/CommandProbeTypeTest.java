package org.watchfloor.probe.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.config.Secret;
import org.watchfloor.probe.output.OutputFormat;

/** The {@code command:} section. */
@NullMarked
class CommandProbeTypeTest {
    private final CommandProbeType type =
            new CommandProbeType(Thread.ofPlatform().daemon().factory());

    @Test
    void readsEveryKey() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("""
                argv: [check_ping, -H, "{host.address}"]
                shell: false
                env: {LANG: de_DE.UTF-8, TOKEN: "${API_TOKEN}"}
                directory: scripts
                format: key-value
                """);

        CommandCheck check = type.read(parsed.root());

        assertThat(parsed.messages()).isEmpty();
        assertThat(check.summary()).isEqualTo("check_ping -H 192.0.2.10");
        assertThat(check.environment()).isEqualTo(Map.of("LANG", "de_DE.UTF-8"));
        assertThat(check.secrets()).isEqualTo(Map.of("TOKEN", new Secret.Variable("API_TOKEN")));
        assertThat(check.directory()).contains(Path.of("/etc/watchfloor/scripts"));
        assertThat(check.output().format()).isEqualTo(OutputFormat.KEY_VALUE);
        assertThat(type.key()).isEqualTo("command");
        assertThat(type.specType()).isEqualTo(CommandCheck.class);
    }

    @Test
    void readsPluginsByDefault() {
        CommandCheck check = type.read(ConfigNodes.parse("argv: check_load").root());

        assertThat(check.argv()).containsExactly("check_load");
        assertThat(check.shell()).isFalse();
        assertThat(check.output().format()).isEqualTo(OutputFormat.NAGIOS);
    }

    @Test
    void notesWhatDoesNotFit() {
        assertThat(problems("")).singleElement().asString().contains("no command");
        assertThat(problems("{argv: [a, b], shell: true}"))
                .singleElement()
                .asString()
                .contains("one command line");
        assertThat(problems("{argv: [a], env: {'A-B': c}}"))
                .singleElement()
                .asString()
                .contains("cannot be set");
        assertThat(problems("argv: [\"a\\0b\"]")).isNotEmpty();
    }

    private List<String> problems(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(type.read(parsed.root())).isNotNull();
        return parsed.messages();
    }
}
