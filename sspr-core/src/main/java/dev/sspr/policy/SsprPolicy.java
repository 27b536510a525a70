package dev.sspr.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * All numbers in one value: a preset, or a copy of one with parts replaced.
 *
 * @param name what reports call it
 * @param reset which proofs open the way to a new password
 * @param codes the form and life of codes
 * @param password what a new password must be like
 * @param limits how many guesses, starts and messages
 * @param registration what people register, and how
 * @param methods what methods are like, and what they may be used for
 * @param change what the change of a password asks for
 * @param lockout how many wrong passwords a sign-in takes
 * @param unlock whether people may unlock their accounts, and what that clears
 */
public record SsprPolicy(
        String name,
        ResetPolicy reset,
        CodePolicy codes,
        PasswordPolicy password,
        Limits limits,
        RegistrationPolicy registration,
        MethodPolicy methods,
        ChangePolicy change,
        LockoutPolicy lockout,
        UnlockPolicy unlock) {
    /** Checks that nothing is missing. */
    public SsprPolicy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(methods, "methods");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(lockout, "lockout");
        Objects.requireNonNull(unlock, "unlock");
    }

    /**
     * The default: safe for a host with an e-mail notifier and nothing else.
     *
     * @return the {@code standard} preset
     */
    public static SsprPolicy standard() {
        return new SsprPolicy(
                "standard",
                ResetPolicy.standard(),
                CodePolicy.standard(),
                PasswordPolicy.standard(),
                Limits.standard(),
                RegistrationPolicy.standard(),
                MethodPolicy.standard(),
                ChangePolicy.standard(),
                LockoutPolicy.standard(),
                UnlockPolicy.standard());
    }

    /**
     * NIST SP 800-63B-4: two proofs by different methods, no composition rules.
     *
     * @return the {@code nist} preset
     */
    public static SsprPolicy nist() {
        return new SsprPolicy(
                "nist",
                ResetPolicy.nist(),
                CodePolicy.standard(),
                PasswordPolicy.nist(),
                Limits.standard(),
                RegistrationPolicy.standard(),
                MethodPolicy.standard(),
                ChangePolicy.standard(),
                LockoutPolicy.standard(),
                UnlockPolicy.standard());
    }

    /**
     * As Microsoft Entra ID has it: short codes, one proof, its password rules. Weaker than the others where Entra is.
     *
     * @return the {@code entra} preset
     */
    public static SsprPolicy entra() {
        Duration fiveMinutes = Duration.ofMinutes(5);
        return new SsprPolicy(
                "entra",
                ResetPolicy.entra(),
                new CodePolicy(6, 6, fiveMinutes, fiveMinutes),
                PasswordPolicy.entra(),
                Limits.standard(),
                RegistrationPolicy.entra(),
                MethodPolicy.standard(),
                ChangePolicy.entra(),
                LockoutPolicy.standard(),
                UnlockPolicy.entra());
    }

    /**
     * A copy with other proofs.
     *
     * @param other which proofs open the way
     * @return the copy
     */
    public SsprPolicy with(ResetPolicy other) {
        return new SsprPolicy(name, other, codes, password, limits, registration, methods, change, lockout, unlock);
    }

    /**
     * A copy with other codes.
     *
     * @param other the form and life of codes
     * @return the copy
     */
    public SsprPolicy with(CodePolicy other) {
        return new SsprPolicy(name, reset, other, password, limits, registration, methods, change, lockout, unlock);
    }

    /**
     * A copy with other rules for passwords.
     *
     * @param other what a new password must be like
     * @return the copy
     */
    public SsprPolicy with(PasswordPolicy other) {
        return new SsprPolicy(name, reset, codes, other, limits, registration, methods, change, lockout, unlock);
    }

    /**
     * A copy with other budgets.
     *
     * @param other how many guesses, starts and messages
     * @return the copy
     */
    public SsprPolicy with(Limits other) {
        return new SsprPolicy(name, reset, codes, password, other, registration, methods, change, lockout, unlock);
    }

    /**
     * A copy with another registration.
     *
     * @param other what people register, and how
     * @return the copy
     */
    public SsprPolicy with(RegistrationPolicy other) {
        return new SsprPolicy(name, reset, codes, password, limits, other, methods, change, lockout, unlock);
    }

    /**
     * A copy with other methods.
     *
     * @param other what methods are like, and what they may be used for
     * @return the copy
     */
    public SsprPolicy with(MethodPolicy other) {
        return new SsprPolicy(name, reset, codes, password, limits, registration, other, change, lockout, unlock);
    }

    /**
     * A copy with another change of passwords.
     *
     * @param other what it asks for
     * @return the copy
     */
    public SsprPolicy with(ChangePolicy other) {
        return new SsprPolicy(name, reset, codes, password, limits, registration, methods, other, lockout, unlock);
    }

    /**
     * A copy with another lockout.
     *
     * @param other how many wrong passwords a sign-in takes
     * @return the copy
     */
    public SsprPolicy with(LockoutPolicy other) {
        return new SsprPolicy(name, reset, codes, password, limits, registration, methods, change, other, unlock);
    }

    /**
     * A copy with another unlock.
     *
     * @param other whether people may unlock their accounts, and what that clears
     * @return the copy
     */
    public SsprPolicy with(UnlockPolicy other) {
        return new SsprPolicy(name, reset, codes, password, limits, registration, methods, change, lockout, other);
    }
}
