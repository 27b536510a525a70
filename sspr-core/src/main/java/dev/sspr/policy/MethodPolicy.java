package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.internal.bounds.OathBounds;
import dev.sspr.oath.OathToken;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Properties of the authentication methods, and what they may be used for.
 *
 * @param capabilities what each kind may be used for
 * @param authenticator codes of authenticator apps
 * @param tokens codes of hardware tokens
 * @param questions security questions
 * @param recoveryCodes recovery codes
 * @param accessPasses temporary access passes
 */
public record MethodPolicy(
        MethodCapabilities capabilities,
        AuthenticatorRules authenticator,
        TokenRules tokens,
        QuestionRules questions,
        RecoveryCodeRules recoveryCodes,
        AccessPassRules accessPasses) {
    /** Checks that nothing is missing. */
    public MethodPolicy {
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(authenticator, "authenticator");
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(questions, "questions");
        Objects.requireNonNull(recoveryCodes, "recoveryCodes");
        Objects.requireNonNull(accessPasses, "accessPasses");
    }

    /** {@return the values of every preset} */
    public static MethodPolicy standard() {
        return new MethodPolicy(
                MethodCapabilities.standard(),
                AuthenticatorRules.standard(),
                TokenRules.standard(),
                QuestionRules.standard(),
                RecoveryCodeRules.standard(),
                AccessPassRules.standard());
    }

    /** {@return a copy with other capabilities of the kinds} */
    public MethodPolicy capabilities(MethodCapabilities capabilities) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #capabilities()} is changed} */
    public MethodPolicy capabilities(UnaryOperator<MethodCapabilities> update) {
        return capabilities(update.apply(capabilities));
    }

    /** {@return a copy with other codes of authenticator apps} */
    public MethodPolicy authenticator(AuthenticatorRules authenticator) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #authenticator()} is changed} */
    public MethodPolicy authenticator(UnaryOperator<AuthenticatorRules> update) {
        return authenticator(update.apply(authenticator));
    }

    /** {@return a copy with other codes of hardware tokens} */
    public MethodPolicy tokens(TokenRules tokens) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #tokens()} is changed} */
    public MethodPolicy tokens(UnaryOperator<TokenRules> update) {
        return tokens(update.apply(tokens));
    }

    /** {@return a copy with other security questions} */
    public MethodPolicy questions(QuestionRules questions) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #questions()} is changed} */
    public MethodPolicy questions(UnaryOperator<QuestionRules> update) {
        return questions(update.apply(questions));
    }

    /** {@return a copy with other recovery codes} */
    public MethodPolicy recoveryCodes(RecoveryCodeRules recoveryCodes) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #recoveryCodes()} is changed} */
    public MethodPolicy recoveryCodes(UnaryOperator<RecoveryCodeRules> update) {
        return recoveryCodes(update.apply(recoveryCodes));
    }

    /** {@return a copy with other temporary access passes} */
    public MethodPolicy accessPasses(AccessPassRules accessPasses) {
        return new MethodPolicy(capabilities, authenticator, tokens, questions, recoveryCodes, accessPasses);
    }

    /** {@return a copy in which {@link #accessPasses()} is changed} */
    public MethodPolicy accessPasses(UnaryOperator<AccessPassRules> update) {
        return accessPasses(update.apply(accessPasses));
    }

    /**
     * Codes of authenticator apps. An enrolled app keeps its values when these change, except for {@code acceptedSteps}.
     *
     * @param hash hash function; default {@link OathToken.Hash#SHA1}, because many apps show wrong codes for the others
     * @param digits digits of a code, 6 or 8; default 6, for the same reason (R-OTP-1)
     * @param period time step, 30 or 60 seconds; default 30 seconds (RFC 6238 section 5.2)
     * @param acceptedSteps time steps whose codes are accepted, 1 to 3, by the clock of the device as far as its drift is
     *     known: 1 is the current one, 2 adds the one before it, 3 adds the one after it; default 3 (R-TOTP-3)
     */
    public record AuthenticatorRules(OathToken.Hash hash, int digits, Duration period, int acceptedSteps) {
        /** Checks every number; a message names the one that is out of bounds. */
        public AuthenticatorRules {
            Objects.requireNonNull(hash, "methods.authenticator.hash");
            OathBounds.digits("methods.authenticator.digits", digits);
            OathBounds.period("methods.authenticator.period", period);
            Bounds.within("methods.authenticator.acceptedSteps", acceptedSteps, 1, 3);
        }

        /** {@return the values of every preset, which every app can read} */
        public static AuthenticatorRules standard() {
            return new AuthenticatorRules(OathToken.Hash.SHA1, 6, OathBounds.SHORT, 3);
        }

        /** {@return a copy with another hash function} */
        public AuthenticatorRules hash(OathToken.Hash hash) {
            return new AuthenticatorRules(hash, digits, period, acceptedSteps);
        }

        /** {@return a copy with codes of another length, 6 or 8 digits} */
        public AuthenticatorRules digits(int digits) {
            return new AuthenticatorRules(hash, digits, period, acceptedSteps);
        }

        /** {@return a copy with another time step, 30 or 60 seconds} */
        public AuthenticatorRules period(Duration period) {
            return new AuthenticatorRules(hash, digits, period, acceptedSteps);
        }

        /** {@return a copy with another number of accepted time steps, 1 to 3} */
        public AuthenticatorRules acceptedSteps(int acceptedSteps) {
            return new AuthenticatorRules(hash, digits, period, acceptedSteps);
        }
    }

    /**
     * Codes of hardware OATH tokens. Each code that is accepted at the same time raises the chance of a guess (RFC 4226 section
     * 7.3).
     *
     * @param acceptedSteps time steps that a time-based token may be off, counted as for an app, 1 to 3; default 3, because the
     *     clock of a token runs fast or slow and cannot be set
     * @param lookAhead next codes of an event-based token that are accepted, 1 to 20; default 5, for presses of the button
     *     whose code is not used (RFC 4226 section 7.4)
     * @param resync next codes that are searched for two successive ones to resynchronise a token, 10 to 1000; default 100
     */
    public record TokenRules(int acceptedSteps, int lookAhead, int resync) {
        /** Checks every number; a message names the one that is out of bounds. */
        public TokenRules {
            Bounds.within("methods.tokens.acceptedSteps", acceptedSteps, 1, 3);
            Bounds.within("methods.tokens.lookAhead", lookAhead, 1, 20);
            Bounds.within("methods.tokens.resync", resync, 10, 1000);
        }

        /** {@return the values of every preset} */
        public static TokenRules standard() {
            return new TokenRules(3, 5, 100);
        }

        /** {@return a copy with another number of accepted time steps, 1 to 3} */
        public TokenRules acceptedSteps(int acceptedSteps) {
            return new TokenRules(acceptedSteps, lookAhead, resync);
        }

        /** {@return a copy with another look-ahead window, 1 to 20 codes} */
        public TokenRules lookAhead(int lookAhead) {
            return new TokenRules(acceptedSteps, lookAhead, resync);
        }

        /** {@return a copy with another resynchronisation window, 10 to 1000 codes} */
        public TokenRules resync(int resync) {
            return new TokenRules(acceptedSteps, lookAhead, resync);
        }
    }

    /**
     * Recovery codes, which the user writes down.
     *
     * @param count codes of a set, 5 to 12; default 10 (R-OTP-7)
     * @param characters characters of a code, out of 32 unambiguous ones, 13 to 24, which is 65 to 120 bits; default 16, which
     *     is 80 bits (R-OTP-7; the minimum is that of NIST SP 800-63B-4 section 4.2.1.1). One more character in front says
     *     which code of the set it is
     */
    public record RecoveryCodeRules(int count, int characters) {
        /** Checks every number; a message names the one that is out of bounds. */
        public RecoveryCodeRules {
            Bounds.within("methods.recoveryCodes.count", count, 5, 12);
            Bounds.within("methods.recoveryCodes.characters", characters, 13, 24);
        }

        /** {@return the values of every preset} */
        public static RecoveryCodeRules standard() {
            return new RecoveryCodeRules(10, 16);
        }

        /** {@return a copy with another number of codes, 5 to 12} */
        public RecoveryCodeRules count(int count) {
            return new RecoveryCodeRules(count, characters);
        }

        /** {@return a copy with codes of another length, 13 to 24 characters} */
        public RecoveryCodeRules characters(int characters) {
            return new RecoveryCodeRules(count, characters);
        }
    }

    /**
     * Temporary access passes. The help desk issues one, and the user can register methods with it. It never proves a reset
     * (TAP-07).
     *
     * @param characters characters of a pass, out of 32 unambiguous ones, 8 to 48; default 12, which is 60 bits: 10 bits more
     *     than a code in an e-mail, because it works six times as long (TAP-02 for the bounds)
     * @param life lifetime of a pass whose issuer names none, 10 minutes to {@code longest}; default 60 minutes (TAP-01)
     * @param longest maximum lifetime that an issuer may name, 10 minutes to 30 days; default 8 hours (TAP-01)
     * @param use how often a pass works whose issuer does not say; default {@link AccessPassUse#ONCE}
     */
    public record AccessPassRules(int characters, Duration life, Duration longest, AccessPassUse use) {
        /** Minimum lifetime: a shorter one leaves no time to type the pass (TAP-01). */
        public static final Duration SHORTEST = Duration.ofMinutes(10);

        /** Checks every number; a message names the one that is out of bounds. */
        public AccessPassRules {
            Bounds.within("methods.accessPasses.characters", characters, 8, 48);
            Bounds.within("methods.accessPasses.longest", longest, SHORTEST, Duration.ofDays(30));
            Bounds.within("methods.accessPasses.life", life, SHORTEST, Duration.ofDays(30));
            Bounds.atMost("methods.accessPasses.life", life, "methods.accessPasses.longest", longest);
            Objects.requireNonNull(use, "methods.accessPasses.use");
        }

        /** {@return the values of every preset} */
        public static AccessPassRules standard() {
            return new AccessPassRules(12, Duration.ofMinutes(60), Duration.ofHours(8), AccessPassUse.ONCE);
        }

        /** {@return a copy with passes of another length, 8 to 48 characters} */
        public AccessPassRules characters(int characters) {
            return new AccessPassRules(characters, life, longest, use);
        }

        /** {@return a copy with another lifetime, 10 minutes to the maximum} */
        public AccessPassRules life(Duration life) {
            return new AccessPassRules(characters, life, longest, use);
        }

        /** {@return a copy with another maximum lifetime, 10 minutes to 30 days} */
        public AccessPassRules longest(Duration longest) {
            return new AccessPassRules(characters, life, longest, use);
        }

        /** {@return a copy with another number of uses} */
        public AccessPassRules use(AccessPassUse use) {
            return new AccessPassRules(characters, life, longest, use);
        }
    }

    /** How often a temporary access pass works. */
    public enum AccessPassUse {
        /** For one sign-in: a pass that an attacker reads later is useless. */
        ONCE,
        /** Until it expires, as by default in Entra ID (TAP-03). */
        UNTIL_EXPIRY
    }
}
