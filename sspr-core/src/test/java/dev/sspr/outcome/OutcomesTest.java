package dev.sspr.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.CompleteResult.Done.Sessions;
import dev.sspr.flow.CompleteResult.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.password.PasswordReason;
import dev.sspr.register.Denial;
import dev.sspr.register.Denied;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.UserStore;
import dev.sspr.unlock.UnlockResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which outcome a result is. */
class OutcomesTest {
    private static final Path IDS = Path.of("src/test/resources/dev/sspr/outcome/ids.txt");

    /** Names of settings, which look like codes. */
    private static final Set<String> SETTINGS = Set.of(
            "password.classes",
            "password.differences",
            "password.max",
            "questions.custom",
            "questions.register",
            "questions.reset");

    /** An id that was published stays; a new one goes to the end of the file. */
    @Test
    void ids_areThoseThatWerePublished() throws IOException {
        List<String> now = Outcomes.all().stream().map(OutcomesTest::published).toList();
        List<String> kept = Files.readAllLines(IDS);
        if (Boolean.getBoolean("sspr.docs.write")) {
            Files.write(IDS, now.stream().filter(line -> !kept.contains(line)).toList(), StandardOpenOption.APPEND);
        }
        assertThat(Files.readAllLines(IDS)).containsExactlyInAnyOrderElementsOf(now);
        assertThat(Outcomes.all()).extracting(Outcome::id).allMatch(id -> id.matches("SSPR-[RGCULPAS]-[0-9]{3}"));
    }

    private static String published(Outcome outcome) {
        Set<String> keys = new TreeSet<>();
        Outcomes.keys().forEach((key, value) -> {
            if (value.equals(outcome)) {
                keys.add(
                        key instanceof Class<?> type
                                ? type.getName()
                                : key instanceof Enum<?> one
                                        ? one.getDeclaringClass().getName() + "." + one.name()
                                        : key.toString());
            }
        });
        return outcome.id() + " " + String.join(" ", keys);
    }

    @Test
    void everyPublicResult_hasAnOutcome() {
        assertThat(Results.withoutOutcome()).isEmpty();
    }

    @Test
    void everyOutcome_isThatOfSomeResult() {
        assertThat(new HashSet<>(Outcomes.keys().values())).containsExactlyInAnyOrderElementsOf(Outcomes.all());
    }

    @Test
    void resultWithAReason_isTheOutcomeOfTheReason() {
        for (Refusal reason : Refusal.values()) {
            assertThat(Outcomes.of(new Refused(reason, Optional.empty()))).isEqualTo(Outcomes.of(reason));
        }
        for (Denial reason : Denial.values()) {
            assertThat(Outcomes.of(new Denied(reason, Optional.empty()))).isEqualTo(Outcomes.of(reason));
        }
        for (NotPossible.Reason reason : NotPossible.Reason.values()) {
            assertThat(Outcomes.of(new NotPossible(reason))).isEqualTo(Outcomes.of(reason));
        }
        for (UnlockResult.NotPossible.Reason reason : UnlockResult.NotPossible.Reason.values()) {
            assertThat(Outcomes.of(new UnlockResult.NotPossible(reason))).isEqualTo(Outcomes.of(reason));
        }
        assertThat(Outcomes.of(new UnlockResult.Refused(Refusal.GONE))).isEqualTo(Outcomes.of(Refusal.GONE));
        for (Sessions sessions : Sessions.values()) {
            assertThat(Outcomes.of(new CompleteResult.Done(sessions))).isEqualTo(Outcomes.of(sessions));
        }
        for (SignInAdvice.MustRegister.Why why : SignInAdvice.MustRegister.Why.values()) {
            assertThat(Outcomes.of(new SignInAdvice.MustRegister(1, List.of(), why)))
                    .isEqualTo(Outcomes.of(why));
        }
        for (Notifier.Delivery.Refused.Reason reason : Notifier.Delivery.Refused.Reason.values()) {
            assertThat(Outcomes.of(new Notifier.Delivery.Refused(reason))).isEqualTo(Outcomes.of(reason));
        }
        for (AccountStatus status : AccountStatus.values()) {
            assertThat(Outcomes.of(new UserStore.PasswordWrite.NotUsable(status)))
                    .isEqualTo(Outcomes.of(status));
        }
    }

    @Test
    void finding_isTheOutcomeOfItsCode() {
        for (PasswordReason reason : PasswordReason.values()) {
            assertThat(Outcomes.of(Finding.of(reason.code()))).isEqualTo(Outcomes.of(reason));
        }
        assertThat(Outcomes.of(Finding.of("acme.no-pets")).id()).isEqualTo("SSPR-P-030");
    }

    /** The codes are literals in the rooms below; this reads them there. */
    @Test
    void everyCodeInTheSources_hasAnOutcome() throws IOException {
        Pattern code =
                Pattern.compile("\"((password|questions|answer|oath-csv|oath-token|access-pass)\\.[a-z0-9-]+)\"");
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/outcome/"))
                    .toList()) {
                code.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(codes::add);
            }
        }

        codes.removeAll(SETTINGS);
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(Outcomes.keys().keySet()).containsAll(codes);
        assertThat(Outcomes.keys().keySet().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast))
                .allMatch(codes::contains, "used");
    }

    @Test
    void exception_isAnOutcomeForEverybody() {
        assertThat(Outcomes.of(new UnavailableException("flow-store")).disclosure())
                .isEqualTo(Disclosure.ANYONE);
    }

    @Test
    void anythingElse_isRefused() {
        assertThatThrownBy(() -> Outcomes.of("R-010"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String is not the result of a call");
        assertThat(Outcomes.byId("SSPR-R-999")).isEmpty();
        assertThat(Arrays.asList(Refusal.values()))
                .allMatch(reason -> Outcomes.of(reason).disclosure() == Disclosure.ANYONE);
    }
}
