package dev.sspr.internal.verification.work;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The budgets of typed guesses, beside the tries of one flow. From 64 bits on guessing is hopeless, so wrong responses
 * are counted in the flow only and nobody can use up a budget of the account (R-RATE-12).
 */
public final class GuessBudgets {
    /** Window of the count in a row, which only a success empties. */
    public static final Duration LONG = Duration.ofDays(365);

    private static final Duration DAY = Duration.ofHours(24);
    /** From 50 bits on, a tenant has more guesses a day. */
    private static final int LONGER_CODE = 10;
    /** Kinds with at least 65 bits. */
    private static final Set<MethodKind> HOPELESS = Set.of(MethodKind.PASSKEY, MethodKind.RECOVERY_CODE);

    /** R-PWD-12. */
    private static final int REFUSED_PASSWORDS = 5;

    private final RateLimiter limiter;
    private final Limits limits;
    private final CodePolicy codes;
    private final RateLimit ofTenant;
    private final RateLimit ofTenantAtLongerCodes;
    private final RateLimit decoys;

    GuessBudgets(RateLimiter limiter, Limits limits, CodePolicy codes) {
        this.limiter = limiter;
        this.limits = limits;
        this.codes = codes;
        CounterKey tenant = limiter.key(Budget.GUESSES_OF_TENANT, "");
        this.ofTenant = RateLimit.fixed(tenant, limits.guessesPerTenantPerDay(), DAY);
        this.ofTenantAtLongerCodes = RateLimit.fixed(
                RateLimiter.beside(tenant, 1), Limits.LONG_CODE_FACTOR * limits.guessesPerTenantPerDay(), DAY);
        this.decoys = RateLimit.fixed(limiter.key(Budget.DECOY_GUESSES, ""), Long.MAX_VALUE, DAY);
    }

    /** Returns whether a response could be guessed: it has fewer than 64 bits. */
    public boolean guessable(ChargedAttempt charged, Response response) {
        MethodKind kind = charged.challenge().kind();
        boolean link = response instanceof Response.Link && kind.equals(MethodKind.EMAIL_CODE);
        return !link && guessable(kind, charged.verifierState());
    }

    private boolean guessable(MethodKind kind, VerifierState verifierState) {
        boolean longMail = kind.equals(MethodKind.EMAIL_CODE) && codes.mailCharacters() >= MessageCodes.LONG_CHARACTERS;
        return !longMail && !HOPELESS.contains(kind) && !MessageCodes.isLong(kind, verifierState);
    }

    /** What a guess charges: the day and the count in a row of this account and method, and the tenant's day. */
    public List<RateLimit> lines(Challenge asked, boolean decoy) {
        return List.of(
                today(asked.user(), asked.kind()),
                inARow(asked.user(), asked.kind(), asked.methodId(), asked.generation()),
                decoy ? decoys : ofTenant(asked.kind()));
    }

    /** Returns whether the tenant's guesses of the day are used up; asked for decoys too (R-RATE-5). */
    public boolean tenantIsFull(MethodKind kind) {
        return limiter.isFull(ofTenant(kind));
    }

    /** Returns whether no guess at a short code of this challenge would be compared, so that a long code must go out. */
    boolean needsLongCode(Challenge asked) {
        if (!guessable(asked.kind(), VerifierState.EMPTY)) {
            return false;
        }
        // all three are read, so that the number of calls does not depend on the account
        boolean tenant = tenantIsFull(asked.kind());
        boolean day = limiter.isFull(today(asked.user(), asked.kind()));
        boolean row = limiter.isFull(inARow(asked.user(), asked.kind(), asked.methodId(), asked.generation()));
        return tenant || day || row;
    }

    /** Returns the account's wrong responses to one kind in any 24 hours (R-RATE-2). */
    public RateLimit today(UserId user, MethodKind kind) {
        CounterKey key = limiter.key(Budget.GUESSES_TODAY, user.value() + "/" + kind.value());
        return RateLimit.sliding(key, limits.guessesPerDay(), DAY);
    }

    /**
     * Returns the count in a row, per method and generation, so that a new method, or a signed-in change of the password
     * or an address, restores the kind (R-RATE-3).
     */
    public RateLimit inARow(UserId user, MethodKind kind, String methodId, Generation generation) {
        String whose = user.value() + "/" + kind.value() + "/" + methodId + "/" + generation.value();
        return RateLimit.fixed(limiter.key(Budget.GUESSES_IN_A_ROW, whose), limits.guessesInARow(), LONG);
    }

    /** Returns the tenant's daily limit for a kind, with short codes apart from longer ones (R-RATE-5). */
    private RateLimit ofTenant(MethodKind kind) {
        boolean longer = kind.equals(MethodKind.EMAIL_CODE) && codes.mailCharacters() >= LONGER_CODE;
        return longer ? ofTenantAtLongerCodes : ofTenant;
    }

    /** The passwords of one flow that the host's store may refuse; findings of the library are free (R-PWD-12). */
    public RateLimit refusedPasswords(FlowId flow) {
        return RateLimit.sliding(
                limiter.key(Budget.PASSWORDS_REFUSED, flow.digest().hex()), REFUSED_PASSWORDS, DAY);
    }

    /** The limits of prompts on the devices of an account (R-RATE-13). */
    public List<RateLimit> prompts(UserId user) {
        CounterKey key = limiter.key(Budget.PROMPTS, user.value());
        return List.of(
                RateLimit.sliding(key, 3, Duration.ofMinutes(10)),
                RateLimit.sliding(RateLimiter.beside(key, 1), 10, DAY));
    }
}
