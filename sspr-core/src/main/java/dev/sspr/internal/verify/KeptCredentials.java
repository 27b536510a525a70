package dev.sspr.internal.verify;

import dev.sspr.spi.Begun;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the built-in verifiers of credentials share: expiry (K7), nulls (K12), and nothing to ask by itself. */
abstract class KeptCredentials implements CredentialVerifier {
    /** A response that proves nothing. */
    static final Verified WRONG = new Verified.Not(Checked.WRONG);
    /** No response can prove anything any more. */
    static final Verified UNUSABLE = new Verified.Not(Checked.UNUSABLE);

    private final MethodKind kind;

    KeptCredentials(MethodKind kind) {
        this.kind = kind;
    }

    @Override
    public final MethodKind kind() {
        return kind;
    }

    @Override
    public final Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
        Objects.requireNonNull(memo, "memo");
        Objects.requireNonNull(response, "response");
        return now.isBefore(enrolment.expiresAt()) ? confirmed(enrolment, memo, response, now) : new Enrolled.Over();
    }

    @Override
    public Begun ask(Challenge challenge, List<Credential> held) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(held, "held");
        return new Begun(Memo.EMPTY, Optional.empty());
    }

    @Override
    public final Verified check(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now) {
        Objects.requireNonNull(memo, "memo");
        Objects.requireNonNull(response, "response");
        boolean live = now.isBefore(challenge.expiresAt());
        Verified verified = compared(challenge, memo, List.copyOf(held), response, now);
        return live ? verified : UNUSABLE;
    }

    /** What came of an enrolment that is not over time. */
    abstract Enrolled confirmed(Enrolment enrolment, Memo memo, Response response, Instant now);

    /** What a response is worth while the challenge lasts; done at the same cost after it. */
    abstract Verified compared(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now);

    static Enrolled unfit(String code) {
        return new Enrolled.Unfit(List.of(Finding.of(code)));
    }
}
