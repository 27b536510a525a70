package dev.sspr.adapter.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.kit.PhoneNumbersContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldPhoneNumbersTest extends PhoneNumbersContract {
    private final WorldPhoneNumbers numbers = new WorldPhoneNumbers();

    @Override
    protected PhoneNumbers numbers() {
        return numbers;
    }

    @Override
    protected String mobile() {
        return "+31612345678";
    }

    @Override
    protected String withTrunkPrefix() {
        return "+310612345678";
    }

    @Override
    protected String costly() {
        return "+319061234567";
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Assumptions.assumeFalse(on, "PN6 is not shown: the plans are on the class path");
    }

    @ParameterizedTest
    @Tag("R-RATE-10")
    @CsvSource({
        "+31612345678, MOBILE",
        "+31201234567, FIXED_LINE",
        "+12015550123, FIXED_OR_MOBILE",
        "+442079460000, FIXED_LINE",
        "+447400123456, MOBILE",
        "+445612345678, VOIP",
        "+318001234, OTHER",
        "+319061234567, COSTLY",
        "+449012345678, COSTLY",
        "+19002345678, COSTLY",
        "+881612345678, COSTLY",
        "+979123456789, COSTLY",
        "+31612345, NONE",
        "+2101234567, NONE",
        "+99912345678, NONE",
    })
    void number_ofAPlan_hasTheKindOfItsRange(String number, PhoneNumbers.Type type) {
        assertThat(numbers.lineOf(number).type()).isEqualTo(type);
    }
}
