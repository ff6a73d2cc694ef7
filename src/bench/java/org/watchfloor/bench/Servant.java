package org.watchfloor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs for a measurement, and what it and its children cost. Ended by its own handle. */
final class Servant implements AutoCloseable {
    private final String name;
    private final Process process;

    private Servant(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static Servant start(String name, List<String> command, File log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return new Servant(name, process);
    }

    /** User and system time since the start; of children only as long as they live. */
    Duration cpu() {
        Duration children = process.descendants().map(Servant::cpu).reduce(Duration.ZERO, Duration::plus);
        return cpu(process.toHandle()).plus(children);
    }

    double rssMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Lets time pass; a servant that ends meanwhile ends the measurement. */
    void runFor(Duration time) throws InterruptedException {
        if (process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException(name + " ended by itself with " + process.exitValue());
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroy);
    }

    private static Duration cpu(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
