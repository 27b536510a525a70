package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreWorld.Window;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The explorer's stores of methods and of counters. */
final class ExploreStores implements MethodStore {
    private final ExploreHost host;

    ExploreStores(ExploreHost host) {
        this.host = host;
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return host.gate.pass("methods", () -> {
            ExplorePerson person = host.sim.person(user.value());
            host.turn().info = Optional.of(person.info);
            host.turn().counted = Set.copyOf(person.counted(host.sim.now()));
            return person.id.equals(user) ? person.set : Optional.empty();
        });
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        return host.gate.pass("store", () -> {
            ExplorePerson person = host.sim.person(next.user().value());
            boolean follows = person.set.map(MethodStore.MethodSet::version).orElse(0L) + 1 == next.version();
            if (!follows && !host.lies(ExploreFault.METHODS_IGNORE_VERSIONS)) {
                return Stored.CHANGED;
            }
            SecurityInfo info = InfoCodec.read(
                    next.user(),
                    next.version(),
                    host.keys.open(next.user(), next.version(), next.body()).orElseThrow());
            host.changes.storing(person, info);
            person.set = Optional.of(next);
            person.info = info;
            host.turn().info = Optional.of(info);
            host.turn().counted = Set.copyOf(person.counted(host.sim.now()));
            return Stored.STORED;
        });
    }

    @Override
    public void remove(UserId user) {
        throw new AssertionError("nobody removes an account here");
    }

    /** Counters. */
    static final class Counters implements CounterStore {
        private final ExploreHost host;

        Counters(ExploreHost host) {
            this.host = host;
        }

        @Override
        public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
            try {
                return host.gate.pass("add", () -> added(key, amount, limit, window, now));
            } catch (BackendUnavailableException e) {
                if (host.lies(ExploreFault.COUNTERS_FORGET_WHEN_THEY_FAIL)) {
                    host.sim.counters.remove(key);
                }
                throw e;
            }
        }

        private CounterStore.Charge added(CounterKey key, long amount, long limit, Duration window, Instant now) {
            Optional<Window> kept = open(key, now);
            Window next = kept.orElseGet(() -> new Window(0, limit, now.plus(window)));
            long sum = next.total() + amount;
            if (sum > limit && !host.lies(ExploreFault.COUNTERS_NEVER_FILL)) {
                return new CounterStore.Charge.Full(next.total(), next.end());
            }
            if (amount > 0) {
                host.sim.counters.put(key, new Window(sum, limit, next.end()));
            }
            return new CounterStore.Charge.Added(sum, next.end());
        }

        private Optional<Window> open(CounterKey key, Instant now) {
            return Optional.ofNullable(host.sim.counters.get(key)).filter(kept -> now.isBefore(kept.end()));
        }

        @Override
        public void refund(CounterKey key, long amount, Instant now) {
            host.gate.pass("refund", () -> {
                open(key, now)
                        .ifPresent(kept -> host.sim.counters.put(
                                key, new Window(Math.max(0, kept.total() - amount), kept.limit(), kept.end())));
                return true;
            });
        }

        @Override
        public void clear(CounterKey key) {
            host.gate.pass("clear", () -> {
                host.sim.counters.remove(key);
                return true;
            });
        }
    }
}
