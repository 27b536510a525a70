package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.policy.Values.Property;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The methods that users register, and the rules for it. Immutable; every changed copy checks its bounds. */
public final class RegistrationPolicy {
    private static final Property<List<MethodKind>> KINDS =
            new Property<>("registration.kinds", RegistrationPolicy::distinct);
    private static final Property<Integer> TO_REGISTER = Property.number("registration.toRegister", 1, 5);
    private static final Property<Duration> FRESHNESS =
            Property.time("registration.freshness", Duration.ofMinutes(1), Duration.ofMinutes(15));
    private static final Property<Duration> SESSION_LIFE =
            Property.time("registration.sessionLife", Duration.ofMinutes(5), Duration.ofMinutes(60));
    private static final Property<Duration> FIRST_WINDOW =
            Property.time("registration.firstWindow", Duration.ZERO, Duration.ofDays(365));
    private static final Property<Duration> QUARANTINE =
            Property.time("registration.quarantine", Duration.ZERO, Duration.ofDays(30));
    private static final Property<Duration> ENROLMENT_LIFE =
            Property.time("registration.enrolmentLife", Duration.ofMinutes(1), Duration.ofMinutes(60));
    private static final Property<Integer> RECONFIRM_DAYS = Property.number("registration.reconfirmDays", 0, 730);
    private static final Property<OptionalInt> SNOOZES =
            new Property<>("registration.snoozes", RegistrationPolicy::bounded);
    private static final Property<Integer> SNOOZE_DAYS = Property.number("registration.snoozeDays", 0, 14);
    private static final Property<StoreDestinations> STORE_DESTINATIONS =
            new Property<>("registration.storeDestinations", UnaryOperator.identity());
    private static final Property<Set<String>> CALLING_CODES =
            new Property<>("registration.callingCodes", RegistrationPolicy::codes);

    /** Maximum number of methods of a kind (CMB-04, M-10); 1 for other kinds. */
    private static final Map<MethodKind, Integer> MOST =
            Map.of(MethodKind.APP_CODE, 5, MethodKind.SMS_CODE, 2, MethodKind.VOICE_CODE, 2, MethodKind.PASSKEY, 10);

    private static final RegistrationPolicy STANDARD = new RegistrationPolicy(new Values()
            .with(
                    KINDS,
                    List.of(
                            MethodKind.PASSKEY,
                            MethodKind.APP_CODE,
                            MethodKind.OATH_TOKEN,
                            MethodKind.PUSH,
                            MethodKind.EMAIL_CODE,
                            MethodKind.SMS_CODE,
                            MethodKind.VOICE_CODE,
                            MethodKind.OFFICE_CODE,
                            MethodKind.RECOVERY_CODE))
            .with(TO_REGISTER, 2)
            .with(FRESHNESS, Duration.ofMinutes(5))
            .with(SESSION_LIFE, Duration.ofMinutes(15))
            .with(FIRST_WINDOW, Duration.ofDays(14))
            .with(QUARANTINE, Duration.ofHours(24))
            .with(ENROLMENT_LIFE, Duration.ofMinutes(10))
            .with(RECONFIRM_DAYS, 180)
            .with(SNOOZES, OptionalInt.of(3))
            .with(SNOOZE_DAYS, 1)
            .with(STORE_DESTINATIONS, StoreDestinations.AFTER_REGISTRATION)
            .with(CALLING_CODES, Set.of()));

    private final Values values;

    private RegistrationPolicy(Values values) {
        this.values = values;
    }

    /** The use of the destinations in the host's user store. */
    public enum StoreDestinations {
        /** They prove a reset as they are. */
        COUNT,
        /** They prove a reset after the account owner has registered them here. */
        AFTER_REGISTRATION
    }

    /** {@return the values of the {@code standard} and {@code nist} presets} */
    public static RegistrationPolicy standard() {
        return STANDARD;
    }

    /**
     * The {@code entra} preset: no quarantine, any number of snoozes, destinations of the user store count, and questions may
     * be registered.
     *
     * @return its values
     */
    public static RegistrationPolicy entra() {
        List<MethodKind> kinds = new ArrayList<>(STANDARD.kinds());
        kinds.add(MethodKind.QUESTIONS);
        return STANDARD.kinds(kinds)
                .toRegister(1)
                .firstWindow(Duration.ofDays(365))
                .quarantine(Duration.ZERO)
                .snoozes(OptionalInt.empty())
                .storeDestinations(StoreDestinations.COUNT);
    }

    /** {@return the maximum number of methods of a kind that an account may hold, 1 or more} */
    public int most(MethodKind kind) {
        return MOST.getOrDefault(kind, 1);
    }

    /** {@return kinds that a user may register, each once, the strongest first (REG-07)} */
    public List<MethodKind> kinds() {
        return values.get(KINDS);
    }

    /** {@return a copy with other kinds, the strongest first} */
    public RegistrationPolicy kinds(List<MethodKind> kinds) {
        return new RegistrationPolicy(values.with(KINDS, kinds));
    }

    /**
     * {@return methods that an account should hold, 1 to 5; default 2 (R-REG-8)} The loss of one then leaves another.
     */
    public int toRegister() {
        return values.get(TO_REGISTER);
    }

    /** {@return a copy with another number of methods, 1 to 5} */
    public RegistrationPolicy toRegister(int toRegister) {
        return new RegistrationPolicy(values.with(TO_REGISTER, toRegister));
    }

