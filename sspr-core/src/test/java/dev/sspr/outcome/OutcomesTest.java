package dev.sspr.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.FlowResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.UnavailableException;
import dev.sspr.password.PasswordReason;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which outcome a result is. */
class OutcomesTest {
    private static final Path IDS = Path.of("src/test/resources/dev/sspr/outcome/ids.txt");

    /** An id that was published stays; a new one goes to the end of the file. */
    @Test
    void ids_areThoseThatWerePublished() throws IOException {
        List<String> now = Outcomes.all().stream().map(Outcome::id).toList();
        List<String> kept = Files.readAllLines(IDS);
        if (Boolean.getBoolean("sspr.docs.write")) {
            Files.write(IDS, now.stream().filter(line -> !kept.contains(line)).toList(), StandardOpenOption.APPEND);
        }
        assertThat(Files.readAllLines(IDS)).containsExactlyInAnyOrderElementsOf(now);
        assertThat(Outcomes.all()).extracting(Outcome::id).allMatch(id -> id.matches("SSPR-[RGCULPAS]-[0-9]{3}"));
    }

    @Test
    void everyPublicResult_hasAnOutcome() {
        assertThat(Results.withoutOutcome()).isEmpty();
    }

    @Test
    void everyOutcome_isThatOfSomeResult() {
        Set<Outcome> found = new HashSet<>(Outcomes.keys().values());
        Results.samples().forEach(sample -> found.add(sample.outcome()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(Outcomes.all());
    }

    @Test
    void samples_areOfEveryCase() {
        assertThat(Results.samples().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(Results.cases(FlowResult.class));
    }

    @Test
    void answerWithAReason_isTheOutcomeOfTheReason() {
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
            assertThat(Outcomes.of(Finding.of(reason.code())).id()).matches("SSPR-P-0[012][0-9]");
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

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(Outcomes.keys().keySet()).containsAll(codes);
        assertThat(Outcomes.keys().keySet().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast))
                .allMatch(codes::contains, "used");
    }

    @Test
    void exception_isAnOutcomeForEverybody() {
        assertThat(new UnavailableException("flow-store").outcome().disclosure())
                .isEqualTo(Outcome.Disclosure.ANYONE);
    }

    @Test
    void anythingElse_isRefused() {
        assertThatThrownBy(() -> Outcomes.of("R-010"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String is not the answer of a role");
        assertThat(Outcomes.byId("SSPR-R-999")).isEmpty();
        assertThat(List.of(Refusal.GONE, Refusal.NOT_NOW, Refusal.METHOD_NOT_OFFERED, Refusal.TRY_LATER))
                .allMatch(reason -> reason.outcome(Purpose.RESET).disclosure() == Outcome.Disclosure.ANYONE);
    }
}
