package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.config.SchemaWriter;
import org.watchfloor.probe.tls.TlsSpec;
import org.watchfloor.probe.tls.TlsVersion;

/** The {@code tcp:} section: defaults, and what is said about mistakes. */
class TcpCheckReaderTest {
    @Test
    void needsOnlyAPort() {
        TcpCheck check = read("port: 22");

        assertThat(check.host()).isEqualTo(ConfigNodes.HOST_ADDRESS);
        assertThat(check.port()).isEqualTo(22);
        assertThat(check.tls()).isEmpty();
        assertThat(check.script()).isEmpty();
        assertThat(check.maxSize()).isEqualTo(65536);
        assertThat(check.summary()).isEqualTo("TCP " + ConfigNodes.HOST_ADDRESS + ":22");
    }

    @Test
    void securesWithATlsSectionOrStarttls() {
        assertThat(read("{port: 1, starttls: smtp}").tls()).contains(TlsSpec.DEFAULT);
        assertThat(read("{port: 1, tls: {enabled: false}}").tls()).isEmpty();
        TcpCheck check = read("{host: '::1', port: 1, tls: {min-version: '1.3', server-name: x}}");
        assertThat(check.tls().orElseThrow().minVersion()).isEqualTo(TlsVersion.TLS_1_3);
        assertThat(check.serverName()).contains("x");
        assertThat(check.summary()).isEqualTo("TCP [::1]:1 with TLS");
    }

    @Test
    void equalsAnotherWithTheSameText() {
        String yaml = "{port: 1, script: [{send: a}, {expect: 'b+'}]}";

        assertThat(read(yaml)).isEqualTo(read(yaml)).hasSameHashCodeAs(read(yaml));
        assertThat(read(yaml)).isNotEqualTo(read(yaml.replace("b+", "c+")));
    }

    @Test
    void tellsMistakes() {
        assertProblem("host: x", "port");
        assertProblem("port: 70000", "out of range");
        assertProblem("{port: 1, prot: 2}", "did you mean \"port\"?");
        assertProblem("{port: 1, script: [{send: a, expect: b}]}", "a step needs exactly one of send and expect");
        assertProblem("{port: 1, script: [{}]}", "a step needs exactly one of send and expect");
        assertProblem("{port: 1, script: [{expect: '('}]}", "1:31");
        assertProblem("{port: 1, starttls: smtp, tls: {enabled: false}}", "starttls with tls: {enabled: false}");
        assertProblem("{port: 1, starttls: gopher}", "gopher");
        assertProblem("{port: 1, tls: {min-version: '1.1'}}", "unknown TLS version \"1.1\"; use \"1.2\" or \"1.3\"");
        assertProblem("{port: 1, tls: {client-key: k}}", "client-key without client-cert; add client-cert");
        assertProblem("{port: 1, tls: {verify: false, ca: c}}", "ca has no effect with verify: false");
        assertProblem("{port: 1, tls: {key-password: literal}}", "${NAME}");
    }

    @Test
    void describesItsFormat() {
        String schema = new SchemaWriter(List.of(TcpLooks.TYPE)).schema();

        assertThat(schema).contains("starttls", "postgresql", "server-name", "min-version", "expect");
    }

    private static TcpCheck read(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        TcpCheck check = TcpLooks.TYPE.read(parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return check;
    }

    private static void assertProblem(String yaml, String text) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(TcpLooks.TYPE.read(parsed.root())).isNotNull();
        List<String> messages = parsed.messages();
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst()).contains(text);
    }
}
