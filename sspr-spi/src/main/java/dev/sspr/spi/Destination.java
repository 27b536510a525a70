package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * One address or number of one account, as its store holds it: exactly one recipient (R-NOT-1).
 *
 * <p>A user store builds it, never from text that a user typed. {@link #toString} hides the address; the owner may see
 * {@link #masked} after a first proof.
 *
 * @param id the store's stable key of this destination within the account, 1 to 64 characters; it changes when the
 *     address changes
 * @param channel the channel of its messages
 * @param address a mailbox {@code local@domain} (at most 254 ASCII characters, one {@code @}, no quoting, grouping or
 *     control characters; R-NOT-2) or an E.164 number ({@code +} and 7 to 15 digits)
 */
public record Destination(
        @NotNull @Size(min = 1, max = 64) String id,
        @NotNull Channel channel,
        @NotNull @Size(min = 3, max = 254) String address) {
    /** The most characters an id can have. */
    public static final int MAX_ID_LENGTH = 64;
    /** The most characters an address can have (RFC 5321 section 4.5.3.1.3 less the brackets). */
    public static final int MAX_ADDRESS_LENGTH = 254;

    /**
     * Checks the id and the address.
     *
     * @throws IllegalArgumentException if the id or the address does not have the stated form; the message never
     *     contains the address
     */
    public Destination {
        Text.opaque("destination id", id, MAX_ID_LENGTH);
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(address, "address");
        boolean sound = channel == Channel.EMAIL ? Addresses.isMailbox(address) : Addresses.isE164(address);
        if (!sound) {
            throw new IllegalArgumentException("destination " + id + " is not a "
                    + (channel == Channel.EMAIL
                            ? "plain mailbox (local@domain, ASCII)"
                            : "phone number in E.164 form"));
        }
    }

    /**
     * The label that the owner may see after a first proof, such as {@code a•••@e•••.com} or {@code +•••••••89}.
     *
     * @return the label; its length does not depend on the address
     */
    public String masked() {
        return Addresses.masked(channel, address);
    }

    /**
     * The mailbox or line behind the address, equal for two spellings of one. Letter case, a {@code +tag} in the local
     * part, a trunk prefix after a calling code, and SMS or voice on one number make no difference (R-FLOW-3).
     *
     * @return a text for comparison, never a recipient
     */
    public String endpoint() {
        return Addresses.endpoint(channel, address);
    }

    /** Hides the address. */
    @Override
    public String toString() {
        return "Destination[" + id + ", " + channel + "]";
    }
}
