package dev.sspr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Run once for each provider. */
class AcceptablePasswordTest {
    private static final List<String> EXPECTED = List.of(
            "password: It is too short: it needs at least 15 characters.",
            "password: Many people use it, so attackers try it among the first.",
            "fourth: Het wachtwoord is te kort: er zijn minstens 15 tekens nodig.",
            "second: It is too short: it needs at least 8 characters.",
            "third: {form.password.too-few-classes}",
            "third: {form.password.too-predictable}",
            "third: {form.password.too-short}",
            "password: It is too long: it can have at most 128 characters.");

    /** What belongs on the module path; the rest is for tests. */
    private static final Pattern MODULES = Pattern.compile(
            ".*(classes|sspr-\\w+-[^/]*|jakarta\\.[^/]*|hibernate-validator[^/]*|bval[^/]*|jboss-logging[^/]*"
                    + "|classmate[^/]*|expressly[^/]*|jspecify[^/]*|slf4j-api[^/]*|bcprov[^/]*)(\\.jar)?");

    @Test
    void provider_isTheOneThatIsMeant() throws Exception {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Class<?> provider = Class.forName(System.getProperty("provider"));
            assertThat(factory.getClass().getProtectionDomain().getCodeSource())
                    .isEqualTo(provider.getProtectionDomain().getCodeSource());
            assertThat(Path.of(provider.getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .getFileName()
                            .toString())
                    .contains("-" + System.getProperty("version"));
        }
    }

    @Test
    void form_onTheClassPath_hasAViolationForEachFinding() {
        assertThat(Check.lines()).isEqualTo(EXPECTED);
    }

    @Test
    void form_onTheModulePath_hasTheSame() throws IOException, InterruptedException {
        String path = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> MODULES.matcher(entry.replace('\\', '/')).matches() && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        path,
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "--module",
                        "dev.sspr.validation/dev.sspr.validation.Check")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isZero();
        assertThat(printed.lines().toList()).isEqualTo(EXPECTED);
    }
}
