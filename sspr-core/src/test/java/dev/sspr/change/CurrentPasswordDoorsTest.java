package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.ChangeStartResult.Asks;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways past the current password. */
class CurrentPasswordDoorsTest {
    private final NodeFixture host = new NodeFixture();

    /** The host's accounts, with a directory that says the same to every password. */
    private PasswordChange changeWhere(PasswordVerifier.Result said) {
        UserStore directory = (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(),
                new Class<?>[] {UserStore.class, PasswordVerifier.class},
                (proxy, method, arguments) ->
                        method.getName().equals("check") ? said : method.invoke(host.users, arguments));
        return Sspr.builder(
                        directory,
                        new InMemoryNotifier(),
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .hostSweeps()
                .build()
                .passwordChange();
    }

    private PasswordChangeResult tried(PasswordChange change, String current) {
        ChangeStartResult start = change.begin(
                ChangeRequest.voluntary(NodeFixture.ALICE, host.now.get()), FlowContext.of(Locale.ENGLISH));
        return change.complete(
                ((ChangeStartResult.Started) start).handle(),
                SmartLockout.Location.FAMILIAR,
                Secret.of(current),
                NodeFixture.NEW);
    }

    @ParameterizedTest
    @Tag("R-PWD-10")
    @ValueSource(strings = {"", "\0", "\0the old horse of alice"})
    void emptyPassword_atADirectoryThatBindsAnonymously_isWrong(String current) {
        assertThat(tried(changeWhere(PasswordVerifier.Result.RIGHT), current))
                .isEqualTo(new PasswordChangeResult.WrongPassword());
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    void lockOfTheStoresOwn_isToldAsALock() {
        assertThat(tried(changeWhere(PasswordVerifier.Result.LOCKED), "the right one or not"))
                .isInstanceOf(PasswordChangeResult.LockedOut.class);
    }

    @ParameterizedTest
    @Tag("R-FLOW-7")
    @EnumSource(
            value = PasswordVerifier.Result.class,
            names = {"WRONG", "NOT_USABLE"})
    void anythingButRight_isWrong(PasswordVerifier.Result said) {
        assertThat(tried(changeWhere(said), "the right one or not"))
                .isEqualTo(new PasswordChangeResult.WrongPassword());
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("CHG-03")
    void entra_afterASignInThatIsNotFresh_asksForTheCurrentPassword() {
        PasswordChange entra = host.node(SsprPolicy.entra(), builder -> builder).passwordChange();
        Instant stale = host.now.get().minus(Duration.ofMinutes(10)).minusMillis(1);
        ChangeRequest request = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                PasswordEvidence.TYPED,
                stale,
                Set.of(MethodKind.APP_CODE),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());

        assertThat(((ChangeStartResult.Started) entra.begin(request, FlowContext.of(Locale.ENGLISH))).asks())
                .isEqualTo(Asks.CURRENT_PASSWORD);
    }
}
