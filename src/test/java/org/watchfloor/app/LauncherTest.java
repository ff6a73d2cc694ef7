package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script, with a Java that only says what it was asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path temp;

    private Path script = Path.of("");
    private Path tools = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        temp = temp.toRealPath();
        script = temp.resolve("my tools/watch floor/bin/watchfloor");
        tools = Files.createDirectory(temp.resolve("tools"));
        Files.createDirectories(script.getParent());
        Path installed = temp.resolve("jvm");
        String text = Files.readString(Path.of("installers/image/bin/watchfloor"));
        assertThat(text)
                .contains("/usr/lib/jvm/*/bin/java", "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java");
        Files.writeString(
                script,
                text.replace("/usr/lib/jvm", installed.toString())
                        .replace(
                                "/Library/Java/JavaVirtualMachines",
                                installed.resolve("mac").toString()));
    }

    private record Answer(int exitCode, String text) {}

    @Test
    void startsThroughALinkFromAnywhere() throws Exception {
        java("25.0.3");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("my tools/watch floor/bin/watchfloor"));

        Answer answer = run(link, "--config", "a b");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains("<" + script.resolve("../../lib").toAbsolutePath().normalize() + "/*>")
                .endsWith("<org.watchfloor.app.Watchfloor><--config><a b>\n");
    }

    @Test
    void saysWhatToInstallInsteadOfAnOldJava() throws Exception {
        java("17.0.15");

        Answer answer = run(script);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text().lines()).singleElement().asString().contains("JDK 25", "found 17", "install");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm/jdk-25/bin", "jvm/mac/jdk-25/Contents/Home/bin"})
    void findsANewerJavaWhereTheSystemKeepsThem(String place) throws Exception {
        java("17.0.15");
        java("11.0.2", Files.createDirectories(temp.resolve("jvm/jdk-11/bin")));
        java("26", Files.createDirectories(temp.resolve(place)));

        Answer answer = run(script);

        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text()).endsWith("<org.watchfloor.app.Watchfloor>\n");
    }

    @Test
    void namesTheJavaOfThePathWhereEveryOtherIsOldToo() throws Exception {
        java("17.0.15");
        java("11.0.2", Files.createDirectories(temp.resolve("jvm/jdk-11/bin")));

        assertThat(run(script).text()).contains("found 17 at " + tools);
    }

    @Test
    void saysWhatToInstallInsteadOfNoJava() throws Exception {
        Answer answer = run(script);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text().lines()).singleElement().asString().contains("JDK 25", "install");
    }

    private Answer run(Path command, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", command.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        for (String tool : new String[] {"dirname", "readlink", "sed", "head"}) {
            lend(tool);
        }
        Process process =
                builder.redirectErrorStream(true).directory(tools.toFile()).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }

    /** The tools of the system without its Java. */
    private void lend(String tool) throws IOException {
        Path place = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
        write(tools.resolve(tool), "exec " + place + " \"$@\"");
    }

    private void java(String version) throws IOException {
        java(version, tools);
    }

    private static void java(String version, Path directory) throws IOException {
        write(directory.resolve("java"), """
                if [ "$1" = -version ]; then
                  echo 'openjdk version "%s" 2026-04-21' >&2
                  exit
                fi
                for argument; do printf '<%%s>' "$argument"; done
                echo
                """.formatted(version));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
