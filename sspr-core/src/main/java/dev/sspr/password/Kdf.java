package dev.sspr.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.BCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Calls the functions of Bouncy Castle. A host that stores only PBKDF2 hashes never loads this class. */
final class Kdf {
    private Kdf() {}

    /** The variants of RFC 9106, and those of the version before it. */
    enum Argon2 {
        V13_ID(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13),
        V13_I(Argon2Parameters.ARGON2_i, Argon2Parameters.ARGON2_VERSION_13),
        V13_D(Argon2Parameters.ARGON2_d, Argon2Parameters.ARGON2_VERSION_13),
        V10_ID(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_10),
        V10_I(Argon2Parameters.ARGON2_i, Argon2Parameters.ARGON2_VERSION_10),
        V10_D(Argon2Parameters.ARGON2_d, Argon2Parameters.ARGON2_VERSION_10);

        private final int type;
        private final int version;

        Argon2(int type, int version) {
            this.type = type;
            this.version = version;
        }

        static Argon2 of(String scheme, String version) {
            return switch (scheme + ' ' + version) {
                case "argon2id v=19" -> V13_ID;
                case "argon2i v=19" -> V13_I;
                case "argon2d v=19" -> V13_D;
                case "argon2id v=16" -> V10_ID;
                case "argon2i v=16" -> V10_I;
                case "argon2d v=16" -> V10_D;
                default ->
                    throw new PasswordHasher.UnreadableHashException(
                            "Argon2 must be argon2id, argon2i or argon2d of version 19 or 16");
            };
        }
    }

    static byte[] argon2(
            Argon2 variant, byte[] password, byte[] salt, byte[] secret, byte[] data, Argon2Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant.type)
                .withVersion(variant.version)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(data)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }

    /** Computes the 24 bytes of bcrypt. A NUL ends a password of less than 72 bytes, as crypt(3) does it. */
    static byte[] bcrypt(byte[] password, byte[] salt, int cost) {
        return BCrypt.generate(password, salt, cost, true);
    }

    static byte[] scrypt(byte[] password, byte[] salt, ScryptCost cost, int length) {
        return SCrypt.generate(password, salt, 1 << cost.logN(), cost.r(), cost.p(), length);
    }
}