    /**
     * {@return maximum age of a sign-in that may change security info, 1 to 15 minutes; default 5 minutes (R-REG-1,
     * CMB-09)}
     */
    public Duration freshness() {
        return values.get(FRESHNESS);
    }

    /** {@return a copy with another maximum age, 1 to 15 minutes} */
    public RegistrationPolicy freshness(Duration freshness) {
        return new RegistrationPolicy(values.with(FRESHNESS, freshness));
    }

    /** {@return time for which security info stays open, 5 to 60 minutes; default 15 minutes (CMB-10)} */
    public Duration sessionLife() {
        return values.get(SESSION_LIFE);
    }

    /** {@return a copy with another time, 5 to 60 minutes} */
    public RegistrationPolicy sessionLife(Duration sessionLife) {
        return new RegistrationPolicy(values.with(SESSION_LIFE, sessionLife));
    }

    /**
     * {@return time after the creation of an account in which a password alone may register the first method, zero to
     * 365 days; default 14 days (R-REG-2)}
     */
    public Duration firstWindow() {
        return values.get(FIRST_WINDOW);
    }

    /** {@return a copy with another time, zero to 365 days} */
    public RegistrationPolicy firstWindow(Duration firstWindow) {
        return new RegistrationPolicy(values.with(FIRST_WINDOW, firstWindow));
    }

    /**
     * {@return time before a new method proves a reset, zero to 30 days; default 24 hours (R-REG-4)} For the same
     * time a change can be reverted. It protects against an attacker who steals a session. A method does not
     * wait if the account can prove nothing today: it has registered nothing, and no address of the user store counts.
     */
    public Duration quarantine() {
        return values.get(QUARANTINE);
    }

    /** {@return a copy with another time, zero to 30 days} */
    public RegistrationPolicy quarantine(Duration quarantine) {
        return new RegistrationPolicy(values.with(QUARANTINE, quarantine));
    }

    /**
     * {@return time to confirm an enrolment that sends no message, 1 to 60 minutes; default 10 minutes (R-TOTP-5)}
     */
    public Duration enrolmentLife() {
        return values.get(ENROLMENT_LIFE);
    }

    /** {@return a copy with another time, 1 to 60 minutes} */
    public RegistrationPolicy enrolmentLife(Duration enrolmentLife) {
        return new RegistrationPolicy(values.with(ENROLMENT_LIFE, enrolmentLife));
    }

    /**
     * {@return days after which a user is asked to review the security info, 0 to 730, 0 for never; default 180
     * (POL-07)}
     */
    public int reconfirmDays() {
        return values.get(RECONFIRM_DAYS);
    }

    /** {@return a copy with another number of days, 0 to 730} */
    public RegistrationPolicy reconfirmDays(int reconfirmDays) {
        return new RegistrationPolicy(values.with(RECONFIRM_DAYS, reconfirmDays));
    }

    /**
     * {@return how often a user may snooze the request to register, 0 to 100, or empty for any number; default 3}
     * Entra ID allows any number (REG-03).
     */
    public OptionalInt snoozes() {
        return values.get(SNOOZES);
    }

    /** {@return a copy with another number of snoozes, empty or 0 to 100} */
    public RegistrationPolicy snoozes(OptionalInt snoozes) {
        return new RegistrationPolicy(values.with(SNOOZES, snoozes));
    }

    /** {@return days for which a snooze silences the registration campaign, 0 to 14; default 1 (CAM-02)} */
    public int snoozeDays() {
        return values.get(SNOOZE_DAYS);
    }

    /** {@return a copy with another number of days, 0 to 14} */
    public RegistrationPolicy snoozeDays(int snoozeDays) {
        return new RegistrationPolicy(values.with(SNOOZE_DAYS, snoozeDays));
    }

    /**
     * {@return what the destinations of the host's user store prove; default {@link
     * StoreDestinations#AFTER_REGISTRATION} (REG-12)}
     */
    public StoreDestinations storeDestinations() {
        return values.get(STORE_DESTINATIONS);
    }

    /** {@return a copy with another rule for destinations of the user store} */
    public RegistrationPolicy storeDestinations(StoreDestinations storeDestinations) {
        return new RegistrationPolicy(values.with(STORE_DESTINATIONS, storeDestinations));
    }

    /**
     * {@return countries whose phone numbers a user may register, by calling code such as {@code 31}; empty for all,
     * the default} Messages go to no other number of the user store either. A range of numbers that costs the host money is always rejected (R-RATE-10).
     */
    public Set<String> callingCodes() {
        return values.get(CALLING_CODES);
    }

    /** {@return a copy with other countries} */
    public RegistrationPolicy callingCodes(Set<String> callingCodes) {
        return new RegistrationPolicy(values.with(CALLING_CODES, callingCodes));
    }

    private static List<MethodKind> distinct(List<MethodKind> kinds) {
        if (new HashSet<>(kinds).size() != kinds.size()) {
            throw new IllegalArgumentException("registration.kinds names a kind twice");
        }
        return List.copyOf(kinds);
    }

    private static OptionalInt bounded(OptionalInt snoozes) {
        snoozes.ifPresent(most -> Bounds.within("registration.snoozes", most, 0, 100));
        return snoozes;
    }

    private static Set<String> codes(Set<String> codes) {
        for (String code : codes) {
            if (!code.matches("[1-9][0-9]{0,2}")) {
                throw new IllegalArgumentException("registration.callingCodes: '" + code + "' is not a calling code");
            }
        }
        return Set.copyOf(codes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegistrationPolicy that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "RegistrationPolicy" + values;
    }
}
