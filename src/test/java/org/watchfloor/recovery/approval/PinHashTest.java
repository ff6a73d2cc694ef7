package org.watchfloor.recovery.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    @Test
    void onlyThePinItselfMatches() {
        PinHash written = PinHash.parse(PinHash.of("correct horse").text()).orElseThrow();

        assertThat(written.matches("correct horse")).isTrue();
        assertThat(written.matches("correct horsf")).isFalse();
        assertThat(written.matches("")).isFalse();
    }

    @Test
    void equalPinsLookDifferentAndAreNotTold() {
        PinHash one = PinHash.of("123456");

        assertThat(one.text()).isNotEqualTo(PinHash.of("123456").text());
        assertThat(one.text()).doesNotContain("123456:");
        assertThat(one).hasToString("pbkdf2-sha256");
    }

    /** Made by another program: {@code hashlib.pbkdf2_hmac('sha256', b'123456', bytes(range(16)), 100000)}. */
    @Test
    void agreesWithOtherPrograms() {
        PinHash written = PinHash.parse(
                        "pbkdf2-sha256:100000:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=")
                .orElseThrow();

        assertThat(written.matches("123456")).isTrue();
        assertThat(written.matches("123457")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "pbkdf2-sha256:1:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=",
                "pbkdf2-sha256:099999:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=",
                "pbkdf2-sha256:9999999:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=",
                "pbkdf2-sha256:600000:AAECAw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U=",
                "bcrypt:600000:AAECAwQFBgcICQoLDA0ODw==:Pj0kIvAPLMHRutBFgZv7g2ARfVnFiANcQpTzQDrAl6U="
            })
    void anythingElseIsNone(String text) {
        assertThat(PinHash.parse(text)).isEmpty();
    }
}
