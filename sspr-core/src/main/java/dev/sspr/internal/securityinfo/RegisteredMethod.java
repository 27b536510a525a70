package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Credential;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One method that an account has registered.
 *
 * @param id its key within the account
 * @param kind its kind
 * @param name the name that its owner gave it
 * @param state whether it may be used
 * @param addedAt when it was added
 * @param countsFrom from when it proves a reset (R-REG-4)
 * @param expiresAt from when it no longer proves one; empty if it does not expire
 * @param destination the address of its messages, if it has any
 * @param extension of the office phone, stored and stripped on dial (M-16)
 * @param credential the credential of its verifier, if it has one
 * @param claim the claim that no other account may have, if there is one
 */
public record RegisteredMethod(
        String id,
        MethodKind kind,
        String name,
        State state,
        Instant addedAt,
        Instant countsFrom,
        Optional<Instant> expiresAt,
        Optional<Destination> destination,
        Optional<String> extension,
        Optional<Credential> credential,
        Optional<Digest> claim) {
    /** Whether a method may be used. The names are stored. */
    public enum State {
        /** Its owner has proven possession. */
        VERIFIED,
        /** An administrator has provided it, and its owner has not confirmed it yet. */
        GIVEN,
        /** It had too many failures, or a copy of it was used. It must be registered again. */
        DISABLED
    }

    /** Returns whether it proves a sign-in or a change of security info: it is verified and has not expired. */
    public boolean proves(Instant now) {
        return state == State.VERIFIED && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Returns whether it proves a reset: it also proves a sign-in, and its quarantine is over. */
    public boolean provesReset(Instant now) {
        return proves(now) && !now.isBefore(countsFrom);
    }

    /** Returns a copy that proves a reset from another time on. */
    public RegisteredMethod countingFrom(Instant from) {
        return new RegisteredMethod(
                id, kind, name, state, addedAt, from, expiresAt, destination, extension, credential, claim);
    }

    /** Returns a copy with another name. */
    public RegisteredMethod named(String newName) {
        return new RegisteredMethod(
                id, kind, newName, state, addedAt, countsFrom, expiresAt, destination, extension, credential, claim);
    }

    /** Returns a copy in another state. */
    public RegisteredMethod in(State newState) {
        return new RegisteredMethod(
                id, kind, name, newState, addedAt, countsFrom, expiresAt, destination, extension, credential, claim);
    }

    /** Returns a copy with another credential. */
    public RegisteredMethod with(Credential next) {
        return new RegisteredMethod(
                id,
                kind,
                name,
                state,
                addedAt,
                countsFrom,
                expiresAt,
                destination,
                extension,
                Optional.of(next),
                claim);
    }

    /** Returns the kind, the key and the state, but not the address. */
    @Override
    public String toString() {
        return "RegisteredMethod[" + kind.value() + ", " + id + ", " + state + "]";
    }
}
