package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.Home;

/** Each type of value, right and wrong. */
class ConfigKeyTest {
    private static List<String> messages(String yaml, Consumer<ConfigKey> reader) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        reader.accept(parsed.root().key("k", "what it is"));
        return parsed.messages();
    }

    private static ConfigKey key(String yaml) {
        return ConfigNodes.parse(yaml).root().key("k", "what it is");
    }

    @Test
    void readsTexts() {
        assertThat(key("k: 0x10").text()).contains("0x10");
        assertThat(key("k: no").text()).contains("no");
        assertThat(key("k: ''").text("d")).isEmpty();
        assertThat(key("other: 1").text("d")).isEqualTo("d");
        assertThat(key("k: [a, b]").texts()).containsExactly("a", "b");
        assertThat(key("k: a").texts()).containsExactly("a");
        assertThat(key("{}").texts(List.of("d"))).containsExactly("d");
        assertThat(key("k: {X-One: '1', a: b}").textMap())
                .containsExactly(Map.entry("X-One", "1"), Map.entry("a", "b"));
    }

    @Test
    void putsTheHostIntoEveryText() {
        assertThat(key("k: 'id {host.id} at {host.address}'").requiredText()).isEqualTo("id web-1 at 192.0.2.10");
        assertThat(key("k: ['{host.id}', '{other}']").texts()).containsExactly("web-1", "{other}");
        assertThat(key("k: {h: '{host.id}'}").textMap()).containsEntry("h", "web-1");
        assertThat(key("k: 'http://{host.address}/x'").requiredUri("http"))
                .isEqualTo(URI.create("http://192.0.2.10/x"));
        assertThat(messages("k: 'x {host.adress}'", ConfigKey::text))
                .containsExactly(
                        "1:4: \"k\" names the unknown placeholder \"{host.adress}\"; did you mean \"host.address\"?");
    }

    @Test
    void bracketsAnIpv6AddressInAUriOnly() {
        ConfigNode root = ConfigNodes.parse(
                        "{u: 'http://{host.address}:8080/', t: '{host.address}'}".getBytes(StandardCharsets.UTF_8),
                        "2001:db8::1")
                .root();

        assertThat(root.key("u", "").uri("http")).contains(URI.create("http://[2001:db8::1]:8080/"));
        assertThat(root.key("t", "").text()).contains("2001:db8::1");
    }

    @Test
    void readsNumbersSwitchesAndChoices() {
        assertThat(key("k: true").flag(false)).isTrue();
        assertThat(key("k: 12").integer(1, 0, 20)).isEqualTo(12);
        assertThat(key("k: 443").requiredInteger(1, 65535)).isEqualTo(443);
        assertThat(key("k: -1.5e2").number()).contains(-150.0);
        assertThat(key("k: 64KiB").bytes(1, 0, 1 << 20)).isEqualTo(65536);
        assertThat(key("k: 100").bytes(1, 0, 1 << 20)).isEqualTo(100);
        assertThat(key("k: worker").choice(ServiceType.API)).isEqualTo(ServiceType.WORKER);
        assertThat(key("{}").choice(ServiceType.API)).isEqualTo(ServiceType.API);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "5m,300000", "1h30m,5400000", "7d,604800000", "1m5ms,60005"})
    void readsDurations(String text, long millis) {
        Duration found = key("k: " + text).duration(Duration.ZERO, Duration.ZERO, Duration.ofDays(30));

        assertThat(found).isEqualTo(Duration.ofMillis(millis));
        assertThat(DurationText.format(found)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10", "s", "1s1m", "-5s", "1.5h", "9999999999s"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(messages("k: " + text, key -> key.duration(Duration.ZERO, Duration.ofDays(9))))
                .containsExactly(
                        "1:4: \"k\" is \"" + text + "\", not a duration; write such as 500ms, 10s, 5m or 1h30m");
    }

    @Test
    void readsPatternsPathsAndSecrets() {
        assertThat(key("k: a+").pattern().map(Pattern::pattern)).contains("a+");
        assertThat(key("k: ca/root.pem").path()).contains(Path.of("/etc/watchfloor/ca/root.pem"));
        assertThat(key("k: /abs/x").path()).contains(Path.of("/abs/x"));
        assertThat(key("k: ~/id").path()).contains(Home.directory().resolve("id"));
        assertThat(key("k: ${PASS_1}").secret()).contains(new Secret.Variable("PASS_1"));
        assertThat(key("k: 'file:s/{host.id}'").secret()).contains(new Secret.File(Path.of("/etc/watchfloor/s/web-1")));
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThat(messages("k: yes", key -> key.flag(true)))
                .containsExactly("1:4: \"k\" is \"yes\", not a switch; write true or false");
        assertThat(messages("k: 1.5", key -> key.integer(1, 0, 9)))
                .containsExactly("1:4: \"k\" is \"1.5\", not a whole number; write a whole number from 0 to 9");
        assertThat(messages("k: 99999999999", key -> key.integer(1, 0, 9)))
                .containsExactly("1:4: \"k\" is \"99999999999\", out of range; write a whole number from 0 to 9");
        assertThat(messages("k: 1h", key -> key.duration(Duration.ofSeconds(1), Duration.ofMinutes(1))))
                .containsExactly("1:4: \"k\" is \"1h\", out of range; write a duration from 1s to 1m");
        assertThat(messages("k: big", key -> key.bytes(1, 1, 1 << 20)))
                .containsExactly("1:4: \"k\" is \"big\", not an amount of bytes; write such as 64KiB or 1MiB");
        assertThat(messages("k: 1GiB", key -> key.bytes(1, 1, 1 << 20)))
                .containsExactly("1:4: \"k\" is \"1GiB\", out of range; write an amount from 1B to 1MiB");
        assertThat(messages("k: NaN", ConfigKey::number))
                .containsExactly("1:4: \"k\" is \"NaN\", not a number; write such as 14 or 0.5");
        assertThat(messages("k: wroker", key -> key.choice(ServiceType.API)))
                .containsExactly("1:4: \"k\" is \"wroker\", not one of the choices; did you mean \"worker\"?");
        assertThat(messages("k: zzz", key -> key.choice(ServiceType.API)))
                .singleElement()
                .asString()
                .endsWith("write one of api, worker, scheduler, database, cache, queue, gateway, ui");
    }

    @Test
    void saysWhatIsWrongWithTheShape() {
        assertThat(messages("\nk: [a]", ConfigKey::text))
                .containsExactly("2:4: \"k\" is a list, not a single value; write one value");
        assertThat(messages("k:\n  - a\n  - {b: c}", ConfigKey::texts))
                .containsExactly("3:5: \"k\" is a mapping, not a single value; write one value");
        assertThat(messages("k: a", ConfigKey::textMap))
                .containsExactly("1:4: \"k\" is a single value, not a mapping; write one name: value a line below it");
        assertThat(messages("k:", ConfigKey::text))
                .containsExactly("1:3: \"k\" has no value; write one, or remove the key");
        assertThat(messages("x: 1", ConfigKey::requiredText))
                .containsExactly(
                        "1:1: \"k\" is missing; add k (what it is)",
                        "1:1: the key \"x\" is not known here; did you mean \"k\"?");
    }

    @Test
    void pointsAtTheCharacterOfABadPattern() {
        assertThat(messages("k: 'ab[c'", ConfigKey::pattern))
                .singleElement()
                .asString()
                .startsWith("1:8: \"k\" is not a regular expression: ");
        assertThat(messages("k: 'it''s [c'", ConfigKey::pattern))
                .singleElement()
                .asString()
                .startsWith("1:4: \"k\" is not a regular expression: ");
    }

    @Test
    void refusesBadUrisWithoutRepeatingThem() {
        assertThat(messages("k: ftp://h/", key -> key.uri("http", "https")))
                .containsExactly("1:4: \"k\" does not begin with http:// or https://; write such as http://name/path");
        assertThat(messages("k: 'http://u:hunter2@h/'", key -> key.uri("http")))
                .containsExactly("1:4: \"k\" holds a user or password;"
                        + " take it out and use the keys for credentials with ${NAME} or file:PATH");
        assertThat(messages("k: 'http://a b/'", key -> key.uri("http")))
                .singleElement()
                .asString()
                .startsWith("1:4: \"k\" is not a URI: illegal character");
        assertThat(messages("k: 'http:///x'", key -> key.uri("http")))
                .singleElement()
                .asString()
                .startsWith("1:4: \"k\" names no valid host");
        assertThat(messages("k: 'http:x'", key -> key.uri()))
                .containsExactly("1:4: \"k\" names no valid host; write such as https://name/path");
        assertThat(messages("k: 1", key -> assertThat(key.requiredUri("http")).hasScheme("http")))
                .hasSize(1);
    }

    @Test
    void refusesALiteralSecretWithoutRepeatingIt() {
        Optional<Secret> secret = key("k: hunter2").secret();

        assertThat(secret).isEmpty();
        assertThat(messages("k: hunter2", ConfigKey::secret))
                .containsExactly("1:4: \"k\" holds a secret itself;"
                        + " write ${NAME} and set the environment variable, or file:PATH");
    }

    @Test
    void shortensAndCleansWhatItRepeats() {
        String shown = messages("k: \"\\e[31m" + "x".repeat(100) + "\"", key -> key.flag(false))
                .getFirst();

        assertThat(shown).contains("\"?[31mxxx").contains("x…\"").doesNotContain("\u001b");
    }
}
