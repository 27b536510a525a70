package dev.sspr.policy;

import dev.sspr.policy.Values.Property;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits of guesses, flow starts and messages. Immutable; every changed copy checks its bounds. */
public final class Limits {
    /**
     * Factor by which a tenant has more guesses at codes of 50 bits or more: their number is that much larger. With it a
     * year of guessing stays below one in a million while two keys are read.
     */
    public static final long LONG_CODE_FACTOR = 500;

    private static final Property<Integer> GUESSES_PER_METHOD = Property.number("limits.guessesPerMethod", 1, 10);
    private static final Property<Integer> GUESSES_PER_DAY = Property.number("limits.guessesPerDay", 1, 50);
    private static final Property<Integer> GUESSES_IN_A_ROW = Property.number("limits.guessesInARow", 1, 100);
    private static final Property<Integer> GUESSES_PER_TENANT_PER_DAY =
            Property.number("limits.guessesPerTenantPerDay", 1, 1_000_000);
    private static final Property<Integer> STARTS_PER_NAME = Property.number("limits.startsPerName", 1, 20);
    private static final Property<Duration> START_GAP =
            Property.time("limits.startGap", Duration.ofMinutes(5), Duration.ofHours(24));
    private static final Property<Integer> STARTS_PER_SOURCE = Property.number("limits.startsPerSource", 1, 1000);
    private static final Property<Duration> SEND_GAP =
            Property.time("limits.sendGap", Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final Property<Integer> MAILS_PER_HOUR = Property.number("limits.mailsPerHour", 1, 20);
    private static final Property<Integer> MAILS_PER_DAY = Property.number("limits.mailsPerDay", 1, 50);
    private static final Property<Integer> TEXTS_PER_HOUR = Property.number("limits.textsPerHour", 1, 10);
    private static final Property<Integer> TEXTS_PER_DAY = Property.number("limits.textsPerDay", 1, 10);
    private static final Property<Duration> PUBLICATION_DELAY =
            Property.time("limits.publicationDelay", Duration.ofMillis(50), Duration.ofSeconds(5));

    private static final Property<Integer> MAILS_PER_ACCOUNT_PER_DAY =
            Property.number("limits.mailsPerAccountPerDay", 1, 100);
    private static final Property<Integer> TEXTS_PER_ACCOUNT_PER_DAY =
            Property.number("limits.textsPerAccountPerDay", 1, 20);
    private static final Property<Integer> TEXTS_PER_PREFIX_PER_DAY =
            Property.number("limits.textsPerPrefixPerDay", 1, 1_000_000);

    private static final Limits STANDARD = new Limits(new Values()
            .with(GUESSES_PER_METHOD, 5)
            .with(GUESSES_PER_DAY, 10)
            .with(GUESSES_IN_A_ROW, 50)
            .with(GUESSES_PER_TENANT_PER_DAY, 1000)
            .with(STARTS_PER_NAME, 10)
            .with(START_GAP, Duration.ofMinutes(15))
            .with(STARTS_PER_SOURCE, 20)
            .with(SEND_GAP, Duration.ofSeconds(60))
            .with(MAILS_PER_HOUR, 5)
            .with(MAILS_PER_DAY, 10)
            .with(TEXTS_PER_HOUR, 3)
            .with(TEXTS_PER_DAY, 5)
            .with(MAILS_PER_ACCOUNT_PER_DAY, 20)
            .with(TEXTS_PER_ACCOUNT_PER_DAY, 10)
            .with(TEXTS_PER_PREFIX_PER_DAY, 1000)
            .with(PUBLICATION_DELAY, Duration.ofMillis(300)));

    private final Values values;

    private Limits(Values values) {
        this.values = values;
    }

    /** {@return the values of every preset} */
    public static Limits standard() {
        return STANDARD;
    }

    /** {@return wrong responses per method within one flow, 1 to 10; default 5 (R-RATE-1)} */
    public int guessesPerMethod() {
        return values.get(GUESSES_PER_METHOD);
    }

    /** {@return a copy with another limit, 1 to 10} */
    public Limits guessesPerMethod(int guessesPerMethod) {
        return new Limits(values.with(GUESSES_PER_METHOD, guessesPerMethod));
    }

    /**
     * {@return wrong responses per account and method in any 24 hours, 1 to 50; default 10 (R-RATE-2)} It counts over all
     * flows, so that a new flow gives no new guesses.
     */
    public int guessesPerDay() {
        return values.get(GUESSES_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 50} */
    public Limits guessesPerDay(int guessesPerDay) {
        return new Limits(values.with(GUESSES_PER_DAY, guessesPerDay));
    }

    /**
     * {@return wrong responses per account and method since the last right one, 1 to 100; default 50 (R-RATE-3)} The
     * method then no longer proves a recovery. NIST SP 800-63B-4 section 3.2.2 allows 100.
     */
    public int guessesInARow() {
        return values.get(GUESSES_IN_A_ROW);
    }

    /** {@return a copy with another limit, 1 to 100} */
    public Limits guessesInARow(int guessesInARow) {
        return new Limits(values.with(GUESSES_IN_A_ROW, guessesInARow));
    }

    /**
     * {@return wrong typed codes of the whole tenant in a day, 1 to 1,000,000; default 1000 (R-RATE-5)} For e-mail
     * codes of 50 bits or more the limit is {@link #LONG_CODE_FACTOR} times as high. Above it only links and codes of 64
     * bits or more work, because an attacker cannot guess them; messages then carry such a code. Guesses at names without
     * an account are not counted. Limits per account do not bound the chance that some account of the tenant falls.
     */
    public int guessesPerTenantPerDay() {
        return values.get(GUESSES_PER_TENANT_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 1,000,000} */
    public Limits guessesPerTenantPerDay(int guessesPerTenantPerDay) {
        return new Limits(values.with(GUESSES_PER_TENANT_PER_DAY, guessesPerTenantPerDay));
    }

    /**
     * {@return flows per login name in any 24 hours, whether the account exists or not, 1 to 20; default 10 (R-ENUM-5)}
     * After them one more is accepted in each {@link #startGap()}.
     */
    public int startsPerName() {
        return values.get(STARTS_PER_NAME);
    }

    /** {@return a copy with another limit, 1 to 20} */
    public Limits startsPerName(int startsPerName) {
        return new Limits(values.with(STARTS_PER_NAME, startsPerName));
    }

    /**
     * {@return minimum time between the flows of a name that has used up {@link #startsPerName()}, 5 minutes to 24 hours;
     * default 15 minutes (R-RATE-12)} Anybody can use up the flows of a name. One flow in each gap is still accepted, of
     * the owner or of a stranger; a stranger's sends the owner a link with which the owner takes the flow over.
     */
    public Duration startGap() {
        return values.get(START_GAP);
    }

    /** {@return a copy with another minimum time, 5 minutes to 24 hours} */
    public Limits startGap(Duration startGap) {
        return new Limits(values.with(START_GAP, startGap));
    }

    /**
     * {@return flows per source in an hour, 1 to 1000; default 20 (R-RATE-6)} It applies only if the host names a
     * source.
     */
    public int startsPerSource() {
        return values.get(STARTS_PER_SOURCE);
    }

    /** {@return a copy with another limit, 1 to 1000} */
    public Limits startsPerSource(int startsPerSource) {
        return new Limits(values.with(STARTS_PER_SOURCE, startsPerSource));
    }

    /**
     * {@return minimum time between two messages with a code to one destination, 30 seconds to 10 minutes; default 60
     * seconds (R-RATE-9)}
     */
    public Duration sendGap() {
        return values.get(SEND_GAP);
    }

    /** {@return a copy with another minimum time, 30 seconds to 10 minutes} */
    public Limits sendGap(Duration sendGap) {
        return new Limits(values.with(SEND_GAP, sendGap));
    }

    /** {@return e-mails with a code to one mailbox in an hour, 1 to 20; default 5 (R-RATE-9)} */
    public int mailsPerHour() {
        return values.get(MAILS_PER_HOUR);
    }

    /** {@return a copy with another limit, 1 to 20} */
    public Limits mailsPerHour(int mailsPerHour) {
        return new Limits(values.with(MAILS_PER_HOUR, mailsPerHour));
    }

    /**
     * {@return e-mails with a code to one mailbox in any 24 hours, 1 to 50; default 10 (R-RATE-9)} Half of them go out at
     * any time, and the rest evenly spread over the day, so that a stranger cannot use up a day (R-RATE-12).
     */
    public int mailsPerDay() {
        return values.get(MAILS_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 50} */
    public Limits mailsPerDay(int mailsPerDay) {
        return new Limits(values.with(MAILS_PER_DAY, mailsPerDay));
    }

    /**
     * {@return text messages and calls with a code to one number in an hour, 1 to 10; default 3 (R-RATE-9)} The limit
     * is lower than for e-mails, because they cost the host money.
     */
    public int textsPerHour() {
        return values.get(TEXTS_PER_HOUR);
    }

    /** {@return a copy with another limit, 1 to 10} */
    public Limits textsPerHour(int textsPerHour) {
        return new Limits(values.with(TEXTS_PER_HOUR, textsPerHour));
    }

    /**
     * {@return text messages and calls with a code to one number in any 24 hours, 1 to 10; default 5 (R-RATE-9)} Half of
     * them go out at any time, and the rest evenly spread over the day.
     */
    public int textsPerDay() {
        return values.get(TEXTS_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 10} */
    public Limits textsPerDay(int textsPerDay) {
        return new Limits(values.with(TEXTS_PER_DAY, textsPerDay));
    }

    /**
     * {@return e-mails with a code to all mailboxes of one account in any 24 hours, 1 to 100; default 20 (R-RATE-9)} A
     * registration has as many of its own, because an attacker uses up those of anonymous flows.
     */
    public int mailsPerAccountPerDay() {
        return values.get(MAILS_PER_ACCOUNT_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 100} */
    public Limits mailsPerAccountPerDay(int mailsPerAccountPerDay) {
        return new Limits(values.with(MAILS_PER_ACCOUNT_PER_DAY, mailsPerAccountPerDay));
    }

    /**
     * {@return text messages and calls with a code to all numbers of one account in any 24 hours, 1 to 20; default 10
     * (R-RATE-9)} A registration has as many of its own, so one account cannot send messages to many numbers.
     */
    public int textsPerAccountPerDay() {
        return values.get(TEXTS_PER_ACCOUNT_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 20} */
    public Limits textsPerAccountPerDay(int textsPerAccountPerDay) {
        return new Limits(values.with(TEXTS_PER_ACCOUNT_PER_DAY, textsPerAccountPerDay));
    }

    /**
     * {@return messages of the tenant to numbers with the same first four digits in 24 hours, 1 to 1,000,000; default 1000
     * (R-RATE-10)} Text messages and calls are counted apart. It limits what an attacker earns with numbers of one range.
     */
    public int textsPerPrefixPerDay() {
        return values.get(TEXTS_PER_PREFIX_PER_DAY);
    }

    /** {@return a copy with another limit, 1 to 1,000,000} */
    public Limits textsPerPrefixPerDay(int textsPerPrefixPerDay) {
        return new Limits(values.with(TEXTS_PER_PREFIX_PER_DAY, textsPerPrefixPerDay));
    }

    /**
     * {@return the time from a request of an anonymous caller until its result is published, 50 milliseconds to 5 seconds;
     * default 300 milliseconds (R-ENUM-2)} Until then a flow answers as if the account were still looked up, so that the time
     * of a look-up reveals nothing. A later result is published at the next multiple. Choose it longer than nearly all
     * look-ups of the host's stores.
     */
    public Duration publicationDelay() {
        return values.get(PUBLICATION_DELAY);
    }

    /** {@return a copy with another time, 50 milliseconds to 5 seconds} */
    public Limits publicationDelay(Duration publicationDelay) {
        return new Limits(values.with(PUBLICATION_DELAY, publicationDelay));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Limits that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Limits" + values;
    }
}
