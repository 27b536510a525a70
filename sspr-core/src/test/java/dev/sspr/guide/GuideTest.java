package dev.sspr.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprPolicy;
import dev.sspr.admin.HelpResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.host.Host;
import dev.sspr.lockout.Place;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.register.RegistrationPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide holds code that compiles, and that does what it says. */
class GuideTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/sspr/guide/GuideCode.java");
    private static final Path GUIDE = Path.of("docs/guide.md");
    private static final Pattern SNIPPET = Pattern.compile(" {4}// guide: .*\n((?s:.*?)) {4}// guide ends");

    /** The directory's addresses count as they are. */
    private static final RegistrationPolicy TRUSTED =
            RegistrationPolicy.standard().withGiven(RegistrationPolicy.Given.COUNT);

    private final Host host = new Host();
    private final Sspr sspr = host.node(
            SsprPolicy.standard().with(TRUSTED),
            builder -> builder.methodStore(new InMemoryMethodStore())
                    .unlocker(host.users)
                    .adminAuthorizer(new InMemoryAdminAuthorizer().grant(Host.DORA, AdminAction.values()))
                    .recovery(RecoveryPolicy.careful()));
    private final GuideCode code = new GuideCode(sspr, host.users);

    @Test
    void guide_printsTheCode_wordForWord() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> snippets = SNIPPET.matcher(Files.readString(SOURCE))
                .results()
                .map((MatchResult it) -> it.group(1).stripTrailing().stripIndent())
                .toList();

        assertThat(snippets).hasSize(6);
        assertThat(snippets).allSatisfy(snippet -> assertThat(guide).contains("```java\n" + snippet + "\n```"));
        assertThat(Pattern.compile("```java").matcher(guide).results().count()).isEqualTo(7);
    }

    @Test
    void signIn_countsWrongPasswords() {
        assertThat(code.signsIn(Host.ALICE, Place.FAMILIAR, Host.OLD)).isTrue();
        assertThat(code.signsIn(Host.ALICE, Place.FAMILIAR, Host.NEW)).isFalse();
        assertThat(sspr.smartLockout().status(Host.ALICE).get(Place.FAMILIAR).wrong())
                .isEqualTo(1);
    }

    @Test
    void register_sendsACodeToThePhone() {
        Map<String, String> session = new HashMap<>();

        assertThat(code.addPhone(code.signedIn(Host.ALICE, host.now.get()), "+31612345678", session))
                .isEqualTo("A code is on its way to +•••••••78");
        assertThat(session).containsKey("register");
        assertThat(code.afterSignIn(Host.ALICE)).isNotBlank();
    }

    @Test
    void change_setsThePassword() {
        assertThat(code.change(Host.ALICE, host.now.get(), Host.OLD, Host.NEW)).isEqualTo("Changed.");
        assertThat(host.users.check(Host.ALICE, Host.NEW)).isEqualTo(PasswordCheck.RIGHT);
    }

    @Test
    void unlock_liftsTheLock() {
        host.users.setStatus(Host.ALICE, AccountStatus.LOCKED);
        FlowHandle handle =
                ((StartResult.Started) sspr.accountUnlock().start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        Secret sent = ((MessageContent.UnlockCode)
                        host.notifier.lastTo(Host.MAIL).orElseThrow().content())
                .code();

        assertThat(code.unlock(handle, sent)).isEqualTo("Unlocked. Sign in.");
    }

    @Test
    void recovery_showsAReference() {
        assertThat(code.recover("alice")).matches("Call us, and read out .{8,}");
    }

    @Test
    void helpDesk_issuesAPass() {
        assertThat(code.pass(Host.DORA, Host.ALICE, host.now.get())).isInstanceOf(HelpResult.Done.class);
    }
}
