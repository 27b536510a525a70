package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.fixture.InlineWork;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.ResetReadiness.Lack;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.ResetPolicy.SecondFactor;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.ScriptedCredentials;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger who knows only a login name answers junk for the passkey of its owner. */
@Tag("F2-S1")
@Tag("R-WA-9")
class PasskeyJunkTest {
    private static final String MAIL = "alice@example.net";

    private final RegistrationFixture stores = new RegistrationFixture();
    private final ScriptedCredentials passkeys = new ScriptedCredentials(MethodKind.PASSKEY);

    private Sspr host(SsprPolicy policy) {
        return Sspr.builder(stores.users, stores.notifier, stores.sessions, SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .methodStore(stores.methods)
                .flowStore(stores.flows)
                .auditSink(stores.audit)
                .credentialVerifier(passkeys)
                .policy(policy)
                .linkBase(URI.create("https://example.org/account"))
                .clock((InstantSource) () -> stores.now)
                .executor(InlineWork.of(stores::advance))
                .hostSweeps()
                .build();
    }

    private FlowHandle start(PasswordReset reset) {
        stores.advance(Duration.ofSeconds(61));
        return ((StartResult.Started) reset.start("alice", FlowContext.of(Locale.ENGLISH))).handle();
    }

    private void enrol(Registration registration) {
        FlowHandle open =
                ((BeginResult.Started) registration.begin(stores.signIn(), FlowContext.of(Locale.ENGLISH))).handle();
        registration.enrol(open, MethodKind.EMAIL_CODE, MAIL);
        registration.confirm(open, new Response.Typed(stores.codeTo(MAIL)));
        registration.enrol(open, MethodKind.PASSKEY);
        registration.confirm(open, new Response.Typed(passkeys.nextCode(RegistrationFixture.ALICE)));
        stores.advance(Duration.ofDays(1));
    }

    private boolean mailboxResets(PasswordReset reset) {
        FlowHandle handle = start(reset);
        reset.choose(handle, MethodKind.EMAIL_CODE);
        MessageContent content = stores.notifier.lastTo(MAIL).orElseThrow().content();
        return content instanceof MessageContent.ResetCode code
                && reset.answer(handle, code.code()) instanceof AnswerResult.Proven;
    }

    @ParameterizedTest
    @EnumSource(SecondFactor.class)
    @DisplayName("F2-S1: 10 junk passkey answers a day for 6 days do not let the mailbox reset alone")
    void passkey_answeredWithJunkForSixDays_isStillDemanded(SecondFactor factor) {
        try (Sspr sspr = host(SsprPolicy.standard().reset(reset -> reset.secondFactor(factor)))) {
            enrol(sspr.registration());
            PasswordReset reset = sspr.passwordReset();
            for (int day = 0; day < 6; day++) {
                for (int guess = 0; guess < 10; guess++) {
                    FlowHandle handle = start(reset);
                    reset.choose(handle, MethodKind.PASSKEY);
                    reset.answer(handle, Secret.of("junk" + guess));
                }
                stores.advance(Duration.ofHours(25));
            }

            assertThat(mailboxResets(reset)).isFalse();
            assertThat(sspr.registration()
                            .status(RegistrationFixture.ALICE)
                            .reset()
                            .demanded())
                    .containsExactly(MethodKind.PASSKEY);
        }
    }

    @Test
    @Tag("R-WA-7")
    @DisplayName("F2-S1: a passkey that is disabled because a copy was used is still demanded")
    void passkey_disabledAsACopy_isStillDemanded() {
        try (Sspr sspr = host(SsprPolicy.standard())) {
            enrol(sspr.registration());
            passkeys.whenPassed(passed -> new CredentialVerifier.Verification.Cloned(passed.credentialId()));
            PasswordReset reset = sspr.passwordReset();
            FlowHandle handle = start(reset);
            reset.choose(handle, MethodKind.PASSKEY);
            reset.answer(handle, passkeys.nextCode(RegistrationFixture.ALICE));

            assertThat(mailboxResets(reset)).isFalse();
            assertThat(sspr.registration()
                            .status(RegistrationFixture.ALICE)
                            .reset()
                            .lacks())
                    .contains(Lack.DEMANDED_METHOD);
        }
    }
}
