package dev.sspr.bench;

import dev.sspr.bench.EnumerationTiming.Observable;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.StartResult;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
            return new SlowHost(9, builder -> builder.executor(Executors.newFixedThreadPool(2, task -> {
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
    /** A decoy is refused before anything is opened or compared. */
    NO_WORK_FOR_DECOYS(Observable.APP_CODE) {
        @Override
        TimedHost host() {
            return new SlowHost(9, builder -> builder.verifier(new QuickForDecoys()));
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

    /** An app of the host's own whose decoys cost nothing. */
    private static final class QuickForDecoys implements MfaVerifier {
        @Override
        public MethodKind kind() {
            return MethodKind.APP_CODE;
        }

        @Override
        public List<AuthMethod> methods(Account account) {
            return List.of(new AuthMethod(
                    kind(), "app-1", "app:" + account.id().value(), "app", Optional.empty()));
        }

        @Override
        public AuthMethod decoy(Digest seed) {
            return new AuthMethod(kind(), "decoy-1", "app:" + seed.hex(), "app", Optional.empty());
        }

        @Override
        public PreparedChallenge begin(Challenge challenge, AuthMethod method) {
            return new PreparedChallenge(VerifierState.EMPTY, Optional.empty());
        }

        @Override
        public Result check(Challenge challenge, VerifierState state, Response response, Instant now) {
            if (challenge.methodId().equals("app-1")) {
                try {
                    MessageDigest sha = MessageDigest.getInstance("SHA-256");
                    for (int i = 0; i < 200; i++) {
                        sha.update(sha.digest(challenge.methodId().getBytes(StandardCharsets.US_ASCII)));
                    }
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Result.WRONG;
        }
    }

    /** Tells by {@code open} and by the date of a recovery which names have an account. */
    private static final class Leaky extends SlowHost {
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

        private Object leaked(String method, Object[] arguments, Object answer) {
            return switch (method) {
                case "start" -> {
                    boolean exists = isKnown((String) arguments[0]);
                    FlowHandle handle = ((StartResult.Started) answer).handle();
                    known.put(handle.secret(), new Begun(System.nanoTime() + (exists ? 9_000_000L : 2_400_000L), exists));
                    yield answer;
                }
                case "open" -> System.nanoTime() > known.get(arguments[0]).lookedUp() ? answer : LinkView.ENDED;
                case "dueAt" ->
                    late && known.get(((FlowHandle) arguments[0]).secret()).exists()
                            ? ((Optional<?>) answer).map(at -> ((Instant) at).plus(Duration.ofMinutes(5)))
                            : answer;
                default -> answer;
            };
        }
    }

    /** A flow, when its look-up is done, and whether its name has an account. */
    private record Begun(long lookedUp, boolean exists) {}
}
