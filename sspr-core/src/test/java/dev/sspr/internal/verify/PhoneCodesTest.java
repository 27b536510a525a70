package dev.sspr.internal.verify;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;

/** The same for codes by text message: digits, and no link. */
public class PhoneCodesTest extends MailCodesTest {
    @Override
    MfaVerifier verifier(KeyRing keys) {
        return new MessageCodes(MethodKind.SMS_CODE, Channel.SMS, CodeFormat.digits(8), keys);
    }

    @Override
    Destination destination(String id) {
        return new Destination(id, Channel.SMS, "+31" + Long.parseLong(id.substring(2, 10), 16));
    }
}
