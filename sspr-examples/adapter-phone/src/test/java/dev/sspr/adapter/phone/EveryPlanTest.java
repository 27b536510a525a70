package dev.sspr.adapter.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example number of every type of line in every region that libphonenumber knows. */
class EveryPlanTest {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private final WorldPhoneNumbers numbers = new WorldPhoneNumbers();

    private record Example(String region, PhoneNumberType type, PhoneNumber number) {
        String e164() {
            return PLANS.format(number, PhoneNumberFormat.E164);
        }

        String withTrunkPrefix() {
            String trunk = Objects.requireNonNullElse(PLANS.getNddPrefixForRegion(region, true), "");
            return "+" + number.getCountryCode() + trunk + PLANS.getNationalSignificantNumber(number);
        }

        boolean hasTrunkPrefix() {
            return !withTrunkPrefix().equals(e164());
        }

        boolean isOrdinary() {
            return type == PhoneNumberType.MOBILE
                    || type == PhoneNumberType.FIXED_LINE
                    || type == PhoneNumberType.FIXED_LINE_OR_MOBILE
                    || type == PhoneNumberType.PREMIUM_RATE;
        }
    }

    private static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        for (String region : new TreeSet<>(PLANS.getSupportedRegions())) {
            for (PhoneNumberType type : PhoneNumberType.values()) {
                PhoneNumber number = PLANS.getExampleNumberForType(region, type);
                if (number != null) {
                    all.add(new Example(region, type, number));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(1000);
        return all;
    }

    private static Stream<Example> formed() {
        return examples().stream().filter(one -> one.e164().matches("\\+[1-9][0-9]{6,14}"));
    }

    @Test
    @Tag("F2-P1")
    @DisplayName("F2-P1: the canonical form of every example is itself, and it fits a destination")
    void example_ofEveryRegion_isItsOwnCanonicalForm() {
        assertThat(formed()).allSatisfy(one -> {
            PhoneNumbers.Line line = numbers.lineOf(one.e164());
            assertThat(line.number()).as("%s", one).isEqualTo(one.e164());
            assertThat(new Destination("d", Channel.VOICE, line.number()).address())
                    .isEqualTo(one.e164());
        });
    }

    @Test
    @Tag("F2-P1")
    @DisplayName("F2-P1: a trunk prefix of any region is taken off, or the number is in no plan")
    void trunkPrefix_ofEveryRegion_isTakenOff() {
        List<Example> prefixed = formed().filter(Example::hasTrunkPrefix)
                .filter(one -> one.withTrunkPrefix().length() <= 16)
                .toList();
        assertThat(prefixed).hasSizeGreaterThan(500).allSatisfy(one -> {
            PhoneNumbers.Line line = numbers.lineOf(one.withTrunkPrefix());
            boolean canonical = line.equals(numbers.lineOf(one.e164()));
            assertThat(canonical || line.type() == PhoneNumbers.Type.NONE)
                    .as("%s %s", one, line.number())
                    .isTrue();
        });
    }

    @Test
    @Tag("F2-P1")
    @DisplayName("F2-P1: without plans, a trunk prefix of any region makes no other endpoint")
    void trunkPrefix_ofEveryRegion_makesNoOtherEndpoint() {
        assertThat(formed().filter(Example::isOrdinary)
                        .filter(Example::hasTrunkPrefix)
                        .filter(one -> one.withTrunkPrefix().length() <= 16))
                .hasSizeGreaterThan(300)
                .allSatisfy(one -> assertThat(endpoint(one.withTrunkPrefix()))
                        .as("%s", one)
                        .isEqualTo(endpoint(one.e164())));
    }

    @Test
    @Tag("F2-P1")
    @DisplayName("F2-P1: without plans, a mobile or fixed line of any region hides no trunk prefix")
    void ordinaryNumber_ofEveryRegion_hidesNoTrunkPrefix() {
        assertThat(formed().filter(Example::isOrdinary).filter(one -> one.type() != PhoneNumberType.PREMIUM_RATE))
                .hasSizeGreaterThan(400)
                .allSatisfy(
                        one -> assertThat(endpoint(one.e164())).as("%s", one).isEqualTo("tel:" + one.e164()));
    }

    @Test
    @Tag("F2-P4")
    @DisplayName("F2-P4: the plans have mobile phones with 7 digits, and each fits a destination")
    void smallestPlans_fitADestination() {
        List<Example> small = formed().filter(one -> one.e164().length() == 8).toList();

        assertThat(small).extracting(Example::region).contains("NU", "TK");
        assertThat(small)
                .allSatisfy(one -> assertThat(new Destination("d", Channel.SMS, one.e164()).masked())
                        .startsWith("+"));
    }

    private static String endpoint(String e164) {
        return new Destination("d", Channel.SMS, e164).endpoint();
    }
}
