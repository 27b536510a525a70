package dev.sspr.spi.kit;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Ids, names and times for one test, new for each, so that tests can share a backend. The seed is printed. */
public final class Samples {
    /** The current time of the tests, which no real clock shows. */
    public static final Instant NOW = Instant.parse("2031-05-06T07:08:09.123Z");

    private static final long SEED = Long.getLong("sspr.kit.seed", System.nanoTime());
    private static final Random SEEDS = new Random(SEED);

    static {
        System.out.println("sspr contract kit: -Dsspr.kit.seed=" + SEED);
    }

    private final Random random;

    /** Takes the next seed. */
    public Samples() {
        synchronized (SEEDS) {
            random = new Random(SEEDS.nextLong());
        }
    }

    /**
     * The source of everything random in this test.
     *
     * @return always the same
     */
    public Random random() {
        return random;
    }

    /**
     * A time relative to {@link #NOW}.
     *
     * @param millis the difference, negative for earlier
     * @return the time
     */
    public static Instant at(long millis) {
        return NOW.plusMillis(millis);
    }

    /**
     * A new digest.
     *
     * @return 128 random bits
     */
    public Digest digest() {
        return new Digest(random.nextLong(), random.nextLong());
    }

    /**
     * A new text.
     *
     * @param prefix its start
     * @return the prefix and 12 hexadecimal digits
     */
    public String unique(String prefix) {
        return prefix + digest().hex().substring(0, 12);
    }

    /**
     * A new login name.
     *
     * @return the name
     */
    public LoginName login() {
        return new LoginName(unique("anna."));
    }

    /**
     * A new password.
     *
     * @return 30 characters or more, with a space and an umlaut
     */
    public Secret password() {
        return Secret.of(unique("Blue horse \u00fcber ") + digest().hex());
    }

    /**
     * The id of a new write.
     *
     * @return an id that no other call returns
     */
    public WriteId writeId() {
        return new WriteId(unique("write-"));
    }

    /**
     * A new account in use.
     *
     * @return the account
     */
    public Account account() {
        return account(AccountStatus.ACTIVE);
    }

    /**
     * A new account with a status.
     *
     * @param status its status
     * @return the account, with two destinations
     */
    public Account account(AccountStatus status) {
        UserId id = new UserId(unique("user-"));
        List<Destination> destinations = List.of(
                new Destination(unique("d-"), Channel.EMAIL, unique("anna.") + "@example.com"),
                new Destination(unique("d-"), Channel.SMS, "+4915" + (100_000_000 + random.nextInt(900_000_000))));
        return new Account(
                id,
                status,
                Account.Privilege.ORDINARY,
                Generation.of(1),
                Optional.of(Locale.GERMANY),
                destinations,
                List.of("Anna", "Example"));
    }

    /**
     * A new flow, version 1, which expires 15 minutes after {@link #NOW} and has no {@code wakeAt}.
     *
     * @return the flow, with 200 random bytes
     */
    public StoredFlow flow() {
        return flow(new OwnerTag(digest()));
    }

    /**
     * A new flow of an owner.
     *
     * @param owner the owner
     * @return like {@link #flow()}
     */
    public StoredFlow flow(OwnerTag owner) {
        return new StoredFlow(
                new FlowId(digest()),
                owner,
                Purpose.RESET,
                1,
                NOW.plus(Duration.ofMinutes(15)),
                Optional.empty(),
                body(200));
    }

    /**
     * Random bytes.
     *
     * @param size the number of bytes
     * @return the bytes
     */
    public SealedBody body(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return SealedBody.of(bytes);
    }

    /**
     * A new counter key.
     *
     * @return the key
     */
    public CounterKey counterKey() {
        return new CounterKey(digest());
    }
}
