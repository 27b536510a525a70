package dev.sspr.policy;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * All settings in one value. A host takes a preset and changes parts of it by name:
 * {@code SsprPolicy.standard().reset(reset -> reset.proofs(2))}.
 *
 * @param name name of the policy in reports
 * @param reset proofs that a reset requires
 * @param codes length and lifetime of codes
 * @param password rules for a new password
 * @param limits limits of guesses, flow starts and messages
 * @param registration what users register, and how
 * @param methods properties of the methods, and what they may be used for
 * @param change evidence that a change of password requires
 * @param lockout smart lockout of the sign-in
 * @param unlock whether users may unlock their own accounts, and what that clears
 * @param messages languages of messages, and how a message names the account
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
        UnlockPolicy unlock,
        MessagePolicy messages) {
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
        Objects.requireNonNull(messages, "messages");
    }

    /**
     * The default: safe for a host that has an e-mail notifier and nothing else.
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
                UnlockPolicy.standard(),
                MessagePolicy.standard());
    }

    /**
     * NIST SP 800-63B-4: two proofs by different methods, and no composition rules.
     *
     * @return the {@code nist} preset
     */
    public static SsprPolicy nist() {
        return standard().name("nist").reset(ResetPolicy.nist()).password(PasswordPolicy.nist());
    }

    /**
     * The behaviour of Microsoft Entra ID: short codes, one proof, its password rules. It is weaker than the other presets
     * where Entra ID is.
     *
     * @return the {@code entra} preset
     */
    public static SsprPolicy entra() {
        return standard()
                .name("entra")
                .reset(ResetPolicy.entra())
                .codes(CodePolicy.entra())
                .password(PasswordPolicy.entra())
                .registration(RegistrationPolicy.entra())
                .change(ChangePolicy.entra())
                .unlock(UnlockPolicy.entra());
    }

    /** {@return a copy with another name} */
    public SsprPolicy name(String name) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy with other proofs of a reset} */
    public SsprPolicy reset(ResetPolicy reset) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #reset()} is changed} */
    public SsprPolicy reset(UnaryOperator<ResetPolicy> update) {
        return reset(update.apply(reset));
    }

    /** {@return a copy with other codes} */
    public SsprPolicy codes(CodePolicy codes) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #codes()} is changed} */
    public SsprPolicy codes(UnaryOperator<CodePolicy> update) {
        return codes(update.apply(codes));
    }

    /** {@return a copy with other rules for a new password} */
    public SsprPolicy password(PasswordPolicy password) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #password()} is changed} */
    public SsprPolicy password(UnaryOperator<PasswordPolicy> update) {
        return password(update.apply(password));
    }

    /** {@return a copy with other limits} */
    public SsprPolicy limits(Limits limits) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #limits()} is changed} */
    public SsprPolicy limits(UnaryOperator<Limits> update) {
        return limits(update.apply(limits));
    }

    /** {@return a copy with another registration} */
    public SsprPolicy registration(RegistrationPolicy registration) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #registration()} is changed} */
    public SsprPolicy registration(UnaryOperator<RegistrationPolicy> update) {
        return registration(update.apply(registration));
    }

    /** {@return a copy with other methods} */
    public SsprPolicy methods(MethodPolicy methods) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #methods()} is changed} */
    public SsprPolicy methods(UnaryOperator<MethodPolicy> update) {
        return methods(update.apply(methods));
    }

    /** {@return a copy with another change of password} */
    public SsprPolicy change(ChangePolicy change) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #change()} is changed} */
    public SsprPolicy change(UnaryOperator<ChangePolicy> update) {
        return change(update.apply(change));
    }

    /** {@return a copy with another smart lockout} */
    public SsprPolicy lockout(LockoutPolicy lockout) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #lockout()} is changed} */
    public SsprPolicy lockout(UnaryOperator<LockoutPolicy> update) {
        return lockout(update.apply(lockout));
    }

    /** {@return a copy with another unlock} */
    public SsprPolicy unlock(UnlockPolicy unlock) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy in which {@link #unlock()} is changed} */
    public SsprPolicy unlock(UnaryOperator<UnlockPolicy> update) {
        return unlock(update.apply(unlock));
    }

    /** {@return a copy with other messages} */
    public SsprPolicy messages(MessagePolicy messages) {
        return new SsprPolicy(
                name, reset, codes, password, limits, registration, methods, change, lockout, unlock, messages);
    }

    /** {@return a copy with changed messages} */
    public SsprPolicy messages(UnaryOperator<MessagePolicy> update) {
        return messages(update.apply(messages));
    }
}
