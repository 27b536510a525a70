package dev.sspr.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.sspr.spi.UserStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no code of the library may reach. */
class ForbiddenTest {
    /** The twin of the session revoker names a tester's sessions by UUID; nothing secret is made of one. */
    private static final Set<String> UUID_MAKERS = Set.of("dev.sspr.spi.memory.InMemorySessionRevoker");

    private static void none(String why, DescribedPredicate<JavaClass> forbidden) {
        noClasses()
                .that(DescribedPredicate.describe("are ours", type -> !UUID_MAKERS.contains(type.getName())))
                .should()
                .dependOnClassesThat(forbidden)
                .because(why)
                .check(Classes.main());
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        Pattern names = Pattern.compile(pattern);
        return DescribedPredicate.describe(
                "match " + pattern, type -> names.matcher(type.getName()).matches());
    }

    @ParameterizedTest
    @Tag("R-TOK-1")
    @Tag("V-TOK-1")
    @Tag("V-TOK-2")
    @Tag("V-TOK-5")
    @Tag("V-TOK-8")
    @Tag("V-TOK-11")
    @Tag("V-TOK-12")
    @Tag("V-TEMP-2")
    @ValueSource(
            strings = {
                "java\\.util\\.Random",
                "java\\.util\\.random\\..*",
                "java\\.util\\.SplittableRandom",
                "java\\.util\\.concurrent\\.ThreadLocalRandom",
                "java\\.util\\.UUID",
            })
    void randomness_comesFromSecureRandomOnly(String pattern) {
        none("R-TOK-1", named(pattern));
    }

    @ParameterizedTest
    @Tag("G10")
    @Tag("R-INJ-5")
    @Tag("V-ORACLE-5")
    @Tag("V-ORACLE-6")
    @Tag("V-AUTHZ-2")
    @ValueSource(
            strings = {
                "java\\.io\\.Object(In|Out)putStream",
                "java\\.io\\.Externalizable",
                "java\\.beans\\..*",
                "javax\\.naming\\..*",
                "javax\\.script\\..*",
                "javax\\.xml\\..*",
                "java\\.lang\\.invoke\\.MethodHandles\\$Lookup",
                "java\\.lang\\.reflect\\.(Method|Field|Constructor|Proxy)",
                "java\\.lang\\.(ProcessBuilder|ClassLoader)",
                "java\\.rmi\\..*",
                "java\\.sql\\..*",
                "java\\.net\\.(URL|Socket|http\\..*)",
                "jakarta\\.servlet\\..*",
                "java\\.util\\.logging\\..*",
            })
    void code_reachesNoInterpreterNoReflectionAndNoNetwork(String pattern) {
        none("G10", named(pattern));
    }

