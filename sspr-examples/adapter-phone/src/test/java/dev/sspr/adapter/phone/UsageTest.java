package dev.sspr.adapter.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.PhoneNumbers;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_knowsAMobile() {
        PhoneNumbers plans = new WorldPhoneNumbers();

        assertThat(plans.lineOf("+310612345678"))
                .isEqualTo(new PhoneNumbers.Line("+31612345678", PhoneNumbers.Type.MOBILE));
    }
}
