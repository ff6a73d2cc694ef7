package org.watchfloor.model;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command knows of this machine, and where commands are found: nothing of Watchfloor's own environment, which may hold secrets. */
public final class CleanEnvironment {
    /** Where distributions keep the monitoring plugins. */
    private static final List<String> PLUGIN_DIRECTORIES = List.of(
            "/usr/lib/nagios/plugins",
            "/usr/lib64/nagios/plugins",
            "/usr/lib/monitoring-plugins",
            "/usr/libexec/nagios",
            "/usr/local/libexec/nagios",
            "/usr/local/nagios/libexec");

    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private CleanEnvironment() {}

    /** Replaces all that the map holds. */
    public static void fill(Map<String, String> environment) {
        environment.clear();
        environment.put("PATH", path());
        environment.put("HOME", Home.directory().toString());
        environment.put("USER", System.getProperty("user.name", ""));
        environment.put("LANG", "C");
        environment.put("LC_ALL", "C");
        for (String name : List.of("SystemRoot", "TEMP")) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value));
        }
    }

    /** The file that a name stands for; empty if there is none that can be executed. */
    public static Optional<Path> find(String command) {
        if (command.indexOf('/') >= 0 || command.indexOf(File.separatorChar) >= 0) {
            return Optional.of(Path.of(command));
        }
        return lying(command).filter(Files::isExecutable).findFirst();
    }

    /** The files of that name where commands are found, whether or not they can be executed. */
    public static Stream<Path> lying(String command) {
        return directories().stream()
                .flatMap(directory -> Stream.of(directory.resolve(command), directory.resolve(command + ".exe")))
                .filter(Files::isRegularFile);
    }

    private static List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        for (String part : path().split(File.pathSeparator)) {
            if (!part.isEmpty()) {
                directories.add(Path.of(part));
            }
        }
        return directories;
    }

    private static String path() {
        String own = Optional.ofNullable(System.getenv("PATH"))
                .filter(text -> !text.isBlank())
                .orElse(USUAL_PATH);
        return own + File.pathSeparator + String.join(File.pathSeparator, PLUGIN_DIRECTORIES);
    }
}
