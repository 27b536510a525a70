package dev.sspr.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryRepairStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide holds code that compiles, and that does what it says. */
class GuideTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/sspr/guide/GuideCode.java");
    private static final Path GUIDE = Path.of("docs/guide.md");
    private static final Pattern SNIPPET = Pattern.compile(" {4}// guide: .*\n((?s:.*?)) {4}// guide ends");

    /** The directory's addresses count as they are. */
    private static final SsprPolicy TRUSTED =
            SsprPolicy.standard().registration(it -> it.storeDestinations(RegistrationPolicy.StoreDestinations.COUNT));

    private final NodeFixture host = new NodeFixture();
    private final Sspr sspr = host.node(
            TRUSTED,
            builder -> builder.methodStore(new InMemoryMethodStore())
                    .unlocker(host.users)
                    .adminAuthorizer(new InMemoryAdminAuthorizer().grant(NodeFixture.DORA, AdminAction.values()))
                    .recovery(RecoveryPolicy.careful()));
    private final GuideCode code = new GuideCode(sspr, host.users);

    @Test
    void guide_printsTheCode_wordForWord() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> snippets = SNIPPET.matcher(Files.readString(SOURCE))
                .results()
                .map((MatchResult it) -> it.group(1).stripTrailing().stripIndent())
                .toList();

        assertThat(snippets).hasSize(11);
        assertThat(snippets).allSatisfy(snippet -> assertThat(guide).contains("```java\n" + snippet + "\n```"));
        assertThat(Pattern.compile("```java").matcher(guide).results().count()).isEqualTo(snippets.size());
    }

    @Test
    void signIn_countsWrongPasswords() {
        assertThat(code.signsIn(NodeFixture.ALICE, SmartLockout.Location.FAMILIAR, NodeFixture.OLD))
                .isTrue();
        assertThat(code.signsIn(NodeFixture.ALICE, SmartLockout.Location.FAMILIAR, NodeFixture.NEW))
                .isFalse();
        assertThat(sspr.smartLockout()
                        .status(NodeFixture.ALICE)
                        .get(SmartLockout.Location.FAMILIAR)
                        .wrong())
                .isEqualTo(1);
    }

    @Test
    void register_sendsACodeToThePhone() {
        Map<String, String> session = new HashMap<>();

        assertThat(code.addPhone(code.signedIn(NodeFixture.ALICE, host.now.get()), "+31612345678", session))
                .isEqualTo("A code is on its way to +•••••••78");
        assertThat(session).containsKey("register");
        assertThat(code.afterSignIn(NodeFixture.ALICE)).isNotBlank();
    }

    @Test
    void change_setsThePassword() {
        assertThat(code.change(NodeFixture.ALICE, host.now.get(), NodeFixture.OLD, NodeFixture.NEW))
                .isEqualTo("Changed.");
        assertThat(host.users.check(NodeFixture.ALICE, NodeFixture.NEW)).isEqualTo(PasswordVerifier.Result.RIGHT);
    }

    @Test
    void unlock_liftsTheLock() {
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.LOCKED);
        FlowHandle handle =
                ((StartResult.Started) sspr.accountUnlock().start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        Secret sent = ((MessageContent.UnlockCode)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .code();

        assertThat(code.unlock(handle, sent)).isEqualTo("Unlocked. Sign in.");
    }

    @Test
    void recovery_showsAReference() {
        assertThat(code.recover("alice")).matches("Call us, and read out .{8,}");
    }

    @Test
    void link_ofAMessage_isReported() {
        sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH));
        MessageContent.ResetCode sent = (MessageContent.ResetCode)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();

        assertThat(code.notMe(sent.cancel().orElseThrow())).contains(ReportResult.REPORTED.outcome());
        assertThat(code.notMe(sent.link().orElseThrow())).isEmpty();
        assertThat(code.notMe(Secret.of("no link"))).isEmpty();
    }

    @Test
    void helpDesk_issuesAPass() {
        assertThat(code.pass(NodeFixture.DORA, NodeFixture.ALICE, host.now.get()))
                .isInstanceOf(HelpDeskResult.Done.class);
    }

    @Test
    void hold_namesWhatWasAddedLately() {
        SecurityInfoView.Hold hold =
                new SecurityInfoView.Hold(host.now.get(), host.now.get().plusSeconds(60), Set.of("other"));
        assertThat(code.addedLately(new SecurityInfoView(List.of(), List.of(), 0, Optional.of(hold))))
                .isEmpty();
        assertThat(code.removed(FlowHandle.of("unknown"), "any")).isEqualTo("Not removed.");
    }

    @Test
    void twoStores_withNothingToRepair_leaveNothing() {
        InMemoryUserStore database = new InMemoryUserStore(1);
        assertThat(code.both(host.users, database, database, new InMemoryRepairStore())
                        .repair(100)
                        .later())
                .isZero();
    }

    @Test
    void policy_changesOnlyWhatItNames() {
        SsprPolicy policy = code.policy();

        assertThat(policy.reset().proofs()).isEqualTo(2);
        assertThat(policy.limits().startsPerName()).isEqualTo(5);
        assertThat(policy.limits().textsPerDay())
                .isEqualTo(SsprPolicy.standard().limits().textsPerDay());
    }

    @Test
    void result_leadsToItsPage_alsoAfterAMove() {
        FlowHandle handle =
                ((StartResult.Started) sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH))).handle();

        assertThat(code.nextPage(new AnswerResult.Moved(handle, new AnswerResult.Proven())))
                .isEqualTo("new-password");
        assertThat(code.nextPage(Refused.of(Refusal.GONE))).isEqualTo("start-again");
    }

    @Test
    void result_beforeAProof_showsOnlyWhatAnyoneMayRead() {
        assertThat(code.shown(new AnswerResult.Proven(), false)).isEqualTo("Please try again.");
        assertThat(code.shown(new AnswerResult.Proven(), true)).isNotEqualTo("Please try again.");
        assertThat(code.shown(new AnswerResult.NotProven(3), false)).isNotEqualTo("Please try again.");
    }
}
