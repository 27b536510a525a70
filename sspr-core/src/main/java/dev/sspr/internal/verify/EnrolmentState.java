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

/**
 * Writes and reads the state of an enrolment. A state is valid only for the enrolment that it was made for (K2,
 * R-REG-6).
 */
final class EnrolmentState {
    private static final int VERSION = 1;

    private EnrolmentState() {}

    /** Begins a state. */
    static BodyWriter begin(Enrolment enrolment) {
        return new BodyWriter().octet(VERSION).digest(Sha256.tie(enrolment));
    }

    /** Ends a state. The bytes are wiped, because they may hold a seed. */
    static VerifierState end(BodyWriter writer) {
        byte[] bytes = writer.padded();
        VerifierState verifierState = VerifierState.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return verifierState;
    }

    /** Reads the fields of a state, if it belongs to this enrolment. */
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
