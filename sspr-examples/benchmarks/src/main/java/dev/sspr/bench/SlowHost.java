package dev.sspr.bench;

import dev.sspr.Sspr;
import dev.sspr.SsprBuilder;
import dev.sspr.SsprKey;
import dev.sspr.internal.verify.EnrolledApp;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** A host on slow stores: a look-up of a name with an account takes longer, and a message takes up to two seconds. */
class SlowHost implements TimedHost, UserStore, Notifier, CounterStore {
    static final Duration DELAY = Duration.ofMillis(50);

    private static final int ACCOUNTS = 400;
    private static final byte[] MASTER = new byte[32];

    private final Accounts accounts = new Accounts(ACCOUNTS);
    private final int lookUpMillis;
    private final AtomicInteger next = new AtomicInteger();
    private final Sspr sspr;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean refusing;

    /** A host whose look-ups of a name with an account take so long on average. */
    SlowHost(int lookUpMillis, UnaryOperator<SsprBuilder> more) {
        this.lookUpMillis = lookUpMillis;
        MASTER[0] = 1;
        SlowMethodStore methods = new SlowMethodStore();
        for (int i = 0; i < ACCOUNTS; i++) {
            UserStore.Lookup.One one = (UserStore.Lookup.One) accounts.find(new LoginName(Accounts.login(i)));
            EnrolledApp.into(methods, MASTER, one.account().id(), Instant.now().minusSeconds(3600));
        }
        SsprPolicy policy = SsprPolicy.standard()
                .reset(reset -> reset.methods(List.of(
                                new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                                new MethodRule(MethodKind.PUSH, Use.ALONE),
                                new MethodRule(MethodKind.APP_CODE, Use.ALONE_RISK_ACKNOWLEDGED)))
                        .secondFactor(ResetPolicy.SecondFactor.OPTIONAL))
                .registration(it -> it.storeDestinations(StoreDestinations.COUNT))
                .limits(it -> it.publicationDelay(DELAY));
        sspr = more.apply(Sspr.builder(this, this, new InMemorySessionRevoker(), SsprKey.of(1, MASTER))
                        .policy(policy)
                        .methodStore(methods)
                        .counterStore(this)
                        .verifier(new NumberMatch())
                        .auditSink(event -> {})
                        .recovery(new RecoveryPolicy(
                                Duration.ofDays(2),
                                Duration.ofHours(12),
                                Duration.ofHours(24),
                                RecoveryPolicy.Approval.NOT_NEEDED))
                        .linkBase(URI.create("https://example.org/reset"))
                        .clock(() -> Instant.now().plus(ahead))
                        .hostSweeps())
                .build();
    }

    static void takes(double millis) {
        LockSupport.parkNanos(
                (long) (millis * (0.5 + ThreadLocalRandom.current().nextDouble()) * 1e6));
    }

    @Override
    public PasswordReset reset() {
        return sspr.passwordReset();
    }

    @Override
    public Optional<AccountRecovery> recovery() {
        return Optional.of(sspr.accountRecovery());
    }

    @Override
    public String known() {
        return Accounts.login(next.getAndIncrement() % ACCOUNTS);
    }

    static boolean isKnown(String login) {
        return login.compareTo(Accounts.login(ACCOUNTS)) < 0;
    }

    @Override
    public String unknown() {
        return Accounts.login(ACCOUNTS + next.getAndIncrement());
    }

    @Override
    public void delayNotices() {
        refusing = true;
        takes(4.0 * DELAY.toMillis());
        sspr.sweep();
        ahead = ahead.plus(Duration.ofMinutes(5));
        refusing = false;
        sspr.sweep();
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        UserStore.Lookup found = accounts.find(login);
        takes(found instanceof UserStore.Lookup.One ? lookUpMillis : 2.4);
        return found;
    }

    @Override
    public Optional<Account> load(UserId id) {
        takes(2);
        return accounts.load(id);
    }

    @Override
    public PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        return accounts.setPassword(id, expected, password, write);
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.EMAIL);
    }

    @Override
    public Delivery send(Message message, Instant now) {
        if (message.content() instanceof Notice.RecoveryStarted) {
            return refusing ? new Delivery.TryLater(Duration.ofSeconds(30)) : new Delivery.Accepted();
        }
        takes(ThreadLocalRandom.current().nextInt(20) == 0 ? 2000 : 60);
        return new Delivery.Accepted();
    }

    /** Counts nothing: each account is used often. */
    @Override
    public Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        return new Charge.Added(0, now.plus(window));
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        // nothing is counted
    }

    @Override
    public void clear(CounterKey key) {
        // nothing is counted
    }

    @Override
    public void close() {
        sspr.close(Duration.ZERO);
    }
}
