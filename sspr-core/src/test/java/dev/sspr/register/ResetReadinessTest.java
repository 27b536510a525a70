package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.AccountView;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.ResetReadiness;
import dev.sspr.flow.ResetReadiness.Lack;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
import dev.sspr.policy.ResetPolicy.PasskeyHolders;
import dev.sspr.policy.ResetPolicy.SecondFactor;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One function decides whether an account can reset; reset, advice, views and removals agree. */
class ResetReadinessTest {
    private static final String MAIL = "alice@example.net";
    private static final String PHONE = "+31612345678";
    private static final Duration DAY = Duration.ofDays(1);

    private static boolean starts(RegistrationFixture host, String name, String address) {
        host.reset(name);
        return host.notifier
                .lastTo(address)
                .filter(message -> message.content() instanceof MessageContent.ResetCode)
                .isPresent();
    }

    private static RegistrationStatus status(RegistrationFixture host, UserId user) {
        return host.registration.status(user);
    }

    private static AccountView inspected(RegistrationFixture host, UserId user) {
        return ((HelpDeskResult.Done<AccountView>) host.sspr.helpDesk().inspect(host.help(user))).answer();
    }

    @Test
    @Tag("F2-G2")
    @DisplayName("F2-G2: an app and a mobile reset nothing under standard, and every view says so")
    void appAndMobile_underStandard_areNotCapable() {
        RegistrationFixture host = new RegistrationFixture();
        FlowHandle open = host.opened();
        host.withApp(open);
        host.withAddress(open, MethodKind.SMS_CODE, PHONE);
        host.advance(DAY);

        RegistrationStatus status = status(host, RegistrationFixture.ALICE);

        assertThat(starts(host, "alice", PHONE)).isFalse();
        assertThat(status.capable()).isFalse();
        assertThat(status.reset().lacks()).containsExactly(Lack.FIRST_METHOD);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isInstanceOfSatisfying(
                        SignInAdvice.MaySnooze.class,
                        snooze -> assertThat(snooze.missing()).isEqualTo(1));
        assertThat(host.registration
                        .list(host.opened(MethodKind.APP_CODE))
                        .orElseThrow()
                        .missing())
                .isEqualTo(1);
        assertThat(inspected(host, RegistrationFixture.ALICE).reset()).isEqualTo(status.reset());
    }

