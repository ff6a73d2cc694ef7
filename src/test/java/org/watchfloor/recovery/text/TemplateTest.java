package org.watchfloor.recovery.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Secret;

/** Values stay values in every language, or the text is refused before anything is done with it. */
class TemplateTest {
    private static final Vocabulary WORDS = new Vocabulary(Map.of(
            "unit", Meaning.TEXT,
            "count", Meaning.NUMBER,
            "host", Meaning.NAME,
            "address", Meaning.ADDRESS,
            "secret.key", Meaning.SECRET));

    @Test
    void putsValuesInTheirPlaces() throws NotRendered {
        Values values = new Values(Map.of("unit", "nginx", "host", "web-1"), Map.of());

        assertThat(plain("{{ unit }} on {{host}}").render(values).shown()).isEqualTo("nginx on web-1");
        assertThat(plain("{{host}}").render(Values.NONE).shown()).isEqualTo("{{host}}");
        assertThat(plain("ps -f '\\{{.State}}'").render(values).shown()).isEqualTo("ps -f '{{.State}}'");
    }

    @Test
    void opensNothingThatHasNoValue() {
        assertThatThrownBy(() -> plain("{{host}}").render(Values.NONE).open()).hasMessage("{{host}} has no value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart {{untit}} | 8 | the placeholder {{untit}} is not known here",
                "restart {{ | 8 | \"{{\" begins a placeholder that does not end or has no name",
                "a {{}} | 2 | \"{{\" begins a placeholder that does not end or has no name",
                "say {{secret.key}} | 4 | the secret {{secret.key}} would be seen here",
            })
    void pointsAtWhatIsWrong(String text, int offset, String what) {
        assertThat(Template.parse(text, Language.PLAIN, WORDS).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.offset()).isEqualTo(offset);
                    assertThat(fault.what()).isEqualTo(what);
                    assertThat(fault.mend()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"{{unit}}\"",
                "echo '{{unit}}'",
                "echo \"a\\\"{{unit}}\"",
                "echo `cat {{unit}}`",
                "echo $(cat {{unit}})",
                "echo \"$(cat {{unit}})\"",
                "echo ${x:-{{unit}}}",
                "echo ${{unit}}",
                "cat <<END\n{{unit}}\nEND",
                "true # {{unit}}",
                "true \\\n# it's\n'{{unit}}'",
                "echo $'\\'' {{unit}}",
                "(( {{unit}} ))",
                "[[ {{unit}} -eq 1 ]]",
                "a[{{unit}}]=1",
            })
    void takesNoValueWhereAShellWouldReadIt(String command) {
        assertThat(Template.parse(command, Language.SHELL, WORDS).faults()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo {{unit}}",
                "v={{unit}}; echo \"$v\" $(date)",
                "echo 'a'{{unit}}\"b\" # a comment\necho {{unit}}",
                "echo a#b {{unit}} | grep -- {{unit}} && ls -- {{unit}}/*.log",
                "echo a\\${{unit}}",
                "true\\\n# it's\n'{{unit}}",
                "[ -e {{unit}} ] && cat <{{unit}} >/dev/null",
            })
    void takesAValueWhereAShellReadsAWord(String command) {
        assertThat(Template.parse(command, Language.SHELL, WORDS).faults()).isEmpty();
    }

