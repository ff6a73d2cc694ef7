package org.watchfloor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History.Series;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.store.Store;

/**
 * What a stored sample costs: 24 hours of checks every 30 seconds, then charts, then reopening after a kill. Prints one
 * line of JSON per figure. Arguments: checks (3472), days (1).
 */
public final class StoreBench {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(30);

    private volatile Instant now = START;
    private final InstantSource clock = () -> now;
    private final Random random = new Random(1);
    private final List<CheckId> checks = new ArrayList<>();
    private final Path directory;

    private StoreBench(Path directory, int checks) {
        this.directory = directory;
        for (int index = 0; index < checks; index++) {
            this.checks.add(CheckId.parse("host-" + index / 4 + "/check-" + index % 4));
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 3) {
            new StoreBench(Path.of(args[2]), Integer.parseInt(args[0])).fillAndDie(Integer.parseInt(args[1]));
        }
        int checks = args.length > 0 ? Integer.parseInt(args[0]) : 3_472;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        Path directory = Files.createTempDirectory("store-bench");
        try {
            new StoreBench(directory, checks).measure(days);
        } finally {
            remove(directory);
        }
    }

    private void measure(int days) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreBench.class.getName(),
                        Integer.toString(checks.size()),
                        Integer.toString(days),
                        directory.toString())
                .inheritIO()
                .start();
        awaitEnd(writer);
        now = START.plus(Duration.ofDays(days)).plusSeconds(60);
        long start = System.nanoTime();
        try (Store store = Store.open(directory, Settings.DEFAULT, clock)) {
            print("reopen after kill, ms", (System.nanoTime() - start) / 1e6);
            look(store);
        }
        long samples = (long) checks.size() * days * Duration.ofDays(1).dividedBy(EVERY);
        print("bytes per sample, roll-ups included, closed", Files.size(file()) / (double) samples);
        weigh(samples);
    }

    /** What is in the file, without the room that is free because a day was written in seconds. */
    private void weigh(long samples) throws SQLException, IOException {
        String url = "jdbc:h2:file:" + directory.resolve("watchfloor");
        try (Connection owner = DriverManager.getConnection(url, "owner", "owner");
                Statement statement = owner.createStatement()) {
            print("bytes per sample, sealed", length(statement, "block", "chunk") / samples);
            print("bytes per sample, roll-ups of 5 minutes", length(statement, "block", "rollup_5m") / samples);
            statement.execute("SHUTDOWN COMPACT");
        }
        print("bytes per sample, roll-ups included, compacted", Files.size(file()) / (double) samples);
    }

    private static double length(Statement statement, String column, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(sum(length(" + column + ")), 0) from " + table)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void look(Store store) {
        long first = System.nanoTime();
        chart(store, checks.getFirst(), Duration.ofDays(1), 800);
        print("24 h chart, first, ms", (System.nanoTime() - first) / 1e6);
        charts(store, "24 h chart", Duration.ofDays(1));
        charts(store, "1 y chart", Duration.ofDays(365));
        uptimes(store);
        now = now.plus(Duration.ofHours(1));
        LockSupport.parkNanos(Duration.ofSeconds(15).toNanos());
        long close = System.nanoTime();
        store.close();
        print("close, ms", (System.nanoTime() - close) / 1e6);
    }

    /** Not even a failure here leaves the writer running. */
    private static void awaitEnd(Process writer) throws InterruptedException {
        try {
            writer.waitFor();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Runs in a process of its own and kills itself, as {@code kill -9} does. */
    private void fillAndDie(int days) throws Exception {
        Store store = Store.open(directory, Settings.DEFAULT, clock);
        long samples = 0;
        long cpu = cpu();
        long wall = System.nanoTime();
        long generating = 0;
        Instant end = START.plus(Duration.ofDays(days));
        for (Instant tick = START; tick.isBefore(end); tick = tick.plus(EVERY)) {
            now = tick;
            long before = threadCpu();
            List<CheckResult> results = new ArrayList<>();
            for (int index = 0; index < checks.size(); index++) {
                results.add(result(index, tick));
            }
            generating += threadCpu() - before;
            for (CheckResult result : results) {
                store.journal().sample(result, State.UP);
            }
            samples += results.size();
            while (store.journal().figures().queued() > 30_000) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        now = end.plusSeconds(30);
        while (store.journal().figures().written() < samples) {
            LockSupport.parkNanos(1_000_000);
        }
        print("samples", (double) samples);
        print("samples thinned", (double) store.journal().figures().thinned());
        print("samples per second", samples / ((System.nanoTime() - wall) / 1e9));
        print("CPU per stored sample, all threads, us", (cpu() - cpu - generating) / 1e3 / samples);
        print("bytes per sample, roll-ups and free space included, open", Files.size(file()) / (double) samples);
        print("bytes written per sample", written() / (double) samples);
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor();
    }

    private CheckResult result(int check, Instant tick) {
        Instant at = tick.plusMillis((long) check * EVERY.toMillis() / checks.size() + random.nextInt(4));
        Duration latency = Duration.ofNanos((long) (1e6 * (20 + check % 50 + Math.abs(random.nextGaussian()) * 3)));
        return new CheckResult(
                checks.get(check), at, latency, Duration.ZERO, Observation.of(new Outcome.Up("HTTP 200")));
    }

    private void charts(Store store, String what, Duration span) {
        double[] millis = new double[300];
        for (int index = 0; index < millis.length; index++) {
            CheckId check = checks.get(random.nextInt(checks.size()));
            long start = System.nanoTime();
            chart(store, check, span, 800);
            millis[index] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        print(what + ", p50, ms", millis[millis.length / 2]);
        print(what + ", p99, ms", millis[millis.length * 99 / 100]);
    }

    private void chart(Store store, CheckId check, Duration span, int points) {
        Series series = store.history()
                .series(check, "latency", now.minus(span), now, points)
                .join();
        if (series.points().isEmpty()) {
            throw new IllegalStateException("nothing to draw for " + check);
        }
    }

    private void uptimes(Store store) {
        long start = System.nanoTime();
        store.history().uptime(checks, now.minus(Duration.ofDays(30)), now).join();
        print("uptime of all checks over 30 days, ms", (System.nanoTime() - start) / 1e6);
    }

    private Path file() {
        return directory.resolve("watchfloor.mv.db");
    }

    private static long written() throws IOException {
        Path io = Path.of("/proc/self/io");
        return !Files.exists(io)
                ? -1
                : Files.readAllLines(io).stream()
                        .filter(line -> line.startsWith("wchar:"))
                        .mapToLong(line -> Long.parseLong(line.substring(7)))
                        .sum();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, double figure) {
        System.out.printf(Locale.ROOT, "{\"bench\":\"store\",\"figure\":\"%s\",\"value\":%.3f}%n", what, figure);
    }
}
