package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Presents a kind whose credentials the library stores as a verifier like any other. All credentials of the kind are
 * one method, and the response tells which of them it uses. A change by a response is stored by compare-and-set before
 * the response counts. Of parallel uses, one therefore passes (R-TOTP-4, V-REPLAY-1).
 */
public final class CredentialMethods implements MfaVerifier, SecurityInfoBacked {
    /** The prefix of decoy ids. No account has security info under such an id. */
    private static final String DECOY = "decoy-";

    private final CredentialVerifier verifier;
    private final SecurityInfoStore infos;
    private final InstantSource clock;
    private final UsedCodes usedCodes;

    public CredentialMethods(CredentialVerifier verifier, SecurityInfoStore infos, InstantSource clock) {
        this(verifier, infos, clock, UsedCodes.NONE);
    }

    public CredentialMethods(
            CredentialVerifier verifier, SecurityInfoStore infos, InstantSource clock, UsedCodes usedCodes) {
        this.verifier = verifier;
        this.infos = infos;
        this.clock = clock;
        this.usedCodes = usedCodes;
    }

    @Override
    public MethodKind kind() {
        return verifier.kind();
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        return methods(account, infos.load(account.id()), clock.instant());
    }

    @Override
    public List<AuthMethod> methods(Account account, SecurityInfo info, Instant now) {
        List<RegisteredMethod> usable = usable(info, now);
        if (usable.isEmpty()) {
            return List.of();
        }
        String label = usable.get(usable.size() - 1).name();
        return List.of(new AuthMethod(kind(), id(usable), endpoint(account.id()), label, Optional.empty()));
    }

    /**
     * A changed set of credentials is a new method. Failures that were counted against the old set end with it
     * (R-RATE-3).
     */
    private String id(List<RegisteredMethod> usable) {
        String all = usable.stream().map(RegisteredMethod::id).sorted().collect(Collectors.joining(" "));
        Digest digest = SecurityInfoStore.claim(kind(), all.getBytes(StandardCharsets.UTF_8));
        return "own-" + digest.hex().substring(0, 16);
    }

    private String endpoint(UserId user) {
        return kind().value() + ":" + user.value();
    }

    private List<RegisteredMethod> usable(SecurityInfo info, Instant now) {
        return info.where(one -> one.kind().equals(kind()) && one.credential().isPresent() && one.provesReset(now));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        String id = DECOY + seed.hex().substring(0, 8);
        return new AuthMethod(kind(), id, id + seed.hex(), "•••", Optional.empty());
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return verifier.ask(challenge, held(infos.load(challenge.user()), challenge, clock.instant()));
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        MfaVerifier.Result[] said = {MfaVerifier.Result.WRONG};
        List<Credential> used = new ArrayList<>(2);
        Optional<SecurityInfo> stored = infos.change(challenge.user(), info -> {
            used.clear();
            CredentialVerifier.Verification verified =
                    verifier.check(challenge, verifierState, held(info, challenge, now), response, now);
            if (verified instanceof CredentialVerifier.Verification.Passed passed) {
                said[0] = MfaVerifier.Result.PASSED;
                return passed.next().map(next -> after(info, next, used));
            }
            if (verified instanceof CredentialVerifier.Verification.Cloned cloned) {
                said[0] = MfaVerifier.Result.CLONED;
                return info.method(cloned.credentialId()).map(one -> info.with(one.in(RegisteredMethod.State.CLONED)));
            }
            said[0] = ((CredentialVerifier.Verification.Failed) verified).why();
            return Optional.empty();
        });
        boolean again =
                stored.isPresent() && !used.isEmpty() && !usedCodes.first(challenge.user(), used.get(0), used.get(1));
        return again ? MfaVerifier.Result.WRONG : said[0];
    }

    /** A verifier that passes a credential which is not held breaks its contract. */
    private static SecurityInfo after(SecurityInfo info, Credential next, List<Credential> used) {
        RegisteredMethod method =
                info.method(next.id()).orElseThrow(() -> new UnavailableException("credential-verifier"));
        method.credential().ifPresent(before -> used.addAll(List.of(before, next)));
        return info.with(method.with(next));
    }

    private List<Credential> held(SecurityInfo info, Challenge challenge, Instant now) {
        // selected for a decoy too, so that the time does not tell it
        List<Credential> held = usable(info, now).stream()
                .flatMap(one -> one.credential().stream())
                .toList();
        return challenge.methodId().startsWith(DECOY) ? List.of() : held;
    }
}
