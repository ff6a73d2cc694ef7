package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a file, the answer is a site or problems with places inside it. Seeded, so it repeats. */
class MutatedConfigTest {
    private static final byte[][] PIECES = bytes(
            "\t",
            "\n",
            "  ",
            ":",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "&a ",
            "*a",
            "!",
            "!!",
            "|",
            ">",
            "%",
            "#",
            "\\U0011FFFF",
            "\\x",
            "---\n",
            "...\n",
            "? ",
            "<<: ",
            "null",
            "0",
            "-1",
            "1e999",
            "{host.",
            "${",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\u0085",
            "\r",
            "\uD83D\uDE00",
            "every",
            "checks:",
            "web-1",
            "999999999d");

    private static byte[][] bytes(String... pieces) {
        return Arrays.stream(pieces)
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static byte[] full() throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/config/full.yaml"));
    }

    @Test
    void survivesEveryTruncation() throws IOException {
        byte[] full = full();
        for (int length = 0; length < full.length; length++) {
            assertSound(Arrays.copyOf(full, length), "first " + length + " bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesRandomChanges(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] full = full();
        for (int round = 0; round < 1_500; round++) {
            byte[] changed = full;
            for (int change = random.nextInt(3); change >= 0; change--) {
                changed = changed(changed, random);
            }
            assertSound(changed, "seed " + seed + " round " + round);
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(8));
        byte[] piece = switch (random.nextInt(3)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> PIECES[random.nextInt(PIECES.length)];
            default -> Arrays.copyOfRange(bytes, from / 2, Math.min(bytes.length, from / 2 + random.nextInt(200)));
        };
        byte[] result = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    private static void assertSound(byte[] bytes, String name) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("site.yaml", bytes);
        ConfigDirectory directory = new ConfigDirectory(Path.of("conf"), TestReaders.ALL);

        ConfigResult result = directory.parse(new DirectoryContent(files, List.of()));

        if (result instanceof ConfigResult.Rejected(List<ConfigProblem> problems)) {
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|[\r\n]", -1);
            assertThat(problems).as(name).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place().file()).isEqualTo("site.yaml");
                assertThat(problem.place().line()).isBetween(1, lines.length);
                assertThat(problem.place().column())
                        .isBetween(1, lines[problem.place().line() - 1].length() + 1);
                assertThat(problem.toString()).doesNotContainPattern("\\p{Cc}");
            });
        }
    }
}
