package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.CountedVerifier;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wrong responses on purpose take nothing away from an account owner. */
@Tag("F2-S2")
@Tag("R-RATE-12")
class WrongOnPurposeTest {
    private static final Secret JUNK = Secret.of("AAAAAAAAAA");

    private final NodeFixture host = new NodeFixture();
    private final CountedVerifier passkeys = new CountedVerifier(MethodKind.PASSKEY, host.now::get);
    private final CountedVerifier tokens = new CountedVerifier(MethodKind.OATH_TOKEN, host.now::get);

    private Sspr devices() {
        SsprPolicy policy = SsprPolicy.standard()
                .reset(reset -> reset.methods(List.of(
                        new MethodRule(MethodKind.PASSKEY, Use.SUFFICES),
                        new MethodRule(MethodKind.OATH_TOKEN, Use.ALONE_RISK_ACKNOWLEDGED))));
        return host.node(policy, builder -> builder.verifier(passkeys).verifier(tokens));
    }

    private Sspr shortMail(int ofTenant) {
        return host.node(
                SsprPolicy.standard()
                        .codes(CodePolicy.entra())
                        .limits(limits -> limits.guessesPerTenantPerDay(ofTenant))
                        .reset(reset -> reset.methods(
                                List.of(new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE_RISK_ACKNOWLEDGED)))),
                builder -> builder);
    }

    private FlowHandle started(Sspr sspr, String name) {
        host.later(Duration.ofMinutes(2));
        return ((StartResult.Started) sspr.passwordReset().start(name, FlowContext.of(Locale.ENGLISH))).handle();
    }

    private FlowHandle chosen(Sspr sspr, String name, MethodKind kind) {
        FlowHandle handle = started(sspr, name);
        sspr.passwordReset().choose(handle, kind);
        return handle;
    }

    private List<AnswerResult> junk(Sspr sspr, FlowHandle handle, int times) {
        List<AnswerResult> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            results.add(sspr.passwordReset().answer(handle, JUNK));
        }
        return results;
    }

    private MessageContent.ResetCode mail() {
        return (MessageContent.ResetCode)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
    }

    private static int characters(Secret code) {
        return code.exposeTo(chars -> chars.length);
    }

    @Test
    @DisplayName("F2-S2: 50 wrong mail codes over 6 days leave the mailbox usable, by its code and by its link")
    void mailbox_afterFiftyWrongCodes_stillProves() {
        Sspr sspr = host.node();
        for (int day = 0; day < 6; day++) {
            junk(sspr, started(sspr, "alice"), 5);
            junk(sspr, started(sspr, "alice"), 5);
            host.later(Duration.ofHours(25));
        }
        FlowHandle handle = started(sspr, "alice");

        assertThat(characters(mail().code())).as("guessing it is hopeless").isEqualTo(13);
        assertThat(sspr.passwordReset().answer(handle, mail().code())).isEqualTo(new AnswerResult.Proven());
        assertThat(sspr.passwordReset()
                        .answerLink(
                                started(sspr, "alice"),
                                NodeFixture.token(mail().link().orElseThrow())))
                .isEqualTo(new AnswerResult.Proven());
        assertThat(host.noted(AuditType.METHOD_DISABLED)).isZero();
    }

    @Test
    @DisplayName("F2-S2: a code asked for again after a day's guesses are used up is long and works in the same flow")
    void code_askedForAgain_isLong() {
        Sspr sspr = host.node(SsprPolicy.standard().limits(limits -> limits.guessesPerDay(2)), builder -> builder);
        FlowHandle handle = started(sspr, "alice");
        Secret first = mail().code();
        junk(sspr, handle, 2);
        AnswerResult refused = sspr.passwordReset().answer(handle, first);
        host.later(Duration.ofSeconds(61));
        sspr.passwordReset().resend(handle);

        assertThat(refused).isEqualTo(new AnswerResult.NotProven(2));
        assertThat(sspr.passwordReset().answer(handle, mail().code())).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @DisplayName("F2-S2: junk passkey answers leave the holder able")
    void passkey_afterTenJunkAnswersOfADay_stillProves() {
        Sspr sspr = devices();
        for (int day = 0; day < 6; day++) {
            host.later(Duration.ofHours(25));
            junk(sspr, chosen(sspr, "alice", MethodKind.PASSKEY), 5);
            junk(sspr, chosen(sspr, "alice", MethodKind.PASSKEY), 5);
        }

        FlowHandle handle = chosen(sspr, "alice", MethodKind.PASSKEY);
        assertThat(sspr.passwordReset().answer(handle, CountedVerifier.RIGHT)).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @DisplayName("F2-S2: 1,000 junk answers at unknown names, to passkeys or tokens, leave the tenant's tokens working")
    void tenant_afterJunkAtUnknownNames_stillComparesTokens() {
        Sspr sspr = devices();
        for (int i = 0; i < 200; i++) {
            junk(sspr, chosen(sspr, "unknown" + i, MethodKind.PASSKEY), 5);
            junk(sspr, chosen(sspr, "other" + i, MethodKind.OATH_TOKEN), 5);
        }

        FlowHandle handle = chosen(sspr, "alice", MethodKind.OATH_TOKEN);
        assertThat(sspr.passwordReset().answer(handle, CountedVerifier.RIGHT))
                .as("a passkey is demanded beside it")
                .isInstanceOf(AnswerResult.MoreNeeded.class);
    }

    @Test
    @DisplayName("F2-S2: 1,000 junk mail codes at unknown names leave short mail codes working")
    void tenant_afterJunkMailCodesAtUnknownNames_stillComparesCodes() {
        Sspr sspr = shortMail(1000);
        for (int i = 0; i < 200; i++) {
            junk(sspr, started(sspr, "unknown" + i), 5);
        }

        FlowHandle handle = started(sspr, "alice");
        assertThat(sspr.passwordReset().answer(handle, mail().code())).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @DisplayName("F2-S2: a full ceiling of the tenant reads the same at known and unknown names, and long codes go out")
    void ceiling_full_showsNothingAndSendsLongCodes() {
        Sspr sspr = shortMail(3);
        FlowHandle waiting = started(sspr, "alice");
        Secret early = mail().code();
        junk(sspr, started(sspr, "alice"), 3);

        assertThat(sspr.passwordReset().answer(waiting, early)).isEqualTo(new AnswerResult.NotProven(4));
        FlowHandle known = started(sspr, "alice");
        List<AnswerResult> ofKnown = junk(sspr, known, 3);
        assertThat(ofKnown).isEqualTo(junk(sspr, started(sspr, "unknown"), 3));
        assertThat(characters(mail().code())).isEqualTo(13);
        assertThat(sspr.passwordReset().answer(known, mail().code())).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("F2-S13")
    @Tag("R-ENUM-4")
    @DisplayName("F2-S13: guesses at one name leave another name of the same person answering like an unknown one")
    void names_ofOnePerson_answerApart() {
        Sspr sspr = devices();
        host.users.add(
                new Account(
                        new UserId("both"),
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                NodeFixture.OLD,
                new LoginName("ann"),
                new LoginName("bea"));
        junk(sspr, chosen(sspr, "ann", MethodKind.OATH_TOKEN), 5);
        junk(sspr, chosen(sspr, "ann", MethodKind.OATH_TOKEN), 5);

        assertThat(junk(sspr, chosen(sspr, "bea", MethodKind.OATH_TOKEN), 6))
                .isEqualTo(junk(sspr, chosen(sspr, "unknown", MethodKind.OATH_TOKEN), 6));
    }

    @Test
    @Tag("F2-S13")
    @Tag("R-RATE-2")
    @DisplayName("F2-S13: at most 10 guesses are compared in any 24 hours")
    void guesses_acrossTheEndOfADay_areTenInAny24Hours() {
        Sspr sspr = devices();
        junk(sspr, chosen(sspr, "alice", MethodKind.OATH_TOKEN), 1);
        host.later(Duration.ofHours(23));
        for (int flow = 0; flow < 6; flow++) {
            junk(sspr, chosen(sspr, "alice", MethodKind.OATH_TOKEN), 4);
            host.later(Duration.ofMinutes(18));
        }

        Instant first = tokens.asked.get(1);
        assertThat(tokens.asked)
                .filteredOn(at -> !at.isBefore(first) && at.isBefore(first.plus(Duration.ofHours(24))))
                .hasSize(10);
    }

    @Test
    @DisplayName("F2-S2: ten starts of anybody leave reset, unlock and recovery of the name possible")
    void starts_usedUpByStrangers_leaveOneInEachGap() {
        Sspr sspr = host.node(
                SsprPolicy.standard(),
                builder -> builder.methodStore(new InMemoryMethodStore())
                        .unlocker(host.users)
                        .recovery(RecoveryPolicy.careful())
                        .adminAuthorizer(new InMemoryAdminAuthorizer()));
        FlowContext home = FlowContext.of(Locale.ENGLISH);
        Instant last = host.now.get();
        for (int i = 0; i < 11; i++) {
            last = host.now.get();
            assertThat(sspr.passwordReset().start("alice", home)).isInstanceOf(StartResult.Started.class);
        }
        Refused full = (Refused) sspr.passwordReset().start("alice", home);
        assertThat(full.retryAt()).contains(last.plus(Duration.ofMinutes(15)));
        host.later(Duration.ofMinutes(15));
        assertThat(sspr.accountUnlock().start("alice", home)).isInstanceOf(StartResult.Started.class);
        host.later(Duration.ofMinutes(15));
        assertThat(sspr.accountRecovery().start("alice", home)).isInstanceOf(StartResult.Started.class);
        host.later(Duration.ofMinutes(15));
        assertThat(sspr.passwordReset().start("alice", home)).isInstanceOf(StartResult.Started.class);
    }

    @Test
    @Tag("F2-S13")
    @Tag("R-PWD-12")
    @DisplayName("F2-S13: the host's store sees at most 5 passwords that it refuses; findings of the library are free")
    void passwords_refusedByTheStore_areFivePerFlow() {
        AtomicInteger seen = new AtomicInteger();
        host.users.rejectPasswordsWith(password -> {
            seen.incrementAndGet();
            return List.of(new Finding("host-rule", Map.of()));
        });
        Sspr sspr = host.node();
        FlowHandle handle = started(sspr, "alice");
        sspr.passwordReset().answer(handle, mail().code());
        List<CompleteResult> results = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sspr.passwordReset().complete(handle, Secret.of("short"));
            results.add(sspr.passwordReset().complete(handle, Secret.of("another long sentence " + i)));
        }

        assertThat(seen).hasValue(5);
        assertThat(results.get(4)).isInstanceOf(CompleteResult.Rejected.class);
        assertThat(results.get(5)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
    }
}
