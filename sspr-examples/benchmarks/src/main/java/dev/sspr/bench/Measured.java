package dev.sspr.bench;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The results of one class of benchmarks, by method, and by parameter where it has one. */
record Measured(Map<String, RunResult> results) {
    /** Measures a class in processes of its own, in iterations of one second. */
    static Measured by(Class<?> benchmarks, int forks, int warmUps, int iterations) throws RunnerException {
        Runner runner = new Runner(new OptionsBuilder()
                .include(benchmarks.getName() + '.')
                .forks(forks)
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs("-Xms4g", "-Xmx4g", "-XX:+UseSerialGC")
                .build());
        return new Measured(runner.run().stream()
                .collect(Collectors.toMap(Measured::name, Function.identity(), (one, other) -> one, TreeMap::new)));
    }

    private static String name(RunResult result) {
        String method = result.getPrimaryResult().getLabel();
        return result.getParams().getParamsKeys().stream()
                .map(key -> " " + result.getParams().getParam(key))
                .collect(Collectors.joining("", method, ""));
    }

    /** CPU time of one operation in the least iteration, in nanoseconds. */
    double nanos(String name) {
        return secondary(name, CpuTime.LABEL);
    }

    /** The same in microseconds. */
    double micros(String name) {
        return nanos(name) / 1e3;
    }

    /** What one operation allocates, in KiB. */
    double allocatedKib(String name) {
        return secondary(name, "gc.alloc.rate.norm") / 1024;
    }

    private double secondary(String name, String label) {
        RunResult found = Objects.requireNonNull(results.get(name), name);
        return Objects.requireNonNull(found.getSecondaryResults().get(label), label)
                .getScore();
    }
}
