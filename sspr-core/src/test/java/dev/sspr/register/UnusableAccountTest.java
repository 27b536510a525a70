package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls on open security info of an account that has been disabled meanwhile. */
class UnusableAccountTest {
    private final RegistrationFixture fixture = new RegistrationFixture();
    private final FlowHandle handle = fixture.opened();
    private final RegisteredMethodView mail = fixture.withAddress(handle, MethodKind.EMAIL_CODE, "alice@example.net");

    private interface Call extends BiFunction<UnusableAccountTest, FlowHandle, Object> {}

    static Stream<Arguments> calls() {
        return Stream.of(
                of("enrol", (it, handle) -> it.fixture.registration.enrol(handle, MethodKind.APP_CODE)),
                of(
                        "enrol an address",
                        (it, handle) -> it.fixture.registration.enrol(handle, MethodKind.SMS_CODE, "+31612345678")),
                of(
                        "replace",
                        (it, handle) -> it.fixture.registration.replace(
                                handle, it.mail.id(), MethodKind.EMAIL_CODE, "alice@example.com")),
                of("resend", (it, handle) -> it.fixture.registration.resend(handle)),
                of("confirm", (it, handle) -> it.fixture.confirm(handle, Secret.of("12345678"))),
                of("cancelEnrolment", (it, handle) -> it.fixture.registration.cancelEnrolment(handle)),
                of("rename", (it, handle) -> it.fixture.registration.rename(handle, it.mail.id(), "work")),
                of("makeDefault", (it, handle) -> it.fixture.registration.makeDefault(handle, it.mail.id())),
                of("remove", (it, handle) -> it.fixture.registration.remove(handle, it.mail.id())),
                of("review", (it, handle) -> it.fixture.registration.review(handle)));
    }

    private static Arguments of(String name, Call call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @Tag("F2-S13")
    @DisplayName("F2-S13: no call on open security info changes or sends anything for a disabled account")
    void call_forADisabledAccount_changesNothing(String name, Call call) {
        fixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.DISABLED);
        Optional<MethodStore.MethodSet> before = fixture.methods.find(RegistrationFixture.ALICE);
        fixture.notifier.clear();

        assertThat(call.apply(this, handle)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));

        assertThat(fixture.methods.find(RegistrationFixture.ALICE)).isEqualTo(before);
        assertThat(fixture.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: the security info of a disabled account is not listed")
    void list_ofADisabledAccount_isEmpty() {
        fixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.DISABLED);

        assertThat(fixture.registration.list(handle)).isEmpty();
    }
}
