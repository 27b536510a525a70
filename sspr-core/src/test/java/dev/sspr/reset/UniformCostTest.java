package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sspr.fixture.AccountClasses;
import dev.sspr.fixture.AccountClasses.Kind;
import dev.sspr.fixture.CountedHmac;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserStore;
import java.lang.management.ManagementFactory;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nor by what the calling thread spends: digests made, bytes allocated (security section 6(a), layer 1). */
@Tag("R-ENUM-2")
@Tag("R-ENUM-4")
@Tag("R-ENUM-7")
@Tag("V-ENUM-6")
@Tag("V-ENUM-7")
@Tag("V-ENUM-8")
@Tag("V-ENUM-9")
class UniformCostTest {
    /** Bytes that two classes may differ by (R-ENUM-2). */
    private static final long TOLERANCE = 64;

    private static final int WARM_UP = 250;
    private static final int ROUNDS = 400;
    private static final long SEED = 20260105;

    /**
     * For each act and class, by how much it costs more than for a registered account on the same day, in the median;
     * the classes come in another order each day, so that what the stores spend by themselves evens out.
     */
    private static Map<String, Map<Kind, Long>> unequal(
            AccountClasses accounts, int warmUp, int rounds, long tolerance, Supplier<Long> meter) {
        TestedFlow reset = accounts.fixture.flow();
        Random order = new Random(SEED);
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        Map<String, Map<Kind, List<Long>>> all = new TreeMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            accounts.nextDay();
            Collections.shuffle(kinds, order);
            Map<Kind, Map<String, Long>> today = new EnumMap<>(Kind.class);
            kinds.forEach(kind -> today.put(kind, accounts.acts(reset, kind, act -> cost(act, meter))));
            if (round >= warmUp) {
                Map<String, Long> base = today.get(Kind.REGISTERED);
                today.forEach((kind, costs) ->
                        costs.forEach((act, cost) -> all.computeIfAbsent(act, name -> new EnumMap<>(Kind.class))
                                .computeIfAbsent(kind, one -> new ArrayList<>())
                                .add(cost - base.get(act))));
            }
            reset.sweep();
            accounts.fixture.executor.drop();
        }
        Map<String, Map<Kind, Long>> found = new TreeMap<>();
        all.forEach((act, differences) -> differences.forEach((kind, more) -> {
            long median = median(more);
            if (Math.abs(median) > tolerance) {
                found.computeIfAbsent(act, name -> new EnumMap<>(Kind.class)).put(kind, median);
            }
        }));
        return found;
    }

    private static long cost(Supplier<?> act, Supplier<Long> meter) {
        long before = meter.get();
        Object result = act.get();
        long after = meter.get();
        assertThat(result).isNotNull();
        return after - before;
    }

    private static long median(List<Long> costs) {
        long[] sorted = costs.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Map<String, Map<Kind, Long>> unequalBytes(Consumer<AccountClasses> leak) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
        leak.accept(accounts);
        return unequal(accounts, WARM_UP, ROUNDS, TOLERANCE, threads::getCurrentThreadAllocatedBytes);
    }

    private static Map<String, Map<Kind, Long>> unequalDigests(Consumer<AccountClasses> leak) {
        Provider counting = CountedHmac.provider();
        Security.insertProviderAt(counting, 1);
        try {
            AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
            leak.accept(accounts);
            long before = CountedHmac.made();
            Map<String, Map<Kind, Long>> found = unequal(accounts, 0, 5, 0, CountedHmac::made);
            assertThat(CountedHmac.made() - before).as("the count works").isGreaterThan(500);
            return found;
        } finally {
            Security.removeProvider(counting.getName());
        }
    }

    @Test
    void bytes_allocatedByTheCallingThread_areEqualForEveryClass() {
        assertThat(unequalBytes(accounts -> {})).as("seed %s", SEED).isEmpty();
    }

    @Test
    void digests_madeByTheCallingThread_areEqualForEveryClass() {
        assertThat(unequalDigests(accounts -> {})).as("seed %s", SEED).isEmpty();
    }

    /** A run in which one of these is not found is void. */
    @Nested
    class ALeak {
        private Consumer<AccountClasses> forKnownNames(Consumer<AccountClasses> spend) {
            return accounts -> {
                var inner = accounts.fixture.logins;
                accounts.fixture.logins = typed -> {
                    Optional<LoginName> name = inner.canonical(typed);
                    if (name.isPresent() && accounts.fixture.users.find(name.get()) instanceof UserStore.Lookup.One) {
                        spend.accept(accounts);
                    }
                    return name;
                };
            };
        }

        @Test
        void digest_oneMoreForKnownNames_isFound() {
            KeyedDigest[] digest = new KeyedDigest[1];
            assertThat(unequalDigests(forKnownNames(accounts -> {
                        if (digest[0] == null) {
                            digest[0] = accounts.fixture.keys().digest();
                        }
                        digest[0].digest(new DigestInput(DigestLabel.COUNTER).with(1L));
                    })))
                    .containsOnlyKeys("start");
        }

        @Test
        void bytes_allocatedForKnownNames_areFound() {
            assertThat(unequalBytes(forKnownNames(accounts -> accounts.fixture.users.passwordRecord(Kind.LOCKED.id()))))
                    .containsOnlyKeys("start");
        }
    }
}
