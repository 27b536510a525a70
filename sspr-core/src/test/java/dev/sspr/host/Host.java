package dev.sspr.host;

import dev.sspr.Sspr;
import dev.sspr.SsprBuilder;
import dev.sspr.SsprKey;
import dev.sspr.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.spi.memory.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** One node of a host whose parts a test can look at, break and restart. */
public final class Host {
    public static final UserId ALICE = new UserId("alice-1");
    /** Sits at the help desk. */
    public static final UserId DORA = new UserId("dora-1");

    public static final LoginName ALICE_NAME = new LoginName("alice");
    public static final Destination MAIL = new Destination("m1", Channel.EMAIL, "alice@example.org");
    public static final Destination OTHER_MAIL = new Destination("m2", Channel.EMAIL, "alice@example.net");
    public static final Secret OLD = Secret.of("the old horse of alice");
    public static final Secret NEW = Secret.of("a fresh cart for alice");
    private static final SsprKey KEY = SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2));

    public final InMemoryUserStore users = InMemoryUserStore.forTests();
    public final InMemoryNotifier notifier = new InMemoryNotifier();
    public final InMemorySessionRevoker sessions = new InMemorySessionRevoker();
    public final InMemoryAuditSink audit = new InMemoryAuditSink();
    public final InMemoryFlowStore flows = new InMemoryFlowStore();
    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-03-04T05:06:07Z"));

    public Host() {
        add(ALICE, Privilege.ORDINARY, ALICE_NAME, MAIL, OTHER_MAIL);
        add(DORA, Privilege.PRIVILEGED, new LoginName("dora"));
    }

    private void add(UserId id, Privilege privilege, LoginName name, Destination... destinations) {
        users.add(
                new Account(
                        id,
                        AccountStatus.ACTIVE,
                        privilege,
                        Generation.of(1),
                        Optional.of(Locale.ENGLISH),
                        List.of(destinations),
                        List.of()),
                OLD,
                name);
    }

    /** A node over the same stores: what the last one left is found again. */
    public Sspr node(SsprPolicy policy, UnaryOperator<SsprBuilder> more) {
        return more.apply(Sspr.builder(users, notifier, sessions, KEY)
                        .policy(policy)
                        .flowStore(flows)
                        .auditSink(audit)
                        .linkBase(URI.create("https://example.org/account"))
                        .clock(now::get)
                        .executor(Runnable::run)
                        .hostSweeps())
                .build();
    }

    public Sspr node() {
        return node(SsprPolicy.standard(), builder -> builder);
    }

    public void later(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    public boolean signsIn(Secret password) {
        return users.signsIn(ALICE_NAME, password) == SignIn.SIGNED_IN;
    }

    /** How many messages of a kind of content were taken. */
    public long sent(Class<? extends MessageContent> content) {
        return notifier.messages().stream()
                .map(Message::content)
                .filter(content::isInstance)
                .count();
    }

    public long noted(AuditType type) {
        return audit.events().stream().filter(event -> event.type() == type).count();
    }

    /** The token of a link in a message. */
    public static Secret token(Secret url) {
        return url.exposeTo(chars -> {
            String text = new String(chars);
            return Secret.of(text.substring(text.indexOf('=') + 1));
        });
    }
}
