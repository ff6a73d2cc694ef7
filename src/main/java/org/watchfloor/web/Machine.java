package org.watchfloor.web;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads the figures of machine and JVM, at most every few seconds: the JVM counts processor time since it was last asked,
 * and a glimpse of some milliseconds would be noise. Safe for many threads.
 */
final class Machine implements Supplier<MachineFigures> {
    static final Duration FRESH = Duration.ofSeconds(5);

    private final Path dataDirectory;
    private final LongSupplier nanos;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long readAt;
    private MachineFigures figures;

    Machine(Path dataDirectory, LongSupplier nanos) {
        this.dataDirectory = dataDirectory;
        this.nanos = nanos;
        this.readAt = nanos.getAsLong();
        this.figures = read();
    }

    @Override
    public synchronized MachineFigures get() {
        long now = nanos.getAsLong();
        if (now - readAt >= FRESH.toNanos()) {
            readAt = now;
            figures = read();
        }
        return figures;
    }

    private MachineFigures read() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Optional<FileStore> disk = disk();
        return new MachineFigures(
                share(system.getProcessCpuLoad()),
                share(system.getCpuLoad()),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                heap.getUsed(),
                retained(),
                Math.max(0, heap.getMax()),
                disk.map(Machine::total).orElse(0L),
                disk.map(Machine::free).orElse(0L));
    }

    private static double share(double load) {
        return load < 0 ? Double.NaN : load;
    }

    private static long retained() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && !pool.getName().contains("Eden"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private Optional<FileStore> disk() {
        try {
            return Optional.of(Files.getFileStore(dataDirectory));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long total(FileStore disk) {
        try {
            return disk.getTotalSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
