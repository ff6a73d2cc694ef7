package org.watchfloor.probe.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.watchfloor.model.Measurement;

/** Figures of a Linux host, as far as they make sense. */
final class Vitals {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,9})?");
    private static final int KIB = 1024;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();

    /** {@code 0.52 0.58 0.59 1/257 12345}. */
    void load(String line) {
        String[] words = line.strip().split("\\s+");
        String[] names = {"load1", "load5", "load15"};
        for (int i = 0; i < Math.min(names.length, words.length); i++) {
            String name = names[i];
            number(words[i]).ifPresent(value -> put(name, value, ""));
        }
    }

    /** {@code 350735.47 234388.90}. */
    void uptime(String line) {
        number(line.strip().split("\\s+")[0]).ifPresent(value -> put("uptime_seconds", value, "s"));
    }

    /** Two first lines of {@code /proc/stat}; user, nice, system, idle, iowait, irq, softirq, steal in ticks. */
    void cpu(String before, String after) {
        double[] first = ticks(before);
        double[] second = ticks(after);
        if (first.length <= IDLE || first.length != second.length) {
            return;
        }
        double total = 0;
        double[] spent = new double[first.length];
        for (int i = 0; i < spent.length; i++) {
            spent[i] = Math.max(0, second[i] - first[i]);
            total += spent[i];
        }
        if (total <= 0) {
            return;
        }
        double waited = spent.length > IO_WAIT ? spent[IO_WAIT] : 0;
        put("cpu.used_percent", 100 * (total - spent[IDLE] - waited) / total, "%");
        put("cpu.iowait_percent", 100 * waited / total, "%");
        if (spent.length > STEAL) {
            put("cpu.steal_percent", 100 * spent[STEAL] / total, "%");
        }
    }

    /** Lines of {@code /proc/meminfo} in KiB; kernels before 3.14 have no MemAvailable. */
    void memory(List<String> lines) {
        Map<String, Double> kib = new HashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split("[:\\s]+");
            if (words.length >= 2) {
                number(words[1]).ifPresent(value -> kib.put(words[0], value));
            }
        }
        double cached = kib.getOrDefault("Buffers", 0.0) + kib.getOrDefault("Cached", 0.0);
        Optional<Double> available = Optional.ofNullable(kib.get("MemAvailable"))
                .or(() -> Optional.ofNullable(kib.get("MemFree")).map(free -> free + cached));
        available.ifPresent(free -> share("memory", kib.getOrDefault("MemTotal", 0.0), free));
        Optional.ofNullable(kib.get("SwapFree"))
                .ifPresent(free -> share("swap", kib.getOrDefault("SwapTotal", 0.0), free));
    }

    void disk(DiskLine line) {
        put("disk." + line.mount() + ".used_percent", line.usedPercent(), "%");
        put("disk." + line.mount() + ".free", line.free() * KIB, "B");
    }

    void inodes(DiskLine line) {
        put("disk." + line.mount() + ".inodes_used_percent", line.usedPercent(), "%");
    }

    List<Measurement> measurements() {
        return List.copyOf(measurements.values());
    }

    /** {@code load 0.52, CPU 12 %, memory 43 %, / 71 %, up 12 d}. */
    String summary() {
        List<String> parts = new ArrayList<>();
        value("load1").ifPresent(load -> parts.add(String.format(Locale.ROOT, "load %.2f", load)));
        percent("cpu.used_percent", "CPU", parts);
        percent("memory.used_percent", "memory", parts);
        measurements.values().stream()
                .filter(measured ->
                        measured.name().startsWith("disk.") && measured.name().endsWith(".used_percent"))
                .max(java.util.Comparator.comparingDouble(Measurement::value))
                .ifPresent(fullest -> percent(fullest.name(), "fullest disk", parts));
        value("uptime_seconds").ifPresent(seconds -> parts.add("up " + age(Duration.ofSeconds((long) seconds))));
        return String.join(", ", parts);
    }

    private void percent(String name, String title, List<String> parts) {
        value(name).ifPresent(value -> parts.add(String.format(Locale.ROOT, "%s %.0f %%", title, value)));
    }

    private OptionalDouble value(String name) {
        Measurement measured = measurements.get(name);
        return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured.value());
    }

    private static String age(Duration uptime) {
        return uptime.toDays() > 0
                ? uptime.toDays() + " d"
                : uptime.toHours() > 0 ? uptime.toHours() + " h" : uptime.toMinutes() + " min";
    }

    private void share(String name, double total, double free) {
        if (total > 0 && free <= total) {
            put(name + ".used_percent", 100 * (total - free) / total, "%");
            put(name + ".total", total * KIB, "B");
            put(name + ".free", free * KIB, "B");
        }
    }

    private void put(String name, double value, String unit) {
        measurements.putIfAbsent(name, new Measurement(name, value, unit));
    }

    private static double[] ticks(String line) {
        String[] words = line.strip().split("\\s+");
        double[] ticks = new double[Math.clamp(words.length - 1, 0, STEAL + 1)];
        for (int i = 0; i < ticks.length; i++) {
            OptionalDouble value = number(words[i + 1]);
            if (value.isEmpty()) {
                return new double[0];
            }
            ticks[i] = value.getAsDouble();
        }
        return ticks;
    }

    private static OptionalDouble number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
