package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Credential;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Encodes credentials as flat bytes: one byte for the version of the form, then the fields of the kind. */
final class CredentialBytes {
    private CredentialBytes() {}

    static Credential write(String id, int version, UnaryOperator<BodyWriter> how) {
        byte[] bytes = how.apply(new BodyWriter().octet(version)).padded();
        Credential credential = Credential.of(id, bytes);
        Arrays.fill(bytes, (byte) 0);
        return credential;
    }

    /**
     * Reads a credential.
     *
     * @throws IllegalStateException if it has another version, because a later release wrote it
     */
    static <T> T read(Credential credential, int version, Function<BodyReader, T> how) {
        return read(credential, version, version, (its, reader) -> how.apply(reader));
    }

    /**
     * Reads a credential of one of several versions.
     *
     * @throws IllegalStateException if it has another version, because a later release wrote it
     */
    static <T> T read(Credential credential, int oldest, int newest, BiFunction<Integer, BodyReader, T> how) {
        byte[] bytes = credential.data();
        try {
            int its = bytes.length == 0 ? 0 : bytes[0];
            if (its < oldest || its > newest) {
                throw new IllegalStateException("credential " + credential.id() + " is of form " + its
                        + ", which this version does not read: update every node before it is used");
            }
            BodyReader reader = new BodyReader(bytes);
            reader.octet();
            return how.apply(its, reader);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
