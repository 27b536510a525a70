package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What people register, and how.
 *
 * @param kinds kinds that may be registered, the strongest first (REG-07)
 * @param toRegister how many methods an account should hold, 1 to 5; default 2 (R-REG-8, ruling 11)
 * @param freshness how old a sign-in may be for a change, 1 to 15 minutes; default 5 (R-REG-1, CMB-09)
 * @param sessionLife how long security info stays open, 5 to 60 minutes; default 15 (CMB-10)
 * @param firstWindow how long after the account was made a password alone may register a first method, 0 to 365 days;
 *     default 14 (R-REG-2)
 * @param quarantine how long a new method waits before it proves a reset, and how long a change can be undone, 0 to 30
 *     days; default 24 hours; the first method ever registered does not wait (R-REG-4)
 * @param enrolmentLife how long an enrolment without a message can be confirmed, 1 to 60 minutes; default 10 (R-TOTP-5)
 * @param reconfirmDays after how many days a person is asked whether all is still right, 0 to 730, 0 for never; default
 *     180 (POL-07)
 * @param snoozes how often a request to register may be put off, 0 to 100; empty for any number; default 3 (ruling 10)
 * @param snoozeDays how long the registration campaign leaves a person alone, 0 to 14 days; default 1 (CAM-02)
 * @param storeDestinations what the destinations in the host's user store are worth (REG-12)
 * @param phones which numbers may be registered
 */
public record RegistrationPolicy(
        List<MethodKind> kinds,
        int toRegister,
        Duration freshness,
        Duration sessionLife,
        Duration firstWindow,
        Duration quarantine,
        Duration enrolmentLife,
        int reconfirmDays,
        OptionalInt snoozes,
        int snoozeDays,
        StoreDestinations storeDestinations,
        PhoneRule phones) {
    /** How many methods of a kind an account may hold (CMB-04, M-10); other kinds: one. */
    private static final Map<MethodKind, Integer> MOST =
            Map.of(MethodKind.APP_CODE, 5, MethodKind.SMS_CODE, 2, MethodKind.VOICE_CODE, 2, MethodKind.PASSKEY, 10);

    /** What the destinations in the host's user store are worth. */
    public enum StoreDestinations {
        /** They prove a reset as they are. */
        COUNT,
        /** They count once their owner has registered them here. */
        AFTER_REGISTRATION
    }

    /**
     * Copies the list and checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public RegistrationPolicy {
        kinds = List.copyOf(kinds);
        if (new HashSet<>(kinds).size() != kinds.size()) {
            throw new IllegalArgumentException("registration.kinds names a kind twice");
        }
        Bounds.within("registration.toRegister", toRegister, 1, 5);
        Bounds.within("registration.freshness", freshness, Duration.ofMinutes(1), Duration.ofMinutes(15));
        Bounds.within("registration.sessionLife", sessionLife, Duration.ofMinutes(5), Duration.ofMinutes(60));
        Bounds.within("registration.firstWindow", firstWindow, Duration.ZERO, Duration.ofDays(365));
        Bounds.within("registration.quarantine", quarantine, Duration.ZERO, Duration.ofDays(30));
        Bounds.within("registration.enrolmentLife", enrolmentLife, Duration.ofMinutes(1), Duration.ofMinutes(60));
        Bounds.within("registration.reconfirmDays", reconfirmDays, 0, 730);
        snoozes.ifPresent(most -> Bounds.within("registration.skips", most, 0, 100));
        Bounds.within("registration.snoozeDays", snoozeDays, 0, 14);
        Objects.requireNonNull(storeDestinations, "given");
        Objects.requireNonNull(phones, "phones");
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static RegistrationPolicy standard() {
        return new RegistrationPolicy(
                List.of(
                        MethodKind.PASSKEY,
                        MethodKind.APP_CODE,
                        MethodKind.OATH_TOKEN,
                        MethodKind.PUSH,
                        MethodKind.EMAIL_CODE,
                        MethodKind.SMS_CODE,
                        MethodKind.VOICE_CODE,
                        MethodKind.OFFICE_CODE,
                        MethodKind.RECOVERY_CODE),
                2,
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofDays(14),
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                180,
                OptionalInt.of(3),
                1,
                StoreDestinations.AFTER_REGISTRATION,
                PhoneRule.anyCountry());
    }

    /**
     * What Entra does: no quarantine, any number of skips, given destinations count, questions may be registered.
     *
     * @return the numbers of the {@code entra} preset
     */
    public static RegistrationPolicy entra() {
        RegistrationPolicy it = standard();
        List<MethodKind> all = new java.util.ArrayList<>(it.kinds);
        all.add(MethodKind.QUESTIONS);
        return new RegistrationPolicy(
                all,
                1,
                it.freshness,
                it.sessionLife,
                Duration.ofDays(365),
                Duration.ZERO,
                it.enrolmentLife,
                180,
                OptionalInt.empty(),
                1,
                StoreDestinations.COUNT,
                it.phones);
    }

    /**
     * How many methods of a kind an account may hold.
     *
     * @param kind the kind
     * @return 1 or more
     */
    public int most(MethodKind kind) {
        return MOST.getOrDefault(kind, 1);
    }

    /**
     * A copy in which the destinations of the host's user store are worth something else.
     *
     * @param other what they are worth
     * @return the copy
     */
    public RegistrationPolicy withStoreDestinations(StoreDestinations other) {
        return new RegistrationPolicy(
                kinds,
                toRegister,
                freshness,
                sessionLife,
                firstWindow,
                quarantine,
                enrolmentLife,
                reconfirmDays,
                snoozes,
                snoozeDays,
                other,
                phones);
    }

    /**
     * A copy with other kinds.
     *
     * @param other kinds that may be registered, the strongest first
     * @return the copy
     */
    public RegistrationPolicy withKinds(List<MethodKind> other) {
        return new RegistrationPolicy(
                other,
                toRegister,
                freshness,
                sessionLife,
                firstWindow,
                quarantine,
                enrolmentLife,
                reconfirmDays,
                snoozes,
                snoozeDays,
                storeDestinations,
                phones);
    }
}
