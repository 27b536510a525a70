package dev.sspr.oath;

/** The hash function behind the HMAC of a one-time code (RFC 6238 section 1.2), with the seed it takes. */
public enum OathHash {
    /** What every app and token can do. A collision of SHA-1 is no attack on its HMAC (RFC 4226 appendix B.2). */
    SHA1(20),
    /** For apps that are known to read it: some ignore it and show other codes. */
    SHA256(32),
    /** Likewise. */
    SHA512(64);

    private final int seedBytes;

    OathHash(int seedBytes) {
        this.seedBytes = seedBytes;
    }

    /**
     * How long a new seed is: as long as the hash (RFC 6238 section 5.1, R-TOTP-2).
     *
     * @return 20, 32 or 64 bytes
     */
    public int seedBytes() {
        return seedBytes;
    }
}
