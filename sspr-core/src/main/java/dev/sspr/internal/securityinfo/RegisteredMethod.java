package dev.sspr.internal.securityinfo;

import dev.sspr.spi.Credential;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One registered method of an account. It proves a reset from {@code countsFrom} on (R-REG-4). Its kind is demanded from
 * {@code demandsFrom} on: earlier, if it joins or replaces a method whose kind is demanded already. The extension of an
 * office phone is stripped on dial (M-16). No other account may have its {@code claim}.
 */
public record RegisteredMethod(
        String id,
        MethodKind kind,
        String name,
        State state,
        Instant addedAt,
        Instant countsFrom,
        Instant demandsFrom,
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
        /** It had too many failures. The help desk enables it, or its owner registers it again. */
        DISABLED,
        /** A copy of it was used. Only a new enrolment replaces it. */
        CLONED
    }

    /** A method whose kind is demanded from when it counts. */
    public RegisteredMethod(
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
        this(
                id,
                kind,
                name,
                state,
                addedAt,
                countsFrom,
                countsFrom,
                expiresAt,
                destination,
                extension,
                credential,
                claim);
    }

    /** Returns whether it proves a sign-in or a change of security info: it is verified and has not expired. */
    public boolean proves(Instant now) {
        return state == State.VERIFIED && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Returns whether it proves a reset: it proves a sign-in, and its quarantine is over. */
    public boolean provesReset(Instant now) {
        return proves(now) && !now.isBefore(countsFrom);
    }

    /**
     * F2-S1: returns whether its kind is demanded. Only a confirmed method demands, also while it is disabled or expired.
     * An access pass never does: the help desk issued it for a time.
     */
    public boolean demands(Instant now) {
        return state != State.GIVEN && !kind.equals(MethodKind.ACCESS_PASS) && !now.isBefore(demandsFrom);
    }

    /** Returns a copy that proves a reset from another time on, and whose kind is demanded from then on. */
    public RegisteredMethod countingFrom(Instant from) {
        return new RegisteredMethod(
                id, kind, name, state, addedAt, from, expiresAt, destination, extension, credential, claim);
    }

    /** Returns a copy whose kind is demanded from another time on. */
    public RegisteredMethod demandingFrom(Instant from) {
        return new RegisteredMethod(
                id, kind, name, state, addedAt, countsFrom, from, expiresAt, destination, extension, credential, claim);
    }

    /** Returns a copy that proves no reset before a time; a demand that it joined stays. */
    RegisteredMethod notBefore(Instant from) {
        if (!countsFrom.isBefore(from) || state == State.GIVEN || kind.equals(MethodKind.ACCESS_PASS)) {
            return this;
        }
        return joinedADemand() ? countingFrom(from).demandingFrom(demandsFrom) : countingFrom(from);
    }

    /** Returns whether its kind was demanded before it was added. */
    public boolean joinedADemand() {
        return demandsFrom.isBefore(countsFrom);
    }

    /** Returns a copy that proves nothing from a time on. */
    public RegisteredMethod expiringAt(Instant end) {
        return new RegisteredMethod(
                id,
                kind,
                name,
                state,
                addedAt,
                countsFrom,
                demandsFrom,
                Optional.of(end),
                destination,
                extension,
                credential,
                claim);
    }

    /** Returns what is left when it is taken back and its kind stays demanded: a disabled method that can prove nothing. */
    public RegisteredMethod emptied() {
        return new RegisteredMethod(
                id,
                kind,
                name,
                State.DISABLED,
                addedAt,
                countsFrom,
                demandsFrom,
                expiresAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a copy with another name. */
    public RegisteredMethod named(String newName) {
        return new RegisteredMethod(
                id,
                kind,
                newName,
                state,
                addedAt,
                countsFrom,
                demandsFrom,
                expiresAt,
                destination,
                extension,
                credential,
                claim);
    }

    /** Returns a copy in another state. */
    public RegisteredMethod in(State newState) {
        return new RegisteredMethod(
                id,
                kind,
                name,
                newState,
                addedAt,
                countsFrom,
                demandsFrom,
                expiresAt,
                destination,
                extension,
                credential,
                claim);
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
                demandsFrom,
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
