package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.internal.bounds.PastedText;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.verify.NumberRanges;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mailbox or a number as a user typed or pasted it, and returns its canonical form or why it is refused. */
public final class AddressReader {
    private static final int LONGEST = 320;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern EXTENSION =
            Pattern.compile("([^xXeE]*+)(?:x|ext\\.?+)([0-9]{1,7})", Pattern.CASE_INSENSITIVE);
    /** Callers from abroad leave it out in most countries, and dial it in some. */
    private static final String ZERO_IN_BRACKETS = "(0)";

    private final PhoneNumbers numbers;
    private final Optional<MailDomains> domains;

    /** Reads without numbering plans and without a mapping of domains. */
    public AddressReader() {
        this(Optional.empty(), Optional.empty());
    }

    /** Reads with the roles that the host has. */
    public AddressReader(Optional<PhoneNumbers> numbers, Optional<MailDomains> domains) {
        this.numbers = numbers.map(GuardedRoles::phoneNumbers)
                .orElse(number -> new PhoneNumbers.Line(number, PhoneNumbers.Type.UNKNOWN));
        this.domains = domains.map(GuardedRoles::mailDomains);
    }

    /** What came of a text. */
    sealed interface Reading {
        /** The canonical form. */
        record Address(TypedAddress typed) implements Reading {}

        /** The reason why no message may go there. */
        record Not(Refusal why) implements Reading {}
    }

    /** Reads the address of a method; calling codes are those of the allowed countries, or none for all. */
    Reading read(MethodKind kind, String typed, Set<String> callingCodes) {
        if (typed.length() > LONGEST) {
            return new Reading.Not(Refusal.MALFORMED_ADDRESS);
        }
        return kind.equals(MethodKind.EMAIL_CODE)
                ? mailbox(PastedText.trimmed(typed))
                : number(kind, compact(typed), callingCodes);
    }

    private Reading mailbox(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1) {
            return new Reading.Not(Refusal.MALFORMED_ADDRESS);
        }
        String local = PastedText.visible(typed.substring(0, at + 1));
        String domain = PastedText.visible(typed.substring(at + 1));
        if (domain.codePoints().allMatch(point -> point < 0x80)) {
            return read(MethodKind.EMAIL_CODE, new TypedAddress(local + domain.toLowerCase(Locale.ROOT)));
        }
        if (domains.isEmpty()) {
            return new Reading.Not(Refusal.DOMAIN_NOT_ASCII);
        }
        return domains.get()
                .toAscii(typed.substring(at + 1))
                .map(ascii -> read(MethodKind.EMAIL_CODE, new TypedAddress(local + ascii)))
                .orElseGet(() -> new Reading.Not(Refusal.MALFORMED_ADDRESS));
    }

    private static Reading read(MethodKind kind, TypedAddress address) {
        return address.fits(kind) ? new Reading.Address(address) : new Reading.Not(Refusal.MALFORMED_ADDRESS);
    }

    /** Removes what people write between digits: white space, invisible characters, hyphens and dots. */
    private static String compact(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(point -> !PastedText.isPadding(point) && !PastedText.isDash(point) && point != '.')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private Reading number(MethodKind kind, String compact, Set<String> callingCodes) {
        Matcher split = EXTENSION.matcher(compact);
        boolean extended = split.matches();
        String number = extended ? split.group(1) : compact;
        String digits = number.replaceAll("[()]", "");
        if ((extended && !kind.equals(MethodKind.OFFICE_CODE))
                || !E164.matcher(digits).matches()) {
            return new Reading.Not(Refusal.MALFORMED_ADDRESS);
        }
        PhoneNumbers.Line line = numbers.lineOf(digits);
        Optional<Refusal> refused = switch (line.type()) {
            case NONE -> Optional.of(Refusal.MALFORMED_ADDRESS);
            case UNKNOWN -> mayHideTrunkPrefix(number, digits) ? Optional.of(Refusal.TRUNK_PREFIX) : Optional.empty();
            default -> Optional.empty();
        };
        TypedAddress address =
                new TypedAddress(line.number(), extended ? Optional.of(split.group(2)) : Optional.empty());
        if (refused.isEmpty() && address.fits(kind)) {
            refused = accepted(kind, line, callingCodes) ? Optional.empty() : Optional.of(Refusal.NUMBER_NOT_ACCEPTED);
        }
        return refused.<Reading>map(Reading.Not::new).orElseGet(() -> read(kind, address));
    }

    private static boolean accepted(MethodKind kind, PhoneNumbers.Line line, Set<String> callingCodes) {
        return new NumberRanges(callingCodes).accepts(line.number()) && PhoneNumberCheck.carries(line.type(), kind);
    }

    private static boolean mayHideTrunkPrefix(String number, String digits) {
        return number.contains(ZERO_IN_BRACKETS)
                || !new Destination("typed", Channel.SMS, digits).endpoint().endsWith(":" + digits);
    }
}