    @Test
    @Tag("R-INJ-5")
    void types_ofOurOwn_areNotSerializable() {
        assertThat(Classes.main().stream()
                        .filter(type -> type.getRawInterfaces().stream()
                                .anyMatch(one -> one.getName().equals("java.io.Serializable")))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    /** Who calls a method or takes a reference to it; any number of parameters if that is negative. */
    private static List<String> callers(String owner, String name, int parameters) {
        return Classes.main().stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(one -> one.getTargetOwner().getName().equals(owner))
                .filter(one -> one.getTarget().getName().equals(name))
                .filter(one ->
                        parameters < 0 || one.getTarget().getRawParameterTypes().size() == parameters)
                .map(JavaAccess::getDescription)
                .toList();
    }

    @Test
    @Tag("R-UNI-2")
    @Tag("V-UNI-1")
    void case_isNeverMappedWithoutALocaleNorIgnored() {
        assertThat(callers("java.lang.String", "toLowerCase", 0)).isEmpty();
        assertThat(callers("java.lang.String", "toUpperCase", 0)).isEmpty();
        assertThat(callers("java.lang.String", "equalsIgnoreCase", -1)).isEmpty();
        assertThat(callers("java.lang.String", "compareToIgnoreCase", -1)).isEmpty();
        assertThat(callers("java.lang.String", "regionMatches", 5)).isEmpty();
        assertThat(callers("java.util.Locale", "getDefault", -1)).isEmpty();
    }

    @Test
    @Tag("G10")
    @Tag("V-AUTHZ-2")
    void runtime_startsNothing() {
        assertThat(callers("java.lang.Runtime", "exec", -1)).isEmpty();
    }

    /** The guarded role, the roles that pass a write on, and the one command that decides it. */
    @Test
    @Tag("R-FLOW-12")
    @Tag("V-STEP-9")
    @DisplayName("V-STEP-9: one command writes passwords, so no other path leads around the proofs")
    void passwords_areWrittenByOneCommand() {
        Set<String> passOn = Set.of(
                "dev.sspr.internal.engine.GuardedUserStore",
                "dev.sspr.internal.verify.SelfServiceUserStore",
                "dev.sspr.writeback.DualWrite");
        Set<String> writers = Classes.main().stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(one -> one.getTarget().getName().equals("setPassword"))
                .filter(one -> one.getTargetOwner().isAssignableTo(UserStore.class))
                .filter(one -> !one.getOriginOwner().getPackageName().equals("dev.sspr.spi.memory"))
                .map(one -> one.getOriginOwner().getName())
                .filter(name -> !passOn.contains(name))
                .collect(Collectors.toSet());

        assertThat(writers).containsExactly("dev.sspr.internal.verification.PasswordCommit$SetPassword");
    }

    @Test
    @Tag("R-INJ-4")
    @Tag("V-INJ-9")
    @DisplayName("V-INJ-9: no module, adapters included, starts a process that could read a password as a command")
    void modules_startNoProcess() {
        Path tests = Path.of("src", "test");
        assertThat(Classes.allSources())
                .filteredOn(source -> !source.toString().contains(tests.toString()))
                .hasSizeGreaterThan(200)
                .noneMatch(source -> Classes.read(source).contains("ProcessBuilder"))
                .noneMatch(source -> Classes.read(source).contains(".exec("));
    }

    @Test
    @Tag("R-TOK-1")
    void mathRandom_isNotCalled() {
        assertThat(callers("java.lang.Math", "random", -1)).isEmpty();
    }

    @Test
    @Tag("R-TOK-9")
    void time_isAskedOfTheHostsClockOnly() {
        assertThat(callers("java.time.Instant", "now", -1)).isEmpty();
        assertThat(callers("java.lang.System", "currentTimeMillis", -1)).isEmpty();
        assertThat(callers("java.lang.Thread", "sleep", -1)).isEmpty();
    }

    @Test
    @Tag("R-TOK-10")
    @Tag("V-ORACLE-2")
    @Tag("V-ORACLE-3")
    @Tag("V-ORACLE-4")
    @Tag("V-ORACLE-7")
    void ciphers_areAesGcmOnly() {
        Pattern asked = Pattern.compile("Cipher\\s*\\.getInstance\\(([^)]*)\\)");
        int found = 0;
        for (Path source : Classes.sources()) {
            Matcher each = asked.matcher(Classes.read(source));
            while (each.find()) {
                found++;
                assertThat(each.group(1)).as("%s", source).isEqualTo("\"AES/GCM/NoPadding\"");
            }
        }

        assertThat(found).isOne();
        assertThat(callers("javax.crypto.Cipher", "getInstance", -1)).hasSize(1);
    }

    @Test
    void bouncyCastle_isImportedByOneFileAtMost() {
        assertThat(Classes.sources())
                .filteredOn(source -> Classes.read(source).contains("org.bouncycastle"))
                .hasSizeLessThanOrEqualTo(1 + 1)
                .filteredOn(source -> !source.endsWith("module-info.java"))
                .hasSizeLessThanOrEqualTo(1);
    }
}
