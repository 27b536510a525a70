package dev.sspr.internal.verify;

import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.AccessPassPolicy.Use;
import dev.sspr.spi.Begun;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.Verified;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes keep what the contract says of challenges; the kit enrols, so the help desk does it here. */
class AccessPassesContractTest extends CredentialVerifierContract {
    private final Map<String, Secret> slips = new HashMap<>();
    private final AccessPasses passes = new AccessPasses(
            new AccessPassPolicy(12, Duration.ofHours(1), Duration.ofDays(30), Use.UNTIL_EXPIRY),
            new QuickHash(),
            Scene.MINT);

    @Override
    protected CredentialVerifier verifier() {
        return new HelpDesk();
    }

    @Override
    protected Repeats repeats() {
        return Repeats.KNOWN;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, EnrolmentOffer offer, Instant now) {
        return shown(enrolment);
    }

    @Override
    protected Response answer(Challenge challenge, Begun begun, Credential with, Instant now) {
        return new Response.Typed(slips.get(with.id()));
    }

    private static Response shown(Enrolment enrolment) {
        return Scene.typed(new StringBuilder(enrolment.id().hex()).reverse().toString());
    }

    /** Issues a pass to whoever shows the id of an enrolment, backwards. */
    private final class HelpDesk implements CredentialVerifier {
        @Override
        public MethodKind kind() {
            return passes.kind();
        }

        @Override
        public EnrolmentOffer offer(Enrolment enrolment) {
            return passes.offer(enrolment);
        }

        @Override
        public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
            Enrolled refused = passes.confirm(enrolment, memo, response, now);
            boolean hers = EnrolmentMemo.read(memo, enrolment, reader -> true).orElse(false)
                    && response.equals(shown(enrolment));
            if (refused instanceof Enrolled.Over || !hers) {
                return refused instanceof Enrolled.Over ? refused : new Enrolled.Wrong();
            }
            AccessPasses.Issued issued = passes.issue(now, Duration.ofDays(20), Use.UNTIL_EXPIRY);
            Credential credential =
                    Credential.of(enrolment.id().hex(), issued.credential().data());
            slips.put(credential.id(), issued.pass());
            return new Enrolled.Made(credential, "pass", Optional.empty());
        }

        @Override
        public Begun ask(Challenge challenge, List<Credential> held) {
            return passes.ask(challenge, held);
        }

        @Override
        public Verified check(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now) {
            return passes.check(challenge, memo, held, response, now);
        }
    }
}
