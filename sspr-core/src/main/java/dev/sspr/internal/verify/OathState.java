package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.oath.OathToken;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of an app or a token: its seed, its moving factor, and the last accepted value. An accepted value is never
 * accepted again, because time steps and counters only rise (R-TOTP-4, RFC 4226 section 7.2).
 */
final class OathState implements AutoCloseable {
    /** No time step has been accepted yet. */
    static final long NONE = -1;

    private static final int VERSION = 1;

    private final OathToken.Hash hash;
    private final int digits;
    private final int period;
    private final byte[] seed;
    private final String label;
    private final long moved;

    private OathState(OathToken.Hash hash, int digits, int period, byte[] seed, String label, long moved) {
        this.hash = hash;
        this.digits = digits;
        this.period = period;
        this.seed = seed;
        this.label = label;
        this.moved = moved;
    }

    /** Makes a state that counts time steps of so many seconds. */
    static OathState timed(OathToken.Hash hash, int digits, int period, byte[] seed, String label) {
        return new OathState(hash, digits, period, seed.clone(), label, NONE);
    }

    /** Makes a state that counts presses of a button, beginning with the given number. */
    static OathState counted(OathToken.Hash hash, int digits, byte[] seed, String label, long next) {
        return new OathState(hash, digits, 0, seed.clone(), label, next);
    }

    static OathState read(BodyReader reader) {
        int code = reader.octet();
        OathToken.Hash hash = Arrays.stream(OathToken.Hash.values())
                .filter(one -> one.seedBytes() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no hash has the code " + code));
        int digits = reader.octet();
        int period = reader.octet();
        long moved = reader.number();
        String label = reader.text();
        return new OathState(hash, digits, period, reader.bytes(), label, moved);
    }

    BodyWriter write(BodyWriter writer) {
        return writer.octet(hash.seedBytes())
                .octet(digits)
                .octet(period)
                .number(moved)
                .text(label)
                .bytes(seed);
    }

    static OathState of(Credential credential) {
        return CredentialBytes.read(credential, VERSION, OathState::read);
    }

    Credential credential(String id) {
        return CredentialBytes.write(id, VERSION, this::write);
    }

    /** Returns the time step or counter that was accepted last. A time step can pass only near its time. */
    static Optional<SingleUse.Used> used(Credential credential) {
        try (OathState state = of(credential)) {
            return Optional.of(new SingleUse.Used(
                    String.valueOf(state.moved), state.isTimed() ? Duration.ofHours(1) : SingleUse.YEAR));
        }
    }

    boolean isTimed() {
        return period > 0;
    }

    String label() {
        return label;
    }

    byte[] seedDigest() {
        return Sha256.of(seed);
    }

    /** Returns the state after it has counted on. */
    OathState movedTo(long further) {
        return new OathState(hash, digits, period, seed.clone(), label, further);
    }

    /**
     * Returns the time step of a response, if it is an accepted step and later than the last one (R-TOTP-3, R-TOTP-4).
     */
    OptionalLong step(Response response, Instant now, int acceptedSteps) {
        char[] typed = typed(response, digits);
        OathCode codes = OathCode.of(hash, seed, digits);
        long current = Math.floorDiv(now.getEpochSecond(), period);
        long latest = current + (acceptedSteps > 2 ? 1 : 0);
        long found = NONE;
        for (long step = latest - acceptedSteps + 1; step <= latest; step++) {
            // takes the latest of equal codes, so that no code of this step can be replayed
            found = codes.is(step, typed) && step > moved ? step : found;
        }
        Arrays.fill(typed, '\0');
        return found == NONE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** Returns the counter of a response among the next counters. */
    OptionalLong counter(Response response, int lookAhead) {
        char[] typed = typed(response, digits);
        OathCode codes = OathCode.of(hash, seed, digits);
        long found = NONE;
        for (long counter = moved + lookAhead - 1; counter >= moved; counter--) {
            found = codes.is(counter, typed) ? counter : found;
        }
        Arrays.fill(typed, '\0');
        return found == NONE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /**
     * Returns the second counter of a response of two consecutive codes, within a wider window (RFC 4226 section 7.4).
     */
    OptionalLong counterOfTwo(Response response, int resync) {
        char[] typed = typed(response, 2 * digits);
        char[] first = Arrays.copyOf(typed, digits);
        char[] second = Arrays.copyOfRange(typed, digits, 2 * digits);
        OathCode codes = OathCode.of(hash, seed, digits);
        long found = NONE;
        boolean before = false;
        for (long counter = moved; counter < moved + resync; counter++) {
            found = before && codes.is(counter, second) ? counter : found;
            before = codes.is(counter, first);
        }
        Arrays.fill(typed, '\0');
        Arrays.fill(first, '\0');
        Arrays.fill(second, '\0');
        return found == NONE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** Returns the typed code if it has that many digits, and otherwise characters that no code has. */
    private static char[] typed(Response response, int digits) {
        return response instanceof Response.Typed typed
                ? typed.secret().exposeTo(CodeFormat.digits(digits)::normalised)
                : new char[digits];
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }
}
