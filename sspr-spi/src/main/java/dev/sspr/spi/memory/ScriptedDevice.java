package dev.sspr.spi.memory;

import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A device that shows eight digits, derived from a counter or from an enrolment or challenge. */
final class ScriptedDevice {
    /** The most codes that may be skipped (RFC 4226 section 7.4: a look-ahead window). */
    private static final int LOOK_AHEAD = 10;

    private final byte[] key;
    private final ScriptedCodes codes;
    private final AtomicLong pressed;
    private volatile String asked = "";

    private ScriptedDevice(byte[] key, long pressed) {
        this.key = key;
        this.codes = new ScriptedCodes(key);
        this.pressed = new AtomicLong(pressed);
    }

    /** Makes a device from a seed, for one enrolment only. */
    static ScriptedDevice of(byte[] seed, Enrolment enrolment) {
        return new ScriptedDevice(new ScriptedCodes(seed).keyFor(ScriptedCodes.textOf(enrolment)), 0);
    }

    static ScriptedDevice random() {
        return new ScriptedDevice(ScriptedCodes.randomKey(), 0);
    }

    /** Reads the device of a credential; a credential of another verifier gives a device that no account has. */
    static ScriptedDevice of(Credential credential) {
        byte[] data = credential.data();
        if (data.length != ScriptedCodes.KEY_BYTES + Long.BYTES) {
            return random();
        }
        long next = ByteBuffer.wrap(data).getLong(ScriptedCodes.KEY_BYTES);
        return new ScriptedDevice(Arrays.copyOf(data, ScriptedCodes.KEY_BYTES), next);
    }

    /** Makes the credential with the next counter. */
    Credential credential(String id, long next) {
        return Credential.of(
                id,
                ByteBuffer.allocate(ScriptedCodes.KEY_BYTES + Long.BYTES)
                        .put(key)
                        .putLong(next)
                        .array());
    }

    void receive(String question) {
        asked = question;
    }

    String asked() {
        return asked;
    }

    /** The code of an enrolment or a challenge. */
    Secret codeFor(String question) {
        return codes.digits(question);
    }

    /** The code of the counter, which then advances. */
    Secret nextCode() {
        return counted(pressed.getAndIncrement());
    }

    /** The counter after the one with this code, if it is within the look-ahead window. */
    OptionalLong after(Secret typed) {
        long from = pressed.get();
        OptionalLong found = OptionalLong.empty();
        for (long i = from; i < from + LOOK_AHEAD; i++) {
            if (counted(i).equals(typed)) {
                found = OptionalLong.of(i + 1);
            }
        }
        return found;
    }

    private Secret counted(long counter) {
        return codes.digits("count " + counter);
    }
}
