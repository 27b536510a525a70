package dev.sspr.internal.verify;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.oath.OathToken;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Enrols an app without the steps of a registration. */
public final class EnrolledApp {
    private EnrolledApp() {}

    /** Puts an app into the security info of an account, sealed under the key with id 1. */
    public static void into(MethodStore store, byte[] master, UserId user, Instant at) {
        RandomSource random = new RandomSource(new SecureRandom());
        KeyRing keys = KeyRing.derive("default", new KeyRing.Raw((byte) 1, master), List.of(), random);
        String id = random.digest().hex();
        RegisteredMethod app = new RegisteredMethod(
                id,
                MethodKind.APP_CODE,
                "Authenticator app",
                RegisteredMethod.State.VERIFIED,
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OathState.timed(OathToken.Hash.SHA1, 6, 30, random.bytes(20), "Authenticator app")
                        .credential(id)),
                Optional.empty());
        new SecurityInfoStore(store, keys).store(SecurityInfo.none(user).with(app));
    }
}
