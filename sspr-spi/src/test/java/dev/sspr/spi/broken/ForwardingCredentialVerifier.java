package dev.sspr.spi.broken;

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
import dev.sspr.spi.Verified;
import java.time.Instant;
import java.util.List;

class ForwardingCredentialVerifier implements CredentialVerifier {
    private final CredentialVerifier inner;

    ForwardingCredentialVerifier(CredentialVerifier inner) {
        this.inner = inner;
    }

    @Override
    public MethodKind kind() {
        return inner.kind();
    }

    @Override
    public EnrolmentOffer offer(Enrolment enrolment) {
        return inner.offer(enrolment);
    }

    @Override
    public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
        return inner.confirm(enrolment, memo, response, now);
    }

    @Override
    public Begun ask(Challenge challenge, List<Credential> held) {
        return inner.ask(challenge, held);
    }

    @Override
    public Verified check(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now) {
        return inner.check(challenge, memo, held, response, now);
    }
}
