package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static Destination mail(String address) {
        return new Destination("d1", Channel.EMAIL, address);
    }

    private static Destination sms(String number) {
        return new Destination("d1", Channel.SMS, number);
    }

    @ParameterizedTest
    @Tag("R-NOT-2")
    @ValueSource(
            strings = {
                "a@b",
                "anna@example.com",
                "o'brien+tag@mail.example.co.uk",
                "a.b.c@xn--bcher-kva.example",
                "!#$%&'*+/=?^_`{|}~-@example.com"
            })
    void mailbox_plain_isAccepted(String address) {
        assertThat(mail(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @Tag("R-NOT-2")
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.com",
                "anna@",
                "anna@@example.com",
                "anna@b@example.com",
                "anna@example.com,bert@example.com",
                "anna@example.com;bert@example.com",
                "anna@example.com bert@example.com",
                "Anna <anna@example.com>",
                "\"anna\"@example.com",
                "(x)anna@example.com",
                "group:anna@example.com;",
                "anna@[127.0.0.1]",
                ".anna@example.com",
                "anna.@example.com",
                "an..na@example.com",
                "anna@-example.com",
                "anna@example-.com",
                "anna@example..com",
                "anna@example.com.",
                "anna@example.com\r\nBcc: x@example.org",
                "anna@example.com\n",
                "anna\0@example.com",
                "anna@example.com%0a",
                "anna\uff20example.com",
                "anna@ex\uff0eample.com",
                "\u0430nna@example.com",
                "anna@b\u00fccher.example",
                "an\u200bna@example.com",
                "anna@example.com\u202e",
                " anna@example.com",
                "anna@example.com ",
                "\u010danna@example.com"
            })
    void mailbox_anythingElse_isRefusedWithoutBeingNamed(String address) {
        Throwable thrown = catchThrowable(() -> mail(address));
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        if (address.length() > 4) {
            assertThat(thrown).hasMessageNotContaining(address);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void mailbox_localPart_hasAtMost64(int length, boolean valid) {
        assertThat(catchThrowable(() -> mail("x".repeat(length) + "@example.com")) == null)
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, false"})
    void mailbox_label_hasAtMost63(int length, boolean valid) {
        assertThat(catchThrowable(() -> mail("anna@" + "x".repeat(length) + ".com")) == null)
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, true",
        "+12345678, true",
        "+1234567, true",
        "+123456, false",
        "+123456789012345, true",
        "+1234567890123456, false",
        "4915112345678, false",
        "004915112345678, false",
        "+0915112345678, false",
        "+49 151 12345678, false",
        "+49(151)12345678, false",
        "+4915112345678;ext=1, false",
        "+\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669, false",
        "\uff0b4915112345678, false"
    })
    void number_e164Only(String number, boolean valid) {
        assertThat(catchThrowable(() -> sms(number)) == null).isEqualTo(valid);
    }

    @Test
    void number_isNoMailbox_andBack() {
        assertThat(catchThrowable(() -> sms("anna@example.com"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> mail("+4915112345678"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, a•••@e•••.com",
        "a@b, a•••@b•••",
        "a@b.de, a•••@b•••.de",
        "anna.maria+tag@mail.example.co.uk, a•••@m•••.uk",
    })
    void masked_mailbox_showsTwoLettersAndTheTop(String address, String masked) {
        assertThat(mail(address).masked()).isEqualTo(masked);
    }

    @Test
    void masked_number_showsTwoDigitsAndNoLength() {
        Set<String> masked = List.of("+12345689", "+123456789012389").stream()
                .map(number -> sms(number).masked())
                .collect(Collectors.toSet());
        assertThat(masked).containsExactly("+•••••••89");
    }

    @ParameterizedTest
    @Tag("R-FLOW-3")
    @CsvSource({
        "anna@example.com, Anna@Example.COM",
        "anna@example.com, anna+reset@example.com",
        "anna@example.com, anna+a+b@example.com",
        "an.na@gmail.com, anna@gmail.com",
        "an.na+x@googlemail.com, anna@GMAIL.com",
    })
    void endpoint_twoSpellingsOfOneMailbox_areEqual(String one, String other) {
        assertThat(mail(one).endpoint()).isEqualTo(mail(other).endpoint());
    }

    @ParameterizedTest
    @Tag("R-FLOW-3")
    @CsvSource({
        "anna@example.com, anna@example.org",
        "anna@example.com, an.na@example.com",
        "anna@example.com, bert@example.com",
        "+anna@example.com, +bert@example.com",
        "anna@gmail.com, anna@gmail.com.example",
    })
    void endpoint_twoMailboxes_differ(String one, String other) {
        assertThat(mail(one).endpoint()).isNotEqualTo(mail(other).endpoint());
    }

    @Test
    @Tag("R-FLOW-3")
    void endpoint_smsAndVoiceOnOneNumber_areEqual() {
        Destination voice = new Destination("d2", Channel.VOICE, "+4915112345678");
        assertThat(voice.endpoint()).isEqualTo(sms("+4915112345678").endpoint());
        assertThat(voice.endpoint()).isNotEqualTo(sms("+4915112345679").endpoint());
    }

    @Test
    @Tag("R-LOG-1")
    void toString_hidesTheAddress() {
        assertThat(mail("anna@example.com").toString()).isEqualTo("Destination[d1, EMAIL]");
    }

    @ParameterizedTest
    @Tag("F2-P1")
    @CsvSource({
        "+310612345678, +31612345678",
        "+442079460000, +4402079460000",
        "+79123456789, +789123456789",
        "+12025550123, +112025550123",
        "+36201234567, +3606201234567",
        "+375291234567, +37580291234567",
        "+37061234567, +370861234567",
        "+5255123456789, +52155123456789",
    })
    @DisplayName("F2-P1: a number with and without a trunk prefix has one endpoint")
    void trunkPrefix_makesNoOtherEndpoint(String one, String other) {
        assertThat(sms(one).endpoint()).isEqualTo(sms(other).endpoint());
    }

    @ParameterizedTest
    @Tag("F2-P1")
    @CsvSource({"+390669812345, +39669812345", "+2250123456789, +225123456789", "+78123456789, +7123456789"})
    @DisplayName("F2-P1: a digit that belongs to the number makes another endpoint")
    void digitOfTheNumber_makesAnotherEndpoint(String one, String other) {
        assertThat(sms(one).endpoint()).isNotEqualTo(sms(other).endpoint());
    }

    @Test
    @Tag("F2-P4")
    @DisplayName("F2-P4: a number of 7 digits is accepted, and one of 6 is not")
    void number_ofSevenDigits_isAccepted() {
        assertThat(sms("+6834002").address()).isEqualTo("+6834002");
        assertThat(catchThrowable(() -> sms("+683400"))).isInstanceOf(IllegalArgumentException.class);
    }
}
