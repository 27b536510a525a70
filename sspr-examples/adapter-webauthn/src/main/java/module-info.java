/** Passkeys as a verifier, over WebAuthn4J. */
module dev.sspr.adapter.webauthn {
    requires transitive dev.sspr.spi;
    requires com.webauthn4j.core;

    exports dev.sspr.adapter.webauthn;
}
