package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of known_hosts lines. */
@NullMarked
class KnownHostsTest {
    private static final String KEY = " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEOVgKDj";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "web-1, web-1, true",
        "WEB-1, web-1, true",
        "web-1, Web-1, true",
        "web-1, [web-1]:2222, false",
        "[web-1]:2222, [web-1]:2222, true",
        "*.example.org, a.example.org, true",
        "web-?, web-12, false",
        "'*.example.org,!b.example.org', b.example.org, false",
        "'web-1,192.0.2.1', 192.0.2.1, true",
        "|1|zEH8lAblbkaTrWf0ffC0hkFCBTk=|oObJBwnBYSaK5CE8MATbbUf3gfM=, localhost, false",
        "|1|broken, web-1, false",
        "|1|***|***, web-1, false",
    })
    void matchesNames(String pattern, String host, boolean expected) {
        KnownHostLine line = KnownHostLine.parse(pattern + KEY).orElseThrow();

        assertThat(line.isFor(host)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# comment", "web-1", "web-1 ssh-rsa", "web-1 ssh-rsa !!!", "@revoked web-1 ssh-rsa", "@"})
    void passesOverWhatMakesNoSense(String line) {
        assertThat(KnownHostLine.parse(line)).isEmpty();
    }

    @Test
    void readsSeveralFilesAndMarkers() throws Exception {
        Path own = Files.writeString(directory.resolve("own"), "a" + KEY + " comment\n");
        Path system = Files.write(
                directory.resolve("system"),
                ("@revoked a" + KEY + "\n@cert-authority *" + KEY + "\n\u00ff\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        KnownHosts known = KnownHosts.read(List.of(own, system, directory.resolve("missing"), directory));

        assertThat(known.of("a").stream().map(KnownHostLine::marker))
                .containsExactly("", "@revoked", "@cert-authority");
    }

    @Test
    void takesAnotherTypeOfKeyForChangedAndAnAuthorityForNothing() throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "a" + KEY + "\n@cert-authority b" + KEY + "\n");
        KnownHosts known = KnownHosts.read(List.of(file));

        assertThat(new HostKeyCheck(known, "a", file).check("a", new byte[] {1}))
                .isEqualTo(HostKeyCheck.CHANGED);
        assertThat(new HostKeyCheck(known, "b", file).check("b", new byte[] {1}))
                .isEqualTo(HostKeyCheck.NOT_INCLUDED);
    }

    @Test
    void quotesTheTrustCommand() {
        HostKeyCheck check = new HostKeyCheck(new KnownHosts(List.of()), "a'; rm -rf '", Path.of("/tmp/it's"));
        check.check("x", new byte[] {0, 0, 0, 3, '$', '(', 'x'});

        assertThat(check.refusal(org.watchfloor.model.Timings.NONE))
                .get()
                .isInstanceOfSatisfying(
                        SshResult.HostKeyUnknown.class,
                        unknown -> assertThat(unknown.trustCommand())
                                .isEqualTo("echo 'a'\\''; rm -rf '\\'' ??x AAAAAyQoeA==' >> '/tmp/it'\\''s'"));
    }
}
