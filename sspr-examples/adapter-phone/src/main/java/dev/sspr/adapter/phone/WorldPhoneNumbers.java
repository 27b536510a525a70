package dev.sspr.adapter.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sspr.spi.PhoneNumbers;
import java.util.regex.Pattern;

/**
 * The numbering plans of the world as libphonenumber knows them: they change by the week, so keep its version young.
 *
 * <p>A number of an unknown calling code, or of a length or range that its plan does not have, is
 * {@link PhoneNumbers.Type#NONE}. Satellite phones and international premium rates count as costly. The canonical form is
 * that of E.164 format: without the trunk prefix of the plan.
 *
 * <p><b>Threads.</b> Safe to share.
 *
 * <p><b>Blocking.</b> Never; the first question of a country reads its plan from the class path.
 */
public final class WorldPhoneNumbers implements PhoneNumbers {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /** Global mobile satellite (870, 881), international networks (882, 883), premium rate (979), shared cost (808). */
    private static final Pattern COSTLY_CODES = Pattern.compile("870|881|882|883|979|808");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    /** Plans as of the version of libphonenumber. */
    public WorldPhoneNumbers() {}

    @Override
    public PhoneNumbers.Line lineOf(String e164) {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("e164 must be + and 7 to 15 digits, the first of them not 0");
        }
        PhoneNumber number;
        try {
            number = plans.parse(e164, null);
        } catch (NumberParseException e) {
            return new PhoneNumbers.Line(e164, PhoneNumbers.Type.NONE);
        }
        PhoneNumbers.Type type = type(number);
        return new PhoneNumbers.Line(
                type == PhoneNumbers.Type.NONE ? e164 : plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164),
                type);
    }

    private PhoneNumbers.Type type(PhoneNumber number) {
        if (COSTLY_CODES.matcher(String.valueOf(number.getCountryCode())).matches()) {
            return PhoneNumbers.Type.COSTLY;
        }
        return switch (plans.getNumberType(number)) {
            case MOBILE -> PhoneNumbers.Type.MOBILE;
            case FIXED_LINE -> PhoneNumbers.Type.FIXED_LINE;
            case FIXED_LINE_OR_MOBILE -> PhoneNumbers.Type.FIXED_OR_MOBILE;
            case VOIP -> PhoneNumbers.Type.VOIP;
            case PREMIUM_RATE, SHARED_COST -> PhoneNumbers.Type.COSTLY;
            case TOLL_FREE, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL -> PhoneNumbers.Type.OTHER;
            case UNKNOWN -> PhoneNumbers.Type.NONE;
        };
    }

    /** Which metadata it reads. */
    @Override
    public String toString() {
        return "WorldPhoneNumbers";
    }
}
