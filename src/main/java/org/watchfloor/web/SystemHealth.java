package org.watchfloor.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges processor, memory and disk by their usual limits. */
final class SystemHealth {
    private final Supplier<MachineFigures> machine;

    SystemHealth(Supplier<MachineFigures> machine) {
        this.machine = machine;
    }

    List<Finding> findings() {
        MachineFigures figures = machine.get();
        return List.of(cpu(figures), memory(figures), disk(figures));
    }

    /** What other programs use makes this one slow, not ill. */
    private static Finding cpu(MachineFigures figures) {
        double busiest = Double.isNaN(figures.systemCpu()) ? figures.processCpu() : figures.systemCpu();
        return new Finding(
                "cpu",
                figures.processCpu() > 0.95
                        ? Level.UNHEALTHY
                        : Level.above(100 * busiest, 80, Double.POSITIVE_INFINITY),
                Double.isNaN(busiest)
                        ? "the processor load is not known here"
                        : Math.round(100 * busiest) + " % of the processors are in use",
                new Cpu(
                        percent(figures.processCpu()),
                        percent(figures.systemCpu()),
                        figures.processors(),
                        Optional.of(figures.loadAverage()).filter(load -> load >= 0)));
    }

    private static Finding memory(MachineFigures figures) {
        double retained = 100.0 * figures.heapRetained() / figures.heapMax();
        return new Finding(
                "memory",
                Level.above(retained, 75, 90),
                Double.isFinite(retained) ? Math.round(retained) + " % of the heap are held" : "the heap has no limit",
                new Memory(figures.heapUsed(), figures.heapRetained(), figures.heapMax(), Numbers.finite(retained)));
    }

    private static Finding disk(MachineFigures figures) {
        double used = 100.0 * (figures.diskTotal() - figures.diskFree()) / figures.diskTotal();
        return new Finding(
                "disk",
                figures.diskTotal() == 0 ? Level.UNHEALTHY : Level.above(used, 80, 90),
                figures.diskTotal() == 0
                        ? "the disk of the data directory cannot be read"
                        : Math.round(used) + " % of the disk with the data are used",
                new Disk(figures.diskTotal(), figures.diskFree(), Numbers.finite(used)));
    }

    private static Optional<Double> percent(double share) {
        return Numbers.finite(Math.round(1_000 * share) / 10.0).filter(any -> !Double.isNaN(share));
    }

    /** Shares of all processors in per cent. */
    record Cpu(
            Optional<Double> processPercent,
            Optional<Double> systemPercent,
            int processors,
            Optional<Double> loadAverage) {}

    /** The heap; {@code retained} leaves out what was freshly allocated and is judged. */
    record Memory(
            long heapUsedBytes, long heapRetainedBytes, long heapMaxBytes, Optional<Double> heapRetainedPercent) {}

    /** The disk that holds the data. */
    record Disk(long totalBytes, long freeBytes, Optional<Double> usedPercent) {}
}
