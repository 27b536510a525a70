package dev.sspr;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What one key is still needed for. A key can be dropped when its role is {@link Role#ACCEPTED} and both numbers are 0.
 *
 * @param id the id of the key, 0 to 255
 * @param role what this instance does with the key
 * @param accounts the accounts whose security info the key has sealed; empty if the method store cannot tell
 * @param flows the flows that need the key, expired ones included until they are purged; a flow needs every key since
 *     its start; empty if the flow store cannot tell
 */
public record KeyUse(int id, Role role, OptionalLong accounts, OptionalLong flows) {
    /** What an instance does with a key. */
    public enum Role {
        /** The key seals what is written, and opens what it sealed. */
        WRITES,
        /** The key only opens what it sealed. */
        ACCEPTED,
        /** A store has bodies that need the key, and this instance does not have it: they do not open. */
        LACKING
    }

    /** Checks the parts. */
    public KeyUse {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(flows, "flows");
    }
}
