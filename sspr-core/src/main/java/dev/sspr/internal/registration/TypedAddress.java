package dev.sspr.internal.registration;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mailbox in ASCII or an E.164 number; an office extension is stored, and stripped on dial (R-NOT-2, M-15, M-16). */
record TypedAddress(String address, Optional<String> extension) {
    private static final int LONGEST = 320;
    /** Tries one split only, so that its time grows with the length of the text (R-INJ-6). */
    private static final Pattern EXTENSION =
            Pattern.compile("([^xXeE]*+)(?:x|ext\\.?+)\\s*+([0-9]{1,7})", Pattern.CASE_INSENSITIVE);

    static Channel channel(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE)
                ? Channel.EMAIL
                : kind.equals(MethodKind.SMS_CODE) ? Channel.SMS : Channel.VOICE;
    }

    /** Returns empty for a text that cannot be an address of the kind. */
    static Optional<TypedAddress> parse(MethodKind kind, String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<TypedAddress> read =
                channel(kind) == Channel.EMAIL ? mailbox(typed.strip()) : number(kind, typed.strip());
        return read.filter(address -> sound(kind, address.address));
    }

    private static boolean sound(MethodKind kind, String address) {
        try {
            return !new Destination("typed", channel(kind), address).endpoint().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Maps the domain to A-labels and keeps the local part as it is. */
    private static Optional<TypedAddress> mailbox(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(typed.substring(at + 1)).toLowerCase(Locale.ROOT);
            return Optional.of(new TypedAddress(typed.substring(0, at + 1) + domain, Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<TypedAddress> number(MethodKind kind, String typed) {
        Matcher split = EXTENSION.matcher(typed);
        boolean extended = split.matches();
        if (extended && !kind.equals(MethodKind.OFFICE_CODE)) {
            return Optional.empty();
        }
        String number = extended ? split.group(1).stripTrailing() : typed;
        String plain = number.replaceAll("[ ().\\-\\u00a0]", "");
        return Optional.of(new TypedAddress(plain, extended ? Optional.of(split.group(2)) : Optional.empty()));
    }
}
