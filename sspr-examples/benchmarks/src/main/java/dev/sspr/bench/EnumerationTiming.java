package dev.sspr.bench;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures in real time whether a caller can tell names with an account from names without one. For each observable it
 * computes the area under the curve of the best threshold: 0.5 is chance, and 0.53 is the most that is accepted.
 */
public final class EnumerationTiming {
    /** The most that an observable may tell. */
    public static final double MOST = 0.53;

    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final Secret WRONG_DIGITS = Secret.of("000000");
    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);
    private static final long POLL_NANOS = 1_000_000;
    private static final double LONGEST_MILLIS = 5_000;
    private static final int ANSWERS_PER_FLOW = 4;

    /** What a caller can see. */
    public enum Observable {
        /** Time from a start until an answer is compared. */
        ANSWERABLE,
        /** The same of a flow that was begun right after it, for a name without an account. */
        BESIDE,
        /** Time until the page of a link says something else. */
        OPEN,
        /** Time until there is a prompt. */
        PROMPT,
        /** Time until the status is another one. */
        STATUS,
        /** Time until what a returning browser is shown is something else. */
        RESUME,
        /** The dates of a recovery whose first notices are late. */
        RECOVERY,
        /** Time of an answer by a wrong code of an app. */
        APP_CODE
    }

    private final TimedHost host;
    private final PasswordReset reset;
    private final Map<Observable, List<Double>> known = lists();
    private final Map<Observable, List<Double>> unknown = lists();

    private EnumerationTiming(TimedHost host) {
        this.host = host;
        this.reset = host.reset();
    }

    private static Map<Observable, List<Double>> lists() {
        Map<Observable, List<Double>> lists = new EnumMap<>(Observable.class);
        for (Observable one : Observable.values()) {
            lists.put(one, Collections.synchronizedList(new ArrayList<>()));
        }
        return lists;
    }

    /**
     * Measures a host.
     *
     * @param host the wiring, which stays open
     * @param samples how many of each class; 2,000 give a standard error of 0.009
     * @param threads how many callers at a time
     * @return the area under the curve of each observable that the host has
     */
    public static Map<Observable, Double> measure(TimedHost host, int samples, int threads) {
        return measure(host, samples, threads, EnumSet.allOf(Observable.class));
    }

    /** Measures some observables. */
    static Map<Observable, Double> measure(TimedHost host, int samples, int threads, Set<Observable> what) {
        EnumerationTiming timing = new EnumerationTiming(host);
        if (what.stream().anyMatch(one -> one.compareTo(Observable.RESUME) <= 0)) {
            timing.starts(samples, threads);
        }
        if (what.contains(Observable.APP_CODE)) {
            timing.appCodes(samples / ANSWERS_PER_FLOW);
        }
        if (what.contains(Observable.RECOVERY)) {
            host.recovery().ifPresent(recovery -> timing.recoveries(recovery, Math.min(samples, 100)));
        }
        return timing.curves();
    }

    private void starts(int samples, int threads) {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < samples; i++) {
                int number = i;
                all.add(CompletableFuture.runAsync(() -> start(number, true), callers));
                all.add(CompletableFuture.runAsync(() -> start(number, false), callers));
            }
            all.forEach(CompletableFuture::join);
        } finally {
            callers.shutdown();
        }
    }

    private Map<Observable, Double> curves() {
        Map<Observable, Double> curves = new EnumMap<>(Observable.class);
        known.forEach((what, some) -> {
            List<Double> others = unknown.getOrDefault(what, List.of());
            if (!some.isEmpty() && !others.isEmpty()) {
                curves.put(what, Auc.of(array(some), array(others)));
            }
        });
        return curves;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void add(boolean isKnown, Observable what, double value) {
        Objects.requireNonNull((isKnown ? known : unknown).get(what), "not measured")
                .add(value);
    }

    private static StartResult.Started started(StartResult result) {
        if (result instanceof StartResult.Started started) {
            return started;
        }
        throw new IllegalStateException("a start was refused, give the host higher limits: " + result);
    }

    /** Begins a flow; if there is a choice, the number says of which kind. */
    private FlowHandle begin(String name, int number) {
        StartResult.Started started = started(reset.start(name, CONTEXT));
        List<MethodKind> kinds = started.offers().stream()
                .map(MethodOffer::kind)
                .filter(kind -> !kind.equals(MethodKind.APP_CODE))
                .toList();
        if (started.offers().size() > 1) {
            reset.choose(started.handle(), kinds.get(number % kinds.size()));
        }
        return started.handle();
    }

    private boolean compared(FlowHandle handle) {
        AnswerResult answer = reset.answer(handle, WRONG);
        return !(answer instanceof Refused refused && refused.reason() == Refusal.NOT_NOW);
    }

    /** One start, one beside it, and what is seen until both are answerable. */
    private void start(int number, boolean isKnown) {
        String name = isKnown ? host.known() : host.unknown();
        long begun = System.nanoTime();
        FlowHandle handle = begin(name, number);
        long besideBegun = System.nanoTime();
        FlowHandle beside = begin(host.unknown(), 0);
        Map<Observable, Double> seen = new EnumMap<>(Observable.class);
        Map<Observable, Object> first = new EnumMap<>(Observable.class);
        while (!(seen.containsKey(Observable.ANSWERABLE) && seen.containsKey(Observable.BESIDE))) {
            double now = millis(begun);
            first.forEach((what, before) -> {
                if (!before.equals(look(what, handle))) {
                    seen.putIfAbsent(what, now);
                }
            });
            if (first.isEmpty()) {
                for (Observable what :
                        List.of(Observable.OPEN, Observable.PROMPT, Observable.STATUS, Observable.RESUME)) {
                    first.put(what, look(what, handle));
                }
            }
            if (!seen.containsKey(Observable.ANSWERABLE) && compared(handle)) {
                seen.put(Observable.ANSWERABLE, millis(begun));
                first.remove(Observable.RESUME);
            }
            if (!seen.containsKey(Observable.BESIDE) && compared(beside)) {
                seen.put(Observable.BESIDE, millis(besideBegun));
            }
            if (now > LONGEST_MILLIS) {
                throw new IllegalStateException("a flow was not answerable in time");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        for (Observable what : Observable.values()) {
            if (what.compareTo(Observable.RESUME) <= 0) {
                add(isKnown, what, seen.getOrDefault(what, 0.0));
            }
        }
    }

    private Object look(Observable what, FlowHandle handle) {
        return switch (what) {
            case OPEN -> reset.open(handle.secret(), Optional.of(handle));
            case PROMPT -> reset.prompt(handle).isPresent();
            case STATUS -> reset.status(handle);
            default -> reset.resume(handle);
        };
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Answers by wrong codes of an app, on one thread, the classes in random order. */
    private void appCodes(int flows) {
        List<Map.Entry<FlowHandle, Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 2 * flows; i++) {
            StartResult.Started started = started(reset.start(i % 2 == 0 ? host.known() : host.unknown(), CONTEXT));
            if (started.offers().stream().noneMatch(one -> one.kind().equals(MethodKind.APP_CODE))) {
                return;
            }
            reset.choose(started.handle(), MethodKind.APP_CODE);
            for (int j = 0; j < ANSWERS_PER_FLOW; j++) {
                answers.add(Map.entry(started.handle(), i % 2 == 0));
            }
            LockSupport.parkNanos(4 * POLL_NANOS);
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        Collections.shuffle(answers, new Random(answers.size()));
        answers.forEach(one -> {
            long begun = System.nanoTime();
            AnswerResult answer = reset.answer(one.getKey(), WRONG_DIGITS);
            double spent = System.nanoTime() - begun;
            if (!(answer instanceof AnswerResult.NotProven)) {
                throw new IllegalStateException("a wrong code was answered by " + answer);
            }
            add(one.getValue(), Observable.APP_CODE, spent);
        });
    }

    private void recoveries(AccountRecovery recovery, int samples) {
        Map<StartResult.Started, Boolean> open = new LinkedHashMap<>();
        Map<StartResult.Started, Instant> due = new HashMap<>();
        for (int i = 0; i < 2 * samples; i++) {
            StartResult.Started started = started(recovery.start(i % 2 == 0 ? host.known() : host.unknown(), CONTEXT));
            open.put(started, i % 2 == 0);
            due.put(started, recovery.dueAt(started.handle()).orElse(Instant.EPOCH));
        }
        host.delayNotices();
        open.forEach((started, isKnown) -> {
            FlowHandle handle = started.handle();
            Instant now = recovery.dueAt(handle).orElse(Instant.EPOCH);
            Instant end = recovery.resume(handle).orElseThrow().expiresAt();
            double moved = Duration.between(due.get(started), now).toMillis()
                    + Duration.between(started.expiresAt(), end).toMillis();
            add(isKnown, Observable.RECOVERY, moved);
        });
    }

    /**
     * Measures the wiring of a host, which is the class named first.
     *
     * @param args the name of a class that implements {@link TimedHost} and has a constructor without parameters
     * @throws ReflectiveOperationException if there is no such class
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        try (TimedHost host = Class.forName(args[0])
                .asSubclass(TimedHost.class)
                .getDeclaredConstructor()
                .newInstance()) {
            measure(host, 2000, 6).forEach((what, auc) -> System.out.printf("%-12s %.3f%n", what, auc));
        }
    }
}
