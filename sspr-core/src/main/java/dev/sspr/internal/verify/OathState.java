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

    /** Steps that the clock of a device may be ahead or behind, as far as it is remembered (RFC 6238 section 6). */
    private static final int MOST_DRIFT = 2;

    private static final int FORM_ONE = 1;
    /** Form 1 and the drift. It is written only for a device that has one, so that older releases read the others. */
    private static final int VERSION = 2;

    private final OathToken.Hash hash;
    private final int digits;
    private final int period;
    private final byte[] seed;
    private final String label;
    private final long moved;
    private final int drift;

    private OathState(OathToken.Hash hash, int digits, int period, byte[] seed, String label, long moved, int drift) {
        this.hash = hash;
        this.digits = digits;
        this.period = period;
        this.seed = seed;
        this.label = label;
        this.moved = moved;
        this.drift = drift;
    }

    /** Makes a state that counts time steps of so many seconds. */
    static OathState timed(OathToken.Hash hash, int digits, int period, byte[] seed, String label) {
        return new OathState(hash, digits, period, seed.clone(), label, NONE, 0);
    }

    /** Makes a state that counts presses of a button, beginning with the given number. */
    static OathState counted(OathToken.Hash hash, int digits, byte[] seed, String label, long next) {
        return new OathState(hash, digits, 0, seed.clone(), label, next, 0);
    }

    static OathState read(BodyReader reader) {
        return read(FORM_ONE, reader);
    }

    private static OathState read(int version, BodyReader reader) {
        int code = reader.octet();
        OathToken.Hash hash = Arrays.stream(OathToken.Hash.values())
                .filter(one -> one.seedBytes() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no hash has the code " + code));
        int digits = reader.octet();
        int period = reader.octet();
        long moved = reader.number();
        String label = reader.text();
        byte[] seed = reader.bytes();
        int drift = version == FORM_ONE ? 0 : reader.octet() - MOST_DRIFT;
        return new OathState(hash, digits, period, seed, label, moved, drift);
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
        return CredentialBytes.read(credential, FORM_ONE, VERSION, OathState::read);
    }

    Credential credential(String id) {
        return drift == 0
                ? CredentialBytes.write(id, FORM_ONE, this::write)
                : CredentialBytes.write(id, VERSION, writer -> write(writer).octet(drift + MOST_DRIFT));
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
        return new OathState(hash, digits, period, seed.clone(), label, further, drift);
    }

    /**
     * Returns the state after a time step was accepted. Its clock counts as one step further off only if a delay of less
     * than half a step does not explain the code (R-TOTP-3, R-TOTP-7).
     */
    OathState at(long step, Instant now) {
        long seconds = now.getEpochSecond();
        long latest = Math.floorDiv(seconds, period) + drift;
        boolean early = 2 * Math.floorMod(seconds, period) < period;
        long off = step - latest;
        long further = off > 0 ? (early ? off : off - 1) : off < 0 ? (early ? off + 1 : off) : 0;
        int next = (int) Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, drift + further));
        return new OathState(hash, digits, period, seed.clone(), label, step, next);
    }

    /**
     * Returns the time step of a response, if it is an accepted step by the clock of the device and later than the last one
     * (R-TOTP-3, R-TOTP-4).
     */
    OptionalLong step(Response response, Instant now, int acceptedSteps) {
        char[] typed = typed(response, digits);
        OathCode codes = OathCode.of(hash, seed, digits);
        long current = Math.floorDiv(now.getEpochSecond(), period) + drift;
        long latest = current + (acceptedSteps > 2 ? 1 : 0);
        long found = NONE;
        for (long step = latest - acceptedSteps + 1; step <= latest; step++) {
            // takes the latest of equal codes, so that no code of this step can be replayed
            found = codes.is(step, typed) && step > moved ? step : found;
        }
        Arrays.fill(typed, '\0');
        return found == NONE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /**
     * Returns the second step of a response of two consecutive codes, as far off as a device can be used afterwards. With it
     * an app or a token is activated whose clock is off (F2-P6).
     */
    private OptionalLong stepOfTwo(Response response, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), period);
        long first = Math.max(moved + 1, current - MOST_DRIFT - 2);
        return secondOfTwo(response, first, current + MOST_DRIFT + 2);
    }

    /** Returns the state after two consecutive codes. */
    Optional<OathState> activated(Response response, Instant now) {
        OptionalLong second = stepOfTwo(response, now);
        return second.isPresent() ? Optional.of(at(second.getAsLong(), now)) : Optional.empty();
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
        return secondOfTwo(response, moved, moved + resync);
    }

    /** Returns where the second of two consecutive codes is, between a first value and an end. */
    private OptionalLong secondOfTwo(Response response, long from, long end) {
        char[] typed = typed(response, 2 * digits);
        char[] first = Arrays.copyOf(typed, digits);
        char[] second = Arrays.copyOfRange(typed, digits, 2 * digits);
        OathCode codes = OathCode.of(hash, seed, digits);
        long found = NONE;
        boolean before = false;
        for (long counter = from; counter < end; counter++) {
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
