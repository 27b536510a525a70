package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.VerifierState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A memo that is good for the enrolment that it was made for, and for no other (K2, R-REG-6). */
final class EnrolmentState {
    private static final int VERSION = 1;

    private EnrolmentState() {}

    /** Begins a memo. */
    static BodyWriter begin(Enrolment enrolment) {
        return new BodyWriter().octet(VERSION).digest(Sha256.tie(enrolment));
    }

    /** Ends a memo; it may hold a seed, so the bytes are wiped. */
    static VerifierState end(BodyWriter writer) {
        byte[] bytes = writer.padded();
        VerifierState verifierState = VerifierState.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return verifierState;
    }

    /** Reads a memo on, if it is this enrolment's. */
    static <T> Optional<T> read(VerifierState verifierState, Enrolment enrolment, Function<BodyReader, T> how) {
        byte[] bytes = verifierState.bytes();
        try {
            if (bytes.length <= Digest.BYTES) {
                return Optional.empty();
            }
            BodyReader reader = new BodyReader(bytes);
            boolean ours = reader.octet() == VERSION && KeyedDigest.same(reader.digest(), Sha256.tie(enrolment));
            return ours ? Optional.of(how.apply(reader)) : Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
