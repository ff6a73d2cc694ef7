package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.config.SchemaWriter;
import org.watchfloor.probe.tls.TlsSpec;

/** The {@code http:} section: defaults, and what is said about mistakes. */
class HttpCheckReaderTest {
    @Test
    void needsOnlyAUrl() {
        HttpCheck check = HttpLooks.check("url: https://{host.address}/health");

        assertThat(check.url()).hasToString("https://" + ConfigNodes.HOST_ADDRESS + "/health");
        assertThat(check.method()).isEqualTo("GET");
        assertThat(check.headers()).isEmpty();
        assertThat(check.body()).isEmpty();
        assertThat(check.auth()).isEqualTo(new HttpAuth.None());
        assertThat(check.auth().secrets()).isEmpty();
        assertThat(check.redirects()).isEqualTo(Redirects.DEFAULT);
        assertThat(check.expect()).isEqualTo(HttpExpectations.DEFAULT);
        assertThat(check.maxSize()).isEqualTo(1048576);
        assertThat(check.proxy()).isEmpty();
        assertThat(check.protocol()).isEqualTo(HttpVersion.AUTO);
        assertThat(check.tls()).isEqualTo(TlsSpec.DEFAULT);
        assertThat(check.reuse()).isFalse();
    }

    @Test
    void expectsARedirectWhenALocationIsAsserted() {
        String redirects = "redirects: {follow: false, expect-location: x}";

        assertThat(HttpLooks.check("url: http://a\n" + redirects).expect().statuses())
                .hasToString("[300-399]");
        assertThat(HttpLooks.check("url: http://a\nexpect: {status: 301}\n" + redirects)
                        .expect()
                        .statuses())
                .hasToString("[301]");
    }

    @Test
    void equalsAnotherWithTheSameText() {
        String yaml = """
                url: https://a/
                auth: {basic: {user: u, password: "${P}"}}
                expect: {body-matches: a+, headers: {X: b+}, json: [{pointer: /a, is: matches c+}]}
                """;

        assertThat(HttpLooks.check(yaml)).isEqualTo(HttpLooks.check(yaml)).hasSameHashCodeAs(HttpLooks.check(yaml));
        assertThat(HttpLooks.check(yaml)).isNotEqualTo(HttpLooks.check(yaml.replace("c+", "d+")));
    }

    @Test
    void refersToItsSecrets() {
        assertThat(HttpLooks.check("{url: 'http://a', auth: {basic: {user: u, password: '${P}'}}}")
                        .auth()
                        .secrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.reference()).isEqualTo("${P}"));
        assertThat(HttpLooks.check("{url: 'http://a', auth: {bearer: '${T}'}}")
                        .auth()
                        .secrets())
                .hasSize(1);
        assertThat(HttpLooks.check("{url: 'http://a', auth: {header: {name: X, value: '${T}'}}}")
                        .auth()
                        .secrets())
                .hasSize(1);
    }

    @Test
    void tellsMistakesOfTheRequest() {
        assertProblem("method: GET", "url");
        assertProblem("url: ftp://a/", "http");
        assertProblem("url: http://u:p@a/", "credentials");
        assertProblem("{url: 'http://a', method: 'G T'}", "is not a method");
        assertProblem("{url: 'http://a', body: x}", "a GET request has no body; use method: POST");
        assertProblem("{url: 'http://a', headers: {'a b': c}}", "is not the name of a header");
        assertProblem("{url: 'http://a', headers: {Authorization: c}}", "carries a credential; use auth");
        assertProblem("{url: 'http://a', headers: {X: ä}}", "is not plain ASCII");
        assertProblem("{url: 'http://a', max-size: 1GiB}", "out of range");
        assertProblem("{url: 'http://a', protocol: http2}", "http2 needs an https url; use protocol: h2c");
        assertProblem("{url: 'https://a', protocol: h2c}", "h2c is HTTP/2 without TLS; use protocol: http2");
        assertProblem("{url: 'http://a', proxy: 'socks://x'}", "http://");
        assertProblem("{url: 'http://a', metod: GET}", "did you mean \"method\"?");
    }

    @Test
    void tellsMistakesOfCredentials() {
        assertProblem("{url: 'http://a', auth: {}}", "auth holds no credential");
        assertProblem("{url: 'http://a', auth: {bearer: literal}}", "${NAME}");
        assertProblem("{url: 'http://a', auth: {basic: {user: u}}}", "password is missing; add password: ${NAME}");
        assertProblem("{url: 'http://a', auth: {basic: {user: 'a:b', password: '${P}'}}}", "no colon");
        assertProblem("{url: 'http://a', auth: {header: {name: 'a b', value: '${P}'}}}", "name of a header");
        assertProblem(
                "{url: 'http://a', auth: {bearer: '${T}', basic: {user: u, password: '${P}'}}}",
                "auth holds more than one kind of credential");
    }

    @Test
    void tellsMistakesOfExpectations() {
        assertProblem("{url: 'http://a', expect: {status: 2xx}}", "\"2xx\" is no status or range of statuses");
        assertProblem("{url: 'http://a', expect: {status: 299-200}}", "is no status or range");
        assertProblem("{url: 'http://a', expect: {headers: {X: '('}}}", "bad expression for X");
        assertProblem("{url: 'http://a', expect: {body-matches: '('}}", "body-matches");
        assertProblem("{url: 'http://a', expect: {json: [{pointer: a, is: == 1}]}}", "\"a\" is no JSON pointer");
        assertProblem("{url: 'http://a', expect: {json: [{pointer: /a, is: 1}]}}", "begins with no operator");
        assertProblem("{url: 'http://a', expect: {json: [{pointer: /a, is: < x}]}}", "\"x\" is not a number");
        assertProblem("{url: 'http://a', expect: {json: [{pointer: /a, is: matches (}]}}", "bad regular expression");
        assertProblem("{url: 'http://a', expect: {json: [{pointer: /a}]}}", "is");
        assertProblem("{url: 'http://a', redirects: {expect-location: x}}", "add follow: false");
        assertProblem("{url: 'http://a', redirects: {limit: 99}}", "out of range");
    }

    @Test
    void describesItsFormat() {
        String schema = new SchemaWriter(List.of(HttpLooks.TYPE)).schema();

        assertThat(schema)
                .contains(
                        "expect-location", "body-not-matches", "pointer", "bearer", "h2c", "key-password", "max-size");
    }

    private static void assertProblem(String yaml, String text) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(HttpLooks.TYPE.read(parsed.root())).isNotNull();
        List<String> messages = parsed.messages();
        assertThat(messages).as(yaml).hasSize(1);
        assertThat(messages.getFirst()).contains(text);
    }
}
