package dev.sspr.internal.verify;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Credential;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Security info that is opened in the place of an account's own, so that the time does not tell which account has some (F2-S6). */
final class DecoyInfo {
    /** Security info of usual accounts takes this much space, padded, with up to five apps and what can be undone. */
    private static final int LEAST = 3072;

    private static final int STEP = 1024;
    /** The methods of usual accounts: five apps and an address. */
    static final int METHODS = 6;
    /** The padded size of what an app keeps. */
    private static final int CREDENTIAL = 224;

    private static final Instant ADDED = Instant.ofEpochSecond(1_767_600_000);
    /** As long as a UUID. */
    private static final UserId NOBODY = new UserId("nobody-nobody-nobody-nobody-nobody-n");

    private final MethodStore.MethodSet set;
    private final byte[][] rests;

    DecoyInfo(KeyRing keys) {
        this.set = new MethodStore.MethodSet(NOBODY, 1, Set.of(), keys.seal(NOBODY, 1, padded(plain(METHODS))));
        this.rests =
                IntStream.rangeClosed(0, METHODS).mapToObj(DecoyInfo::plain).toArray(byte[][]::new);
    }

    /** Returns what is opened where nothing is stored. */
    MethodStore.MethodSet set() {
        return set;
    }

    /** Returns opened bytes with as many methods as an account has fewer than usual ones. */
    byte[] rest(int methods) {
        return rests[Math.max(0, METHODS - methods)];
    }

    /** Pads opened bytes further, so that nearly all bodies have one size; the end of a body reads as absent. */
    static byte[] padded(byte[] plain) {
        int steps = Math.max(0, (plain.length - LEAST + STEP - 1) / STEP);
        return Arrays.copyOf(plain, LEAST + steps * STEP);
    }

    private static byte[] plain(int methods) {
        SecurityInfo info = SecurityInfo.none(NOBODY);
        for (int i = 0; i < methods; i++) {
            String id = String.format("%032x", i);
            info = info.with(new RegisteredMethod(
                    id,
                    MethodKind.APP_CODE,
                    "Authenticator app",
                    RegisteredMethod.State.VERIFIED,
                    ADDED,
                    ADDED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Credential.of(id, new byte[CREDENTIAL])),
                    Optional.empty()));
        }
        return InfoCodec.write(info);
    }
}
