package dev.sspr.bench;

import dev.sspr.internal.verification.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.runner.RunnerException;

/** Runs everything and writes the summary: what was measured, what it should not exceed, and what peers need. */
public final class Bench {
    private Bench() {}

    /**
     * Writes the summary.
     *
     * @param args the file to write, and {@code passwords} or {@code timing} to leave all else out
     * @throws IOException if it cannot be written
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws IOException, RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        Summary summary = new Summary();
        if (args.length < 2 || args[1].equals("timing")) {
            timing(summary);
        }
        if (args.length < 2) {
            flows(summary);
            transitions(summary);
            seals(summary);
            summary.add("openFlowStored", OpenFlows.stored(), "B", 256, Map.of());
            summary.add("openFlowHeap", OpenFlows.heap(), "B", 400, Map.of());
            BreachedLists.measure(3_000_000, Path.of(args[0]).resolveSibling("breached"), summary);
        }
        if (args.length < 2 || args[1].equals("passwords")) {
            passwords(summary);
        }
        Files.writeString(Path.of(args[0]), summary.toString());
        System.out.print(summary);
    }

    /** What a caller can tell by time about the existence of an account, and whether seeded leaks are found. */
    private static void timing(Summary summary) {
        try (TimedHost host = new SlowHost(9, UnaryOperator.identity())) {
            EnumerationTiming.measure(host, 1500, 5)
                    .forEach((what, auc) -> summary.add("auc " + what, auc, "AUC", EnumerationTiming.MOST, Map.of()));
        }
        int found = 0;
        Map<String, Double> leaks = new TreeMap<>();
        for (Leak leak : Leak.values()) {
            try (TimedHost host = leak.host()) {
                double auc = EnumerationTiming.measure(host, 60, 1, Set.of(leak.seen))
                        .getOrDefault(leak.seen, 0.5);
                leaks.put(leak.name(), auc);
                found += auc > 0.6 ? 1 : 0;
            }
        }
        summary.add("aucLeaksMissed", leaks.size() - found, "of 5", 0, leaks);
    }

    private static void flows(Summary summary) throws RunnerException {
        Measured flows = Measured.by(ResetFlow.class, 2, 2, 8);
        double few = flows.micros("flow 1000");
        double many = flows.micros("flow 1000000");
        summary.add("resetFlow", few, "us CPU", 22, Map.of());
        summary.add("resetFlowAllocated", flows.allocatedKib("flow 1000"), "KiB", 32, Map.of());
        summary.add("resetFlowScale", many / few, "ratio", 1.2, Map.of("at1000Us", few, "at1000000Us", many));
    }

    private static void transitions(Summary summary) throws RunnerException {
        double ours = Measured.by(Transition.class, 1, 4, 6).nanos("charge");
        Measured peers = Measured.by(Machines.class, 1, 4, 6);
        summary.add(
                "transition",
                ours,
                "ns CPU",
                200,
                Map.of(
                        "stateless4j", peers.nanos("stateless4j"),
                        "squirrel", peers.nanos("squirrel"),
                        "spring", peers.nanos("spring")));
    }

    private static void seals(Summary summary) throws RunnerException {
        Measured seals = Measured.by(Seal.class, 2, 4, 6);
        double ours = seals.micros("sspr");
        double jdk = seals.micros("jdk");
        summary.add("seal", ours / jdk, "ratio", 2, Map.of("ssprUs", ours, "jdkUs", jdk));
    }

    private static void passwords(Summary summary) throws RunnerException {
        summary.add("blocklistMemory", BannedLists.resident(), "B per term", 16, Map.of());
        double[] few = BannedLists.evaluations(10_000);
        double[] many = BannedLists.evaluations(1_000_000);
        summary.add("bannedEvaluation", many[many.length / 2], "us", 50, Map.of("at10000Us", few[few.length / 2]));
        summary.add(
                "bannedEvaluationP99",
                many[many.length * 99 / 100],
                "us",
                200,
                Map.of("slowestUs", many[many.length - 1]));
        double[] lengths = BannedLists.byLength(32, 256);
        summary.add(
                "bannedEvaluationLinear",
                lengths[1] / lengths[0] / 8,
                "ratio",
                1.5,
                Map.of("at32Us", lengths[0], "at256Us", lengths[1]));
        double[] checked = BannedLists.checksByLength(16, 128);
        summary.add(
                "policyCheckLinear",
                checked[1] / checked[0] / 8,
                "ratio",
                1.5,
                Map.of("at16Us", checked[0], "at128Us", checked[1]));
        Measured checks = Measured.by(PolicyCheck.class, 1, 3, 5);
        double same = checks.micros("same 1000000");
        summary.add(
                "policyCheck",
                checks.micros("standard 1000000"),
                "us CPU",
                2,
                Map.of(
                        "zxcvbn", checks.micros("zxcvbn 1000000"),
                        "keycloakFirst", checks.micros("keycloak 1000000"),
                        "keycloakAll", checks.micros("keycloakAll 1000000")));
        summary.add("policyCheckAllocated", checks.allocatedKib("accepted 1000000") * 1024, "B", 512, Map.of());
        summary.add(
                "policyCheckScale",
                same / checks.micros("same 10000"),
                "ratio",
                3,
                Map.of("at10000Us", checks.micros("same 10000"), "at1000000Us", same));
        summary.add(
                "policyCheckToPassay1",
                same / checks.micros("passay1 1000000"),
                "ratio",
                1 / 20.0,
                Map.of(
                        "passay1Us",
                        checks.micros("passay1 1000000"),
                        "passay1At10000Us",
                        checks.micros("passay1 10000")));
        summary.add(
                "policyCheckToPassay2",
                same / checks.micros("passay2 1000000"),
                "ratio",
                1 / 200.0,
                Map.of(
                        "passay2Us",
                        checks.micros("passay2 1000000"),
                        "passay2At10000Us",
                        checks.micros("passay2 10000")));
    }
}
