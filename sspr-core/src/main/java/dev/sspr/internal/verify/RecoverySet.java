package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The hashes of a user's recovery codes. The first character of a code names its slot, so one hash computation tells
 * whether a code is right. The slot is not secret; all other characters are.
 */
final class RecoverySet {
    private static final int VERSION = 1;
    private static final String USED = "";

    private final int characters;
    private final List<String> hashes;

    RecoverySet(int characters, List<String> hashes) {
        this.characters = characters;
        this.hashes = List.copyOf(hashes);
    }

    static RecoverySet of(Credential credential) {
        return CredentialBytes.read(
                credential, VERSION, reader -> new RecoverySet(reader.octet(), reader.list(BodyReader::text)));
    }

    Credential credential(String id) {
        return CredentialBytes.write(
                id, VERSION, body -> body.octet(characters).list(hashes, (writer, hash) -> writer.text(hash)));
    }

    int characters() {
        return characters;
    }

    /** Returns how many codes are left. */
    int left() {
        return (int) hashes.stream().filter(hash -> !hash.equals(USED)).count();
    }

    /** Returns the first slot whose code was used. */
    Optional<Integer> firstUsed() {
        int slot = hashes.indexOf(USED);
        return slot < 0 ? Optional.empty() : Optional.of(slot);
    }

    /** Returns the hash, salt included, of the first code that another state of this set has used and this one has not. */
    Optional<String> firstAlsoUsedIn(RecoverySet after) {
        for (int slot = 0; slot < hashes.size(); slot++) {
            if (!hashes.get(slot).equals(USED) && after.hashes.get(slot).equals(USED)) {
                return Optional.of(slot + " " + hashes.get(slot));
            }
        }
        return Optional.empty();
    }

    /** Returns a copy without the code of a slot. */
    RecoverySet without(int slot) {
        return with(slot, USED);
    }

    /** Returns a copy with another code in a slot. */
    RecoverySet with(int slot, String hash) {
        List<String> others = new ArrayList<>(hashes);
        others.set(slot, hash);
        return new RecoverySet(characters, others);
    }

    /**
     * Returns the slot of a typed code that is right and was not used. The call makes one hash computation in any case.
     */
    Optional<Integer> slot(Response response, SlowHash hash) {
        Typed typed = Typed.of(response, characters);
        try {
            String kept = typed.slot() >= 0 && typed.slot() < hashes.size() ? hashes.get(typed.slot()) : USED;
            if (kept.equals(USED)) {
                hash.absent(typed.code());
                return Optional.empty();
            }
            return hash.matches(typed.code(), kept) ? Optional.of(typed.slot()) : Optional.empty();
        } finally {
            typed.code().wipe();
        }
    }

    /** The slot of a typed code, -1 if there is none, and the code without its first character. */
    record Typed(int slot, Secret code) {
        static Typed of(Response response, int characters) {
            CodeFormat format = CodeFormat.unambiguous(1 + characters);
            char[] chars = response instanceof Response.Typed text
                    ? text.secret().exposeTo(format::normalised)
                    : new char[1 + characters];
            char[] code = Arrays.copyOfRange(chars, 1, chars.length);
            int slot = format.alphabet().indexOf(chars[0]);
            boolean sound = slot >= 0;
            for (char c : code) {
                sound &= format.alphabet().indexOf(c) >= 0;
            }
            // a text that cannot be a code is hashed too, in a form that can be hashed
            if (!sound) {
                Arrays.fill(code, '-');
            }
            Typed typed = new Typed(sound ? slot : -1, Secret.of(code));
            Arrays.fill(chars, '\0');
            Arrays.fill(code, '\0');
            return typed;
        }
    }
}
