/**
 * Passkeys as a verifier: WebAuthn registration and authentication over WebAuthn4J.
 *
 * <pre>{@code
 * CredentialVerifier passkeys = PasskeyVerifier.builder("example.org", "https://id.example.org").build();
 * }</pre>
 *
 * <p>That is all a host writes on the server. It makes discoverable credentials with user verification, asks for no
 * attestation, and offers Ed25519, ES256 and RS256. The module's README has the script for the page, the table of what is
 * refused, and what is left out on purpose.
 *
 * <p><b>Whose rules.</b> WebAuthn4J reads CBOR and keys, checks signatures and walks the steps of WebAuthn level 3
 * sections 7.1 and 7.2. On top of it stand, here: client data compared as exact text, JSON that can be read in one way
 * only, keys that suit their algorithm, the account's user handle, and one use of each challenge. Its managers are not
 * used, because they log whole responses.
 *
 * <p><b>What is kept of a passkey.</b> Its id, its public key, backup eligibility and state, the last counter and the last
 * challenge: below 1700 bytes at the most, some 160 as a rule.
 */
@NullMarked
package dev.sspr.adapter.webauthn;

import org.jspecify.annotations.NullMarked;
