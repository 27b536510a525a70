package dev.sspr.random;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.fixture.InlineWork;
import dev.sspr.policy.Limits;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.Faults;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A host with three people and two nodes over the same twins, each of which may fail. */
final class RandomWorld {
    static final int PEOPLE = 3;
    /** The passwords that anybody ever sets. */
    static final List<Secret> PASSWORDS = IntStream.range(0, 6)
            .mapToObj(i -> Secret.of("a sentence that is long enough, number " + i))
            .toList();

    final InMemoryUserStore users = InMemoryUserStore.forTests();
    final InMemoryFlowStore flows = new InMemoryFlowStore();
    final InMemoryCounterStore counters = new InMemoryCounterStore();
    final InMemoryMethodStore methods = new InMemoryMethodStore();
    final InMemoryNotifier notifier = new InMemoryNotifier();
    final InMemorySessionRevoker sessions = new InMemorySessionRevoker();
    final InMemoryAuditSink audit = new InMemoryAuditSink();
    final SplittableRandom random;
    final List<Sspr> nodes = new ArrayList<>();

    private Instant now = Instant.parse("2031-01-02T03:04:05Z");
    private int keyId = 1;

    RandomWorld(long seed) {
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < PEOPLE; i++) {
            users.add(account(i), PASSWORDS.get(0), login(i));
        }
        restart();
    }

    static UserId user(int person) {
        return new UserId("u" + person);
    }

    static LoginName login(int person) {
        return new LoginName("person" + person);
    }

    static Destination mail(int person, int version) {
        return new Destination("m" + version, Channel.EMAIL, "person" + person + "v" + version + "@example.org");
    }

    private static Account account(int person) {
        return new Account(
                user(person),
                AccountStatus.ACTIVE,
                Account.Privilege.ORDINARY,
                Generation.of(1),
                Optional.of(Locale.ENGLISH),
                List.of(mail(person, 0), mail(person, 1)),
                List.of());
    }

    private static SsprKey key(int id) {
        return SsprKey.ofHex(id, "00112233445566778899aabbccddee".repeat(2) + String.format(Locale.ROOT, "%04x", id));
    }

    /** Both nodes stop and start again; what was under way is lost, what was stored is not. */
    private void restart() {
        nodes.forEach(Sspr::close);
        nodes.clear();
        SsprKey key = key(keyId);
        for (int older = keyId - 1; older >= Math.max(1, keyId - SsprKey.MOST_ACCEPTED); older--) {
            key = key.accepting(key(older));
        }
        for (int i = 0; i < 2; i++) {
            nodes.add(Sspr.builder(users, notifier, sessions, key)
                    .flowStore(flows)
                    .counterStore(counters)
                    .methodStore(methods)
                    .policy(SsprPolicy.standard()
                            .limits(RandomWorld::wide)
                            .registration(it -> it.storeDestinations(StoreDestinations.COUNT)))
                    .auditSink(audit)
                    .linkBase(URI.create("https://example.org/account"))
                    .unlocker(users)
                    .clock(() -> now)
                    .executor(InlineWork.of(this::later))
                    .hostSweeps()
                    .build());
        }
    }

    /** Limits so wide that most sequences go on. */
    private static Limits wide(Limits limits) {
        return limits.startsPerName(20).mailsPerHour(20).mailsPerDay(50);
    }

    /** Everything is re-sealed first, so that no body needs a key of nine rotations ago. */
    void rotate() {
        if (keyId < 200) {
            nodes.get(0).sweep();
            keyId++;
            restart();
        }
    }

    Sspr node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    int person() {
        return random.nextInt(PEOPLE);
    }

    Secret password() {
        return PASSWORDS.get(random.nextInt(PASSWORDS.size()));
    }

    Instant now() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** Which password an account has, as a number; -1 for none of those that are known. */
    int passwordOf(int person) {
        return IntStream.range(0, PASSWORDS.size())
                .filter(i -> users.check(user(person), PASSWORDS.get(i)) != PasswordVerifier.Result.WRONG)
                .findFirst()
                .orElse(-1);
    }

    private List<Faults> faults() {
        return List.of(
                users.faults(),
                flows.faults(),
                counters.faults(),
                methods.faults(),
                notifier.faults(),
                sessions.faults());
    }

    /** Lets one call of a twin fail, before or after it has an effect, or none. */
    void arm() {
        Faults one = faults().get(random.nextInt(faults().size()));
        int skipped = random.nextInt(6);
        boolean lost = random.nextBoolean();
        int[] calls = {skipped};
        one.beforeEachCall(operation -> {
            if (calls[0]-- == 0) {
                if (lost) {
                    one.loseNextAnswers(1);
                } else {
                    one.failNext(1);
                }
            }
        });
    }

    void heal() {
        for (Faults one : faults()) {
            one.beforeEachCall(operation -> {});
            one.heal();
        }
    }
}
