package org.watchfloor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The console as a person starts it, on the sample configuration with the lab, on a screen that nobody sees. */
final class FirstFrame {
    private static final Path IMAGE = Path.of("target", "watchfloor").toAbsolutePath();
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final String DISPLAY = ":83";

    private final Path home;
    private final List<String> options;
    private int runs;

    FirstFrame(Path home, List<String> options) {
        this.home = home;
        this.options = options;
    }

    /** Seconds from the launch until the window was shown and until the console was in it, and its CPU until then. */
    record Times(double window, double console, double cpuSeconds) {}

    boolean isPossible() {
        return Files.isExecutable(XVFB);
    }

    List<Times> measure(int times, List<String> more) throws IOException, InterruptedException {
        List<Times> all = new ArrayList<>();
        try (Servant screen = screen()) {
            screen.runFor(Duration.ofSeconds(2));
            for (int time = 0; time < times; time++) {
                Path data = data();
                long launched = System.nanoTime();
                try (Servant program = program(data, more)) {
                    double window = await(program, data, "window shown", launched);
                    double console = await(program, data, "console started", launched);
                    all.add(new Times(window, console, program.cpu().toMillis() / 1e3));
                }
            }
        }
        return all;
    }

    /** Lets the program write down what it loaded in half a minute. */
    Path recordCache() throws IOException, InterruptedException {
        Path cache = home.resolve("watchfloor.aot");
        try (Servant screen = screen()) {
            screen.runFor(Duration.ofSeconds(2));
            try (Servant program = program(data(), List.of("-XX:AOTCacheOutput=" + cache))) {
                program.runFor(Duration.ofSeconds(30));
            }
        }
        return cache;
    }

    private Path data() throws IOException {
        return Files.createDirectories(home.resolve("data-" + ++runs));
    }

    private Servant screen() throws IOException {
        File log = Files.createDirectories(home).resolve("xvfb.log").toFile();
        return Servant.start("Xvfb", List.of(XVFB.toString(), DISPLAY, "-screen", "0", "1920x1080x24"), log);
    }

    private Servant program(Path data, List<String> more) throws IOException {
        String jvm =
                String.join(" ", Stream.concat(options.stream(), more.stream()).toList());
        List<String> command = new ArrayList<>(List.of("env", "DISPLAY=" + DISPLAY));
        command.add("JAVA_HOME=" + System.getProperty("java.home"));
        command.add("WATCHFLOOR_JAVA_OPTS=" + jvm);
        command.add(IMAGE.resolve("bin/watchfloor").toString());
        command.addAll(List.of("--config", IMAGE.resolve("sample-config").toString(), "--lab"));
        command.addAll(List.of("--data", data.toString(), "--listen", "off"));
        return Servant.start("watchfloor", command, home.resolve("output.log").toFile());
    }

    private static double await(Servant program, Path data, String line, long launched)
            throws IOException, InterruptedException {
        for (int tries = 0; tries < 12_000; tries++) {
            if (isLogged(data.resolve("logs"), line)) {
                return Figures.rounded((System.nanoTime() - launched) / 1e9);
            }
            program.runFor(Duration.ofMillis(5));
        }
        throw new IllegalStateException("not within a minute: " + line);
    }

    private static boolean isLogged(Path logs, String line) throws IOException {
        if (!Files.isDirectory(logs)) {
            return false;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(line)) {
                    return true;
                }
            }
        }
        return false;
    }
}
