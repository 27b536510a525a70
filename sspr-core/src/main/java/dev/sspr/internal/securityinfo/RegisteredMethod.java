package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Credential;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One method that an account holds.
 *
 * @param id its key within the account
 * @param kind its kind
 * @param name what its owner calls it
 * @param state whether it may be used
 * @param addedAt when it came
 * @param countsFrom from when it proves a reset (R-REG-4)
 * @param expiresAt from when it no longer does, if it does not last
 * @param destination where its messages go, if it has any
 * @param extension of the office phone, stored and stripped on dial (M-16)
 * @param credential what its verifier keeps, if it keeps any
 * @param claim what no other account may hold, if there is such a thing
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
        /** Its owner has shown to hold it. */
        VERIFIED,
        /** An administrator has put it in place; its owner has not tried it yet. */
        GIVEN,
        /** Too many failures, or a copy of it in use: it must be registered again. */
        DISABLED
    }

    /** Whether it proves a sign-in or a change of security info: verified, and not over. */
    public boolean proves(Instant now) {
        return state == State.VERIFIED && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Whether it proves a reset: the same, and out of quarantine. */
    public boolean provesReset(Instant now) {
        return proves(now) && !now.isBefore(countsFrom);
    }

    /** Proving a reset from another time on. */
    public RegisteredMethod countingFrom(Instant from) {
        return new RegisteredMethod(
                id, kind, name, state, addedAt, from, expiresAt, destination, extension, credential, claim);
    }

    /** With another name. */
    public RegisteredMethod named(String newName) {
        return new RegisteredMethod(
                id, kind, newName, state, addedAt, countsFrom, expiresAt, destination, extension, credential, claim);
    }

    /** In another state. */
    public RegisteredMethod in(State newState) {
        return new RegisteredMethod(
                id, kind, name, newState, addedAt, countsFrom, expiresAt, destination, extension, credential, claim);
    }

    /** With what its verifier keeps from now on. */
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

    /** Not its address: the kind, the key and the state. */
    @Override
    public String toString() {
        return "RegisteredMethod[" + kind.value() + ", " + id + ", " + state + "]";
    }
}
