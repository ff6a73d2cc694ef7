package org.watchfloor.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What {@link GateCalls} cost, measured by JMH in a JVM of their own. Prints one line of JSON: microseconds per call of all
 * together, and nanoseconds of each.
 */
final class GateBench {
    private static final TimeValue SECOND = TimeValue.seconds(1);

    void measure(Figures figures) {
        Map<String, List<Double>> nanos = nanos();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("nanosOfRateLimits", median(nanos, "rates"));
        more.put("nanosOfAPlace", median(nanos, "place"));
        more.put("nanosOfABreaker", median(nanos, "breaker"));
        more.put("nanosOfAPause", median(nanos, "pause"));
        List<Double> micros =
                samples(nanos, "all").stream().map(each -> each / 1e3).toList();
        figures.print("gates", "µs per call", "< 20", micros, more);
    }

    /** The rounds of each call by its name. */
    private static Map<String, List<Double>> nanos() {
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        for (RunResult run : run()) {
            String call = run.getPrimaryResult().getLabel();
            List<Double> rounds = run.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(round -> round.getPrimaryResult().getScore())
                    .toList();
            nanos.put(call, rounds);
        }
        return nanos;
    }

    private static Collection<RunResult> run() {
        Options options = new OptionsBuilder()
                .include(GateCalls.class.getName() + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(5)
                .warmupTime(SECOND)
                .measurementIterations(7)
                .measurementTime(SECOND)
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure the calls", e);
        }
    }

    private static double median(Map<String, List<Double>> nanos, String call) {
        return Figures.rounded(Figures.median(samples(nanos, call)));
    }

    private static List<Double> samples(Map<String, List<Double>> nanos, String call) {
        List<Double> samples = nanos.get(call);
        if (samples == null) {
            throw new IllegalStateException("JMH did not measure \"" + call + "\"; it measured " + nanos.keySet());
        }
        return samples;
    }
}
