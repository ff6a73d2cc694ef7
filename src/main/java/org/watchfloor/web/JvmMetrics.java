package org.watchfloor.web;

import com.sun.management.OperatingSystemMXBean;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The basics of the JVM and its process, under the names that ready-made dashboards expect. Stateless. */
final class JvmMetrics implements MultiCollector {
    private static final String AREA = "area";

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                Samples.gauge("jvm_memory_used_bytes", "Memory in use.", AREA, byArea(MemoryUsage::getUsed)),
                Samples.gauge(
                        "jvm_memory_committed_bytes",
                        "Memory taken from the system.",
                        AREA,
                        byArea(MemoryUsage::getCommitted)),
                Samples.gauge(
                        "jvm_memory_max_bytes",
                        "Memory limit; -1 if there is none.",
                        AREA,
                        byArea(MemoryUsage::getMax)),
                Samples.gauge(
                        "jvm_threads_current",
                        "Platform threads.",
                        ManagementFactory.getThreadMXBean().getThreadCount()),
                collections(),
                Samples.counter(
                        "process_cpu_seconds",
                        "Processor time that this process has used.",
                        system.getProcessCpuTime() / 1e9),
                Samples.gauge(
                        "process_start_time_seconds",
                        "When this process started, in Unix time.",
                        ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3));
    }

    private Map<String, Double> byArea(ToDoubleFunction<MemoryUsage> figure) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("heap", figure.applyAsDouble(memory.getHeapMemoryUsage()));
        values.put("nonheap", figure.applyAsDouble(memory.getNonHeapMemoryUsage()));
        return values;
    }

    private static SummarySnapshot collections() {
        SummarySnapshot.Builder collections = SummarySnapshot.builder()
                .name("jvm_gc_collection_seconds")
                .help("Garbage collections and the time they took, by collector.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections.dataPoint(SummaryDataPointSnapshot.builder()
                    .labels(Labels.of("gc", collector.getName()))
                    .count(Math.max(0, collector.getCollectionCount()))
                    .sum(Math.max(0, collector.getCollectionTime()) / 1e3)
                    .build());
        }
        return collections.build();
    }
}
