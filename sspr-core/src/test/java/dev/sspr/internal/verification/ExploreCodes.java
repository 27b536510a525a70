package dev.sspr.internal.verification;

import dev.sspr.fixture.TestClock;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The real verifier of codes in messages, watched; or a lying one. */
final class ExploreCodes implements MfaVerifier {
    private static final Digest SAME = new Digest(1, 1);

    private final ExploreHost host;
    private final MessageCodes real;

    ExploreCodes(ExploreHost host, MethodKind kind) {
        this.host = host;
        this.real = kind.equals(MethodKind.EMAIL_CODE)
                ? new MessageCodes(kind, Channel.EMAIL, CodeFormat.unambiguous(10), host.keys)
                : new MessageCodes(kind, Channel.SMS, CodeFormat.digits(8), host.keys);
    }

    @Override
    public MethodKind kind() {
        return real.kind();
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        return real.methods(account).stream()
                .map(method -> new AuthMethod(
                        method.kind(),
                        method.id(),
                        ExploreWorld.endpoint(method.destination().orElseThrow()),
                        method.label(),
                        method.destination()))
                .toList();
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        return real.decoy(seed);
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return host.gate.pass("begin", () -> {
            MfaVerifier.PreparedChallenge begun = real.begin(blurred(challenge), method);
            host.monitor.begun(challenge, begun);
            return begun;
        });
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        return host.gate.pass("check", () -> {
            MfaVerifier.Result said = real.check(blurred(challenge), verifierState, response, now);
            if (said == MfaVerifier.Result.WRONG && host.lies(ExploreFault.CODES_IGNORE_PURPOSE)) {
                said = real.check(ofPurpose(challenge, Purpose.REGISTER), verifierState, response, now);
            }
            host.monitor.checked(challenge, response, said);
            return said;
        });
    }

    /** Whether a response is the code that a challenge for registration, equal in all else, would have. */
    static boolean isForRegistration(ExploreHost host, Challenge challenge, Response response) {
        return registrationCode(host, challenge).equals(response.secret());
    }

    /** The code that a challenge for registration, equal in all else, would have. */
    static Secret registrationCode(ExploreHost host, Challenge challenge) {
        ExploreCodes codes = new ExploreCodes(host, challenge.kind());
        AuthMethod any = new AuthMethod(challenge.kind(), "any", "any", "any", Optional.of(ExploreWorld.OTHER_MAIL));
        return codes.real
                .begin(ofPurpose(challenge, Purpose.REGISTER), any)
                .code()
                .orElseThrow()
                .code();
    }

    private static Challenge ofPurpose(Challenge it, Purpose purpose) {
        return new Challenge(
                it.id(),
                it.flow(),
                purpose,
                it.user(),
                it.generation(),
                it.kind(),
                it.methodId(),
                it.issuedAt(),
                it.expiresAt());
    }

    private Challenge blurred(Challenge it) {
        boolean challenge = host.lies(ExploreFault.CODES_IGNORE_CHALLENGE);
        boolean user = host.lies(ExploreFault.CODES_IGNORE_USER);
        boolean time = host.lies(ExploreFault.CODES_NEVER_EXPIRE);
        if (!challenge && !user && !time) {
            return it;
        }
        return new Challenge(
                time ? it.id() : SAME,
                time ? it.flow() : new FlowId(SAME),
                it.purpose(),
                user ? new UserId("u-anybody") : it.user(),
                user ? Generation.of(0) : it.generation(),
                it.kind(),
                user ? "any" : it.methodId(),
                time ? it.issuedAt() : TestClock.START,
                TestClock.START.plusSeconds(3600));
    }
}
