package dev.sspr.spi;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The strict forms of an address: one mailbox in ASCII, or one number in E.164. */
final class Addresses {
    /** RFC 5322 dot-atom, 1 to 64 characters, at a domain of LDH labels (IDN in A-label form). */
    private static final Pattern MAILBOX = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /** Mailbox domains known to ignore dots in the local part. */
    private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

    private Addresses() {}

    static boolean isMailbox(String address) {
        return address.length() <= Destination.MAX_ADDRESS_LENGTH
                && address.indexOf('@') <= 64
                && MAILBOX.matcher(address).matches();
    }

    static boolean isE164(String address) {
        return E164.matcher(address).matches();
    }

    static String masked(Channel channel, String address) {
        if (channel != Channel.EMAIL) {
            return "+•••••••" + address.substring(address.length() - 2);
        }
        int at = address.indexOf('@');
        int dot = address.lastIndexOf('.');
        String top = dot > at ? address.substring(dot) : "";
        return address.charAt(0) + "•••@" + address.charAt(at + 1) + "•••" + top;
    }

    static String endpoint(Channel channel, String address) {
        if (channel != Channel.EMAIL) {
            return "tel:" + TrunkPrefix.without(address);
        }
        String folded = address.toLowerCase(Locale.ROOT);
        int at = folded.indexOf('@');
        String domain = folded.substring(at + 1);
        int plus = folded.indexOf('+');
        String local = folded.substring(0, plus > 0 && plus < at ? plus : at);
        if (DOTLESS.contains(domain)) {
            return "mail:" + local.replace(".", "") + "@gmail.com";
        }
        return "mail:" + local + "@" + domain;
    }
}
