package dev.sspr.spi.memory;

import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A device that shows eight digits: those of a counter that goes on, or those of what it is asked. */
final class ScriptedDevice {
    /** How many codes may be left out (RFC 4226 section 7.4: a look-ahead window). */
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

    /** One made from a seed for an enrolment and no other. */
    static ScriptedDevice of(byte[] seed, Enrolment enrolment) {
        return new ScriptedDevice(new ScriptedCodes(seed).keyFor(ScriptedCodes.everythingIn(enrolment)), 0);
    }

    static ScriptedDevice random() {
        return new ScriptedDevice(ScriptedCodes.randomKey(), 0);
    }

    /** What a credential says of its device; of another verifier's credential, a device that nobody has. */
    static ScriptedDevice of(Credential credential) {
        byte[] data = credential.data();
        if (data.length != ScriptedCodes.KEY_BYTES + Long.BYTES) {
            return random();
        }
        long next = ByteBuffer.wrap(data).getLong(ScriptedCodes.KEY_BYTES);
        return new ScriptedDevice(Arrays.copyOf(data, ScriptedCodes.KEY_BYTES), next);
    }

    /** With the counter that comes next. */
    Credential credential(String id, long next) {
        return Credential.of(
                id,
                ByteBuffer.allocate(ScriptedCodes.KEY_BYTES + Long.BYTES)
                        .put(key)
                        .putLong(next)
                        .array());
    }

    void hears(String question) {
        asked = question;
    }

    String asked() {
        return asked;
    }

    /** The code of a question. */
    Secret codeFor(String question) {
        return codes.digits(question);
    }

    /** The code of the counter, which goes on. */
    Secret press() {
        return counted(pressed.getAndIncrement());
    }

    /** The counter after the one that shows this code, if it is one of those that may come. */
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