    @Test
    void keepsAValueInsideItsPartOfAUrl() throws NotRendered {
        Template url = clean("http://{{address}}:{{count}}/units/{{unit}}?of={{unit}}", Language.URL);

        Values hostile =
                new Values(Map.of("address", "2001:db8::1", "count", "80", "unit", "../a?b=c&d#e%0d%0a é"), Map.of());
        assertThat(url.render(hostile).open())
                .isEqualTo("http://[2001:db8::1]:80/units/..%2Fa%3Fb%3Dc%26d%23e%250d%250a%20%C3%A9"
                        + "?of=..%2Fa%3Fb%3Dc%26d%23e%250d%250a%20%C3%A9");
        Values up = new Values(Map.of("address", "web-1", "count", "80", "unit", ".."), Map.of());
        assertThatThrownBy(() -> url.render(up)).isInstanceOf(NotRendered.class);
        Values other = new Values(Map.of("address", "web-1@evil.invalid", "count", "80", "unit", "x"), Map.of());
        assertThatThrownBy(() -> url.render(other)).isInstanceOf(NotRendered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://{{unit}}/",
                "https://x.invalid:{{unit}}/",
                "{{unit}}",
                "ftp://x.invalid/{{unit}}",
                "http://user:word@x.invalid/",
                "http:///path",
                "http://x.invalid/a b",
                "http://{{secret.key}}.invalid/",
            })
    void refusesUrlsThatLeadAnywhere(String url) {
        assertThat(Template.parse(url, Language.URL, WORDS).faults()).isNotEmpty();
    }

    @Test
    void keepsAValueInsideItsStringOfJson() throws NotRendered {
        Template body = clean("{\"unit\": \"a {{unit}}\", \"count\": {{count}}}", Language.JSON);

        Values hostile = new Values(Map.of("unit", "\", \"admin\": true, \"\\\n\ud800", "count", "7"), Map.of());
        var read = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(body.render(hostile).open());
        assertThat(read.propertyNames()).containsExactly("unit", "count");
        assertThat(read.get("unit").asString()).startsWith("a \", \"admin\": true, \"\\\n");
        assertThat(read.get("count").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": {{unit}}}", "{\"a\": 1", "{{{unit}}: 1}", "{\"a\\\\\": {{unit}}}"})
    void refusesJsonThatAValueCouldChange(String json) {
        assertThat(Template.parse(json, Language.JSON, WORDS).faults()).isNotEmpty();
    }

    @Test
    void keepsLineBreaksOutOfHeaders() {
        Template header = clean("Bearer {{unit}}", Language.HEADER);

        for (String hostile : new String[] {"a\r\nX: y", "a\nb", "a\u0000", "a\u2028", "é"}) {
            assertThatThrownBy(() -> header.render(new Values(Map.of("unit", hostile), Map.of())))
                    .isInstanceOf(NotRendered.class)
                    .hasMessageNotContaining("X: y");
        }
        assertThat(Template.parse("a\nb", Language.HEADER, WORDS).faults()).isNotEmpty();
    }

    @Test
    void encodesTheValuesOfForms() throws NotRendered {
        assertThat(clean("{{unit}}", Language.FORM)
                        .render(new Values(Map.of("unit", "a&b=c d"), Map.of()))
                        .open())
                .isEqualTo("a%26b%3Dc+d");
    }

    @Test
    void opensSecretsLateAndNeverShowsThem() throws NotRendered {
        Secret path = new Secret.Variable("PATH");
        Rendered rendered = clean("curl -H {{secret.key}}", Language.SHELL)
                .render(new Values(Map.of(), Map.of("secret.key", path)));

        assertThat(rendered.shown()).isEqualTo("curl -H •••");
        assertThat(rendered).hasToString("curl -H •••");
        assertThat(rendered.open()).isEqualTo("curl -H '" + System.getenv("PATH") + "'");
    }

    @Test
    void saysWhichSecretIsMissing() throws NotRendered {
        Rendered rendered = clean("{{secret.key}}", Language.HEADER)
                .render(new Values(Map.of(), Map.of("secret.key", new Secret.Variable("NOWHERE_TO_BE_FOUND"))));

        assertThatThrownBy(rendered::open).hasMessage("credential ${NOWHERE_TO_BE_FOUND} is missing on this machine");
    }

    private static Template plain(String text) {
        return clean(text, Language.PLAIN);
    }

    private static Template clean(String text, Language language) {
        Template.Parsed parsed = Template.parse(text, language, WORDS);
        assertThat(parsed.faults()).isEmpty();
        return parsed.template();
    }
}