    @Test
    @Tag("F2-G2")
    @Tag("R-REG-7")
    @DisplayName("F2-G2: the mailbox that every reset begins with is not removed")
    void mailbox_withoutWhichNoResetIsPossible_stays() {
        RegistrationFixture host = new RegistrationFixture();
        FlowHandle open = host.opened();
        RegisteredMethodView mail = host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        host.withApp(open);
        RegisteredMethodView number = host.withAddress(open, MethodKind.SMS_CODE, PHONE);

        assertThat(host.registration.remove(open, mail.id()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LAST_METHOD));
        assertThat(host.registration.remove(open, number.id())).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @Tag("F2-G2")
    @Tag("ADM-02")
    @DisplayName("F2-G2: a privileged account with one method is not capable, and cannot remove one of two")
    void privileged_withOneMethod_isNotCapable() {
        RegistrationFixture host = new RegistrationFixture();
        host.add("root", Account.Privilege.PRIVILEGED);
        UserId root = new UserId("u-root");
        FlowHandle open = host.opened(root);
        host.withAddress(open, MethodKind.EMAIL_CODE, "root@example.net");
        assertThat(status(host, root).capable()).isFalse();
        assertThat(status(host, root).reset().lacks()).containsExactly(Lack.ANOTHER_METHOD);

        RegisteredMethodView number = host.withAddress(open, MethodKind.SMS_CODE, PHONE);
        assertThat(status(host, root).capable()).isFalse();
        assertThat(status(host, root).reset().readyFrom())
                .contains(number.addedAt().plus(DAY));
        assertThat(host.registration.remove(open, number.id()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LAST_METHOD));
        host.advance(DAY);
        assertThat(status(host, root).capable()).isTrue();
        assertThat(status(host, root).reset().demanded()).containsExactly(MethodKind.SMS_CODE);
    }

    @Test
    @Tag("F2-G2")
    @DisplayName("F2-G2: a kind that the reset does not list counts for nothing")
    void kind_notListed_doesNotCount() {
        SsprPolicy policy = SsprPolicy.standard()
                .reset(reset -> reset.methods(reset.methods().stream()
                                .filter(rule -> !rule.kind().equals(MethodKind.APP_CODE))
                                .toList())
                        .secondFactor(SecondFactor.OPTIONAL)
                        .passkeyHolders(PasskeyHolders.ANY_METHOD));
        RegistrationFixture host = new RegistrationFixture(policy);
        host.withApp(host.opened());

        assertThat(status(host, RegistrationFixture.ALICE).held()).isZero();
        assertThat(status(host, RegistrationFixture.ALICE).capable()).isFalse();
    }

    @Test
    @Tag("F2-G2")
    @Tag("F2-S1")
    @DisplayName("F2-G2: an account whose demanded factor is in quarantine knows from when it can reset")
    void factor_replaced_tellsFromWhen() {
        RegistrationFixture host = new RegistrationFixture();
        FlowHandle open = host.opened();
        host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        host.withApp(open);
        host.advance(DAY);
        open = host.opened(MethodKind.APP_CODE);
        RegisteredMethodView old = host.registration.list(open).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(MethodKind.APP_CODE))
                .findFirst()
                .orElseThrow();
        host.withApp(open);
        host.registration.remove(open, old.id());

        assertThat(status(host, RegistrationFixture.ALICE).reset())
                .isEqualTo(new ResetReadiness(
                        Set.of(Lack.DEMANDED_METHOD), Optional.of(host.now.plus(DAY)), Set.of(MethodKind.APP_CODE)));
    }

    @Test
    @Tag("F2-S7")
    @Tag("R-REG-4")
    @DisplayName("F2-S7: the first method waits if a mailbox of the user store counts already")
    void firstMethod_besideACountingMailbox_waits() {
        RegistrationFixture host = new RegistrationFixture(SsprPolicy.standard()
                .registration(registration -> registration.storeDestinations(StoreDestinations.COUNT)));
        RegisteredMethodView mail = host.withAddress(host.opened(), MethodKind.EMAIL_CODE, MAIL);

        assertThat(mail.countsFrom()).isEqualTo(mail.addedAt().plus(DAY));
        host.reset("alice");
        assertThat(host.notifier.lastTo("alice@example.org").orElseThrow().content())
                .isInstanceOf(MessageContent.ResetCode.class);
    }

    @Test
    @Tag("F2-S7")
    @DisplayName("F2-S7: the first method does not wait if the account can prove nothing")
    void firstMethod_ofAnAccountThatProvesNothing_countsAtOnce() {
        RegistrationFixture host = new RegistrationFixture(SsprPolicy.standard()
                .registration(registration -> registration.storeDestinations(StoreDestinations.COUNT)));
        host.add("bob");
        RegisteredMethodView mail =
                host.withAddress(host.opened(new UserId("u-bob")), MethodKind.EMAIL_CODE, "bob@example.net");

        assertThat(mail.countsFrom()).isEqualTo(mail.addedAt());
    }

    @Test
    @Tag("F2-G4")
    @Tag("ASK-17")
    @DisplayName("F2-G4: questions that no reset takes are not registered")
    void questions_thatNoResetTakes_areNotOffered() {
        RegistrationFixture host = new RegistrationFixture(SsprPolicy.standard()
                .registration(registration ->
                        registration.kinds(List.of(MethodKind.EMAIL_CODE, MethodKind.QUESTIONS, MethodKind.APP_CODE))));
        FlowHandle open = host.opened();

        assertThat(host.registration.list(open).orElseThrow().mayAdd())
                .containsExactly(MethodKind.EMAIL_CODE, MethodKind.APP_CODE);
        assertThat(host.registration.enrol(open, MethodKind.QUESTIONS))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.METHOD_NOT_OFFERED));
    }
}
