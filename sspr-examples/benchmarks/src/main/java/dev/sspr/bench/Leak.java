package dev.sspr.bench;

import dev.sspr.bench.EnumerationTiming.Observable;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.StartResult;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Faults of a wiring that the measurement must find; a run that misses one is void. */
enum Leak {
    /** Look-ups wait for the mailer. */
    MAILER_ON_LOOK_UP_WORKERS(Observable.BESIDE) {
        @Override
        TimedHost host() {
            return new SlowHost(
                    9,
                    builder -> builder.executor(Executors.newFixedThreadPool(1, task -> {
                        Thread thread = new Thread(task);
                        thread.setDaemon(true);
                        return thread;
                    })));
        }
    },
    /** Look-ups take longer than the delay, so that each is published when it is done. */
    DELAY_SHORTER_THAN_LOOK_UPS(Observable.ANSWERABLE) {
        @Override
        TimedHost host() {
            return new SlowHost(90, UnaryOperator.identity());
        }
    },
    /** Security info is opened a second time, for accounts only: no decoy is opened as often. */
    NO_BODY_FOR_DECOYS(Observable.APP_CODE) {
        @Override
        TimedHost host() {
            return new Leaky();
        }
    },
    /** The page of a link knows more as soon as the account is looked up. */
    OPEN_AT_THE_LOOK_UP(Observable.OPEN) {
        @Override
        TimedHost host() {
            return new Leaky();
        }
    },
    /** A late notice moves the date that is shown. */
    DATE_MOVED_BY_A_LATE_NOTICE(Observable.RECOVERY) {
        @Override
        TimedHost host() {
            return new Leaky();
        }
    };

    final Observable seen;

    Leak(Observable seen) {
        this.seen = seen;
    }

    abstract TimedHost host();

    /** Tells by {@code open}, by the time of an answer and by the date of a recovery which names have an account. */
    private static final class Leaky extends SlowHost {
        private static final byte[] BODY = new byte[3072];

        private final Map<Secret, Begun> known = new ConcurrentHashMap<>();
        private final PasswordReset reset = leaking(PasswordReset.class, super.reset());
        private final AccountRecovery recovery =
                leaking(AccountRecovery.class, super.recovery().orElseThrow());
        private volatile boolean late;

        Leaky() {
            super(9, UnaryOperator.identity());
        }

        @Override
        public PasswordReset reset() {
            return reset;
        }

        @Override
        public Optional<AccountRecovery> recovery() {
            return Optional.of(recovery);
        }

        @Override
        public void delayNotices() {
            super.delayNotices();
            late = true;
        }

        private <T> T leaking(Class<T> type, T inner) {
            Object made =
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return leaked(method.getName(), arguments, method.invoke(inner, arguments));
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return type.cast(made);
        }

        /** As much work as to open some bodies. */
        private static void openBodies() {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                for (int i = 0; i < 100; i++) {
                    sha.update(sha.digest(BODY));
                }
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private Begun begun(Object secret) {
            return Objects.requireNonNull(known.get(secret), "the host began no such flow");
        }

        private Object leaked(String method, Object[] arguments, Object answer) {
            return switch (method) {
                case "start" -> {
                    boolean exists = isKnown((String) arguments[0]);
                    FlowHandle handle = ((StartResult.Started) answer).handle();
                    known.put(
                            handle.secret(), new Begun(System.nanoTime() + (exists ? 9_000_000L : 2_400_000L), exists));
                    yield answer;
                }
                case "open" -> System.nanoTime() > begun(arguments[0]).lookedUp() ? answer : LinkView.ENDED;
                case "dueAt" ->
                    late && begun(((FlowHandle) arguments[0]).secret()).exists()
                            ? ((Optional<?>) answer).map(at -> ((Instant) at).plus(Duration.ofMinutes(5)))
                            : answer;
                case "answer" -> {
                    if (begun(((FlowHandle) arguments[0]).secret()).exists()) {
                        openBodies();
                    }
                    yield answer;
                }
                default -> answer;
            };
        }
    }

    /** A flow, when its look-up is done, and whether its name has an account. */
    private record Begun(long lookedUp, boolean exists) {}
}
