package org.watchfloor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.watchfloor.app.ConfigLoad;

/** Measures the figures that are named on the command line, or all of them. See README.md beside the sources. */
public final class Bench {
    private static final int WINDOWS = 5;

    private final Figures figures = new Figures(System.out);
    private final Path home;
    private final List<String> options;
    private final Duration window;
    private final Duration warmUp;
    private int runs;

    private Bench(Path home) {
        this.home = home;
        this.options = Stream.of(System.getProperty("bench.java", "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
        this.window = Duration.ofSeconds(Integer.getInteger("bench.window", 10));
        this.warmUp = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 120));
    }

    /** One measurement; it prints its own figures. */
    @FunctionalInterface
    private interface Measurement {
        void run() throws IOException, InterruptedException;
    }

    public static void main(String[] names) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("watchfloor-bench-");
        Bench bench = new Bench(home);
        try (WebTarget web = WebTarget.start(home.resolve("nginx"))) {
            Map<String, Measurement> all = bench.measurements(web);
            List<String> wanted = names.length == 0 ? List.copyOf(all.keySet()) : Arrays.asList(names);
            for (String name : wanted) {
                Measurement measurement = all.get(name);
                if (measurement == null) {
                    throw new IllegalArgumentException("no figure \"" + name + "\"; there are " + all.keySet());
                }
                measurement.run();
            }
        }
    }

    private Map<String, Measurement> measurements(WebTarget web) {
        IntFunction<String> fresh = host -> http(host, web, false);
        IntFunction<String> reuse = host -> http(host, web, true);
        IntFunction<String> tcp = host -> "tcp: { port: " + web.port() + " }";
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("yardstick", () -> yardstick(web));
        all.put("http-2000", () -> cost("http-2000", "<= 0.30", 10_000, 5, fresh));
        all.put("http-100", () -> cost("http-100", "<= 1.2", 1_000, 10, fresh));
        all.put("http-reuse-2000", () -> cost("http-reuse-2000", "<= 0.20", 10_000, 5, reuse));
        all.put("tcp-2000", () -> cost("tcp-2000", "<= 0.10", 10_000, 5, tcp));
        all.put("tcp-100", () -> cost("tcp-100", "<= 0.5", 1_000, 10, tcp));
        all.put("http-most", () -> most(fresh));
        all.put("lateness", () -> lateness(fresh));
        all.put("start", () -> start(fresh));
        all.put("config", () -> config(fresh));
        all.put("ssh", this::ssh);
        all.put("first-frame", this::firstFrame);
        Others others = new Others(web, figures);
        all.put("prometheus", () -> others.prometheus(home.resolve("prometheus"), warmUp, window, WINDOWS));
        all.put("plugin", others::plugin);
        all.put("gates", () -> new GateBench().measure(figures));
        all.put("recovery", () -> recovery(fresh));
        return all;
    }

    private void yardstick(WebTarget web) throws InterruptedException {
        List<Double> cpu = new Yardstick(web).measure(Duration.ofSeconds(10), window, WINDOWS);
        figures.print("yardstick", "CPU-s per 1,000 bare requests", "0.128 elsewhere", cpu, Map.of());
    }

    private static String http(int host, WebTarget web, boolean reuse) {
        return "http: { url: 'http://" + WebTarget.address(host) + ":" + web.port() + "/', reuse: " + reuse + " }";
    }

    /** CPU per thousand checks at a steady rate, the memory that goes with it, and how often a snapshot comes. */
    private void cost(String name, String goal, int checks, int every, IntFunction<String> section)
            throws IOException, InterruptedException {
        try (Console console = console(checks, every, section)) {
            console.awaitFirstResult();
            console.runFor(warmUp);
            List<Double> cpu = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            Console.Reading begin = console.read();
            for (int round = 0; round < WINDOWS; round++) {
                Console.Window measured = console.measure(window);
                cpu.add(measured.cpuPerThousand());
                rates.add(measured.perSecond());
            }
            Console.Reading end = console.read();
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("perSecond", Figures.rounded(Figures.median(rates)));
            more.put(
                    "snapshotsPerSecond",
                    Figures.rounded((end.snapshots() - begin.snapshots()) / ((end.nanos() - begin.nanos()) / 1e9)));
            more.putAll(lateness(end));
            figures.print(name, "CPU-s per 1,000 checks", goal, cpu, more);
            String memoryGoal = checks > 1_000 ? "<= 350" : "<= 180";
            figures.print("rss-" + name, "MB", memoryGoal, List.of(console.rssMegabytes()), Map.of("checks", checks));
        }
    }

    /** The highest offered rate that is held with 99 % of the starts less than a second late. */
    private void most(IntFunction<String> section) throws IOException, InterruptedException {
        double held = 0;
        for (int rate = 2_000; rate <= 8_000; rate += 1_000) {
            try (Console console = console(rate * 2, 2, section)) {
                console.awaitFirstResult();
                console.runFor(warmUp);
                Console.Window measured = console.measure(Duration.ofSeconds(61)); // lateness is of the last minute
                Map<String, Object> more = lateness(measured.end());
                more.put("offered", rate);
                more.put("cores", Figures.rounded(measured.cpuSeconds() / measured.seconds()));
                figures.print("http-offered-" + rate, "checks/s", "", List.of(measured.perSecond()), more);
                boolean isHeld =
                        measured.perSecond() > 0.98 * rate && measured.end().latenessMillis("p99Seconds") < 1_000;
                if (!isHeld) {
                    break;
                }
                held = measured.perSecond();
            }
        }
        figures.print("http-most", "checks/s", ">= 4000", List.of(held), Map.of());
    }

    private void lateness(IntFunction<String> section) throws IOException, InterruptedException {
        try (Console console = console(10_000, 60, section)) {
            console.awaitFirstResult();
            console.runFor(Duration.ofSeconds(121)); // the first minute is the ramp
            Console.Reading end = console.read();
            figures.print("lateness-p50", "ms", "<= 2", List.of(end.latenessMillis("p50Seconds")), lateness(end));
            figures.print("lateness-p99", "ms", "<= 20", List.of(end.latenessMillis("p99Seconds")), lateness(end));
        }
    }

    private void start(IntFunction<String> section) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < WINDOWS; round++) {
            try (Console console = console(10_000, 60, section)) {
                seconds.add(console.awaitFirstResult().toMillis() / 1e3);
                cpu.add(Figures.rounded(console.read().cpu().toMillis() / 1e3));
            }
        }
        figures.print("start-10000", "s", "<= 4", seconds, Map.of("cpuSeconds", cpu));
    }

    private void config(IntFunction<String> section) throws IOException {
        Path site = SiteFiles.write(home.resolve("config-10000"), 10_000, 60, 10, section);
        List<Double> seconds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < WINDOWS; round++) {
            Process load = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ConfigLoad.class.getName(),
                            site.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] millis = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ");
            seconds.add(Integer.parseInt(millis[0]) / 1e3);
            cpu.add(Integer.parseInt(millis[1]) / 1e3);
        }
        figures.print("config-10000", "s", "< 2", seconds, Map.of("threadCpuSeconds", cpu));
    }

    private void ssh() throws IOException, InterruptedException {
        if (!Files.isExecutable(ShellTarget.SSHD)) {
            System.err.println("no sshd here: figure ssh left out");
            return;
        }
        try (ShellTarget shell = ShellTarget.start(home.resolve("sshd"))) {
            ShellYardstick.Cost bare = new ShellYardstick(shell).measure(Duration.ofSeconds(10), window);
            figures.print(
                    "ssh-yardstick", "CPU-s per 1,000 bare commands", "", List.of(bare.cpuPerThousand()), Map.of());
            figures.print("ssh-yardstick-rate", "commands/s", "380 elsewhere", List.of(bare.perSecond()), Map.of());
            int checks = (int) Math.ceil(bare.perSecond() * 6);
            String section = shell.section("true").replace("ssh: {", "ssh: { host: 127.0.0.1,");
            try (Console console = console(checks, 5, checks, host -> section)) { // a fifth more than can be held
                console.awaitFirstResult();
                console.runFor(warmUp);
                List<Double> cpu = new ArrayList<>();
                List<Double> rates = new ArrayList<>();
                for (int round = 0; round < WINDOWS; round++) {
                    Console.Window measured = console.measure(window);
                    cpu.add(measured.cpuPerThousand());
                    rates.add(measured.perSecond());
                }
                figures.print("ssh", "CPU-s per 1,000 checks", "<= 1.5", cpu, lateness(console.read()));
                figures.print("ssh-rate", "checks/s", ">= 250", rates, Map.of());
            }
        }
    }

    /** From the launch to the window, and to the console in it, on the sample configuration. */
    private void firstFrame() throws IOException, InterruptedException {
        FirstFrame frame = new FirstFrame(home.resolve("first-frame"), options);
        if (!frame.isPossible()) {
            System.err.println("no Xvfb here: figure first-frame left out");
            return;
        }
        List<FirstFrame.Times> plain = frame.measure(WINDOWS, List.of());
        print("", "<= 2.5", plain);
        Path cache = frame.recordCache();
        print("-aot", "<= 1.3", frame.measure(WINDOWS, List.of("-XX:AOTCache=" + cache)));
    }

    private void print(String kind, String goal, List<FirstFrame.Times> times) {
        List<Double> cpu = times.stream().map(FirstFrame.Times::cpuSeconds).toList();
        figures.print(
                "first-frame" + kind,
                "s",
                goal,
                times.stream().map(FirstFrame.Times::window).toList(),
                Map.of());
        List<Double> console = times.stream().map(FirstFrame.Times::console).toList();
        figures.print("console" + kind, "s", "", console, Map.of("cpuSeconds", cpu));
    }

    private void recovery(IntFunction<String> section) throws IOException, InterruptedException {
        Path directory = home.resolve("run-" + ++runs);
        Path config = SiteFiles.write(directory.resolve("config"), 1_000, 10, 10, section);
        try (RecoveryBench recovery = RecoveryBench.beside(config);
                Console console = Console.start(directory.resolve("data"), config, options)) {
            console.awaitFirstResult();
            console.runFor(Duration.ofSeconds(20)); // by then each check has been looked at
            recovery.measure(console, figures);
        }
    }

    private static Map<String, Object> lateness(Console.Reading reading) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("p50LatenessMs", Figures.rounded(reading.latenessMillis("p50Seconds")));
        more.put("p99LatenessMs", Figures.rounded(reading.latenessMillis("p99Seconds")));
        more.put("maxLatenessMs", Figures.rounded(reading.latenessMillis("maxSeconds")));
        more.put("late", reading.figures().get("late").asLong());
        more.put("skipped", reading.figures().get("skipped").asLong());
        more.put("states", reading.figures().get("states"));
        return more;
    }

    private Console console(int checks, int every, IntFunction<String> section) throws IOException {
        return console(checks, every, 10, section);
    }

    private Console console(int checks, int every, int checksOfHost, IntFunction<String> section) throws IOException {
        Path directory = home.resolve("run-" + ++runs);
        Path config = SiteFiles.write(directory.resolve("config"), checks, every, checksOfHost, section);
        return Console.start(directory.resolve("data"), config, options);
    }
}
