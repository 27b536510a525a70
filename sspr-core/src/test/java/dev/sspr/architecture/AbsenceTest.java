package dev.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowSteps;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.unlock.AccountUnlock;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is absent: things that made other products vulnerable. */
class AbsenceTest {
    private static final List<String> ALLOWED = List.of(
            "java.", "javax.crypto.", "jakarta.validation.", "org.jspecify.", "org.slf4j.", "org.bouncycastle.");

    /** The calls of an anonymous user. */
    private static final List<Class<?>> ANONYMOUS = List.of(
            FlowSteps.class, VerificationSteps.class, PasswordReset.class, AccountUnlock.class, AccountRecovery.class);

    private static Stream<String> callers(String owner, String name) {
        return Classes.main().stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(one -> one.getTargetOwner().getName().equals(owner))
                .filter(one -> one.getName().equals(name))
                .map(JavaAccess::getDescription);
    }

    @Test
    @Tag("R-CFG-6")
    @Tag("R-NOT-4")
    @Tag("V-TOK-12")
    @DisplayName(
            "R-CFG-6, R-NOT-4: the library uses the JDK and four named libraries, and so no request of any web API")
    void types_usedByTheLibrary_areOfTheAllowedLibraries() {
        Set<String> foreign = new TreeSet<>();
        for (JavaClass type : Classes.main()) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(one -> one.getTargetClass().getBaseComponentType())
                    .filter(one -> !one.isPrimitive() && !one.getName().startsWith("dev.sspr."))
                    .map(JavaClass::getName)
                    .filter(one -> ALLOWED.stream().noneMatch(one::startsWith))
                    .forEach(foreign::add);
        }

        assertThat(foreign).isEmpty();
    }

    @Test
    @Tag("R-CFG-6")
    @DisplayName("R-CFG-6: the modules need those libraries alone, and the build stamps every file with one time")
    void modules_needTheAllowedLibrariesOnly() {
        Pattern scoped = Pattern.compile("<dependency>\\s*(.*?)</dependency>", Pattern.DOTALL);
        for (String module : List.of("sspr-spi", "sspr-core")) {
            List<String> needed = scoped.matcher(Classes.read(Path.of("../" + module + "/pom.xml")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(found -> !found.contains("<scope>test</scope>"))
                    .map(found -> found.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
                    .toList();
            assertThat(needed)
                    .as(module)
                    .isNotEmpty()
                    .isSubsetOf("jakarta.validation-api", "jspecify", "slf4j-api", "bcprov-jdk18on", "sspr-spi");
        }
        assertThat(Classes.read(Path.of("../pom.xml"))).containsPattern("<project.build.outputTimestamp>\\d{4}-");
    }

    @Test
    @Tag("V-TOK-4")
    @Tag("V-TOK-7")
    @DisplayName("V-TOK-4, V-TOK-7: no code seeds a random source, or chooses another one than the JDK's default")
    void randomSource_isNeverSeededNorChosen() {
        String source = "java.security.SecureRandom";
        assertThat(callers(source, "setSeed")).isEmpty();
        assertThat(callers(source, "getInstance")).isEmpty();
        assertThat(Classes.main().stream()
                        .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isAssignableTo(source))
                        .filter(call -> !call.getTarget().getRawParameterTypes().isEmpty())
                        .map(JavaAccess::getDescription))
                .isEmpty();
        assertThat(callers(source, "<init>")).isNotEmpty();
    }

    @Test
    @Tag("R-RATE-15")
    @DisplayName("R-RATE-15: no code puts a thread to sleep")
    void threads_areNeverPutToSleep() {
        assertThat(callers("java.lang.Thread", "sleep")).isEmpty();
        assertThat(callers("java.util.concurrent.TimeUnit", "sleep")).isEmpty();
        assertThat(callers("java.lang.Object", "wait")).isEmpty();
        assertThat(callers("java.util.concurrent.locks.LockSupport", "parkNanos"))
                .isEmpty();
        assertThat(callers("java.util.concurrent.locks.LockSupport", "parkUntil"))
                .isEmpty();
    }

    @Test
    @Tag("R-CFG-3")
    @DisplayName("R-CFG-3: no source of the library holds a literal that is long enough for a key or a seed")
    void sources_holdNoKeys() {
        Pattern hex = Pattern.compile("\"(?:[0-9a-fA-F]{2}){16,}\"");
        Pattern base64 = Pattern.compile("\"(?=[^\"]*[0-9])(?=[^\"]*[a-z])(?=[^\"]*[A-Z])[A-Za-z0-9+/_-]{22,}={0,2}\"");
        List<Path> sources = new ArrayList<>(Classes.sources());
        sources.addAll(Classes.sources(Path.of("../sspr-spi/src/main/java")));
        String alphabet = Pattern.quote("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        assertThat(sources)
                .hasSizeGreaterThan(200)
                .noneMatch(source -> hex.matcher(Classes.read(source)).find())
                .noneMatch(source -> base64.matcher(Classes.read(source).replaceAll(alphabet, ""))
                        .find());
    }

    @Test
    @Tag("R-CFG-3")
    @DisplayName("R-CFG-3: no example listens on a network, and the quickstart draws its key at random")
    void examples_listenNowhereAndDrawTheirKey() {
        Pattern listens = Pattern.compile("ServerSocket|HttpServer|SocketChannel");
        List<Path> sources = Classes.allSources().stream()
                .filter(source -> source.toString().replace('\\', '/').contains("/src/main/"))
                .toList();

        assertThat(sources)
                .noneMatch(source -> listens.matcher(Classes.read(source)).find());
        assertThat(Classes.read(Path.of("../sspr-examples/quickstart/src/main/java/dev/sspr/quickstart/Host.java")))
                .containsPattern("new SecureRandom\\(\\)\\.nextBytes\\(key\\)");
    }

    @Test
    @Tag("R-INJ-4")
    @DisplayName("R-INJ-4: no module starts a process or a script, so no password stands in a command line")
    void modules_startNoProcess() {
        Pattern process = Pattern.compile("ProcessBuilder|Runtime\\s*\\.getRuntime\\(\\)\\s*\\.exec|ScriptEngine");
        List<Path> sources = Classes.allSources().stream()
                .filter(source -> source.toString().replace('\\', '/').contains("/src/main/"))
                .toList();

        assertThat(sources)
                .hasSizeGreaterThan(300)
                .noneMatch(source -> process.matcher(Classes.read(source)).find());
    }

    @Test
    @Tag("R-PWD-4")
    @DisplayName("R-PWD-4: no setting makes a password expire by its age")
    void settings_knowNoExpiryOfAPassword() {
        Pattern expiry = Pattern.compile("expir|maximumAge|maxAge|lifetime|rotat|validFor");
        List<String> names = Stream.of(PasswordPolicy.class, PasswordPolicy.ReuseRules.class, SsprPolicy.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.sspr."))
                .map(Method::getName)
                .toList();

        assertThat(names)
                .contains("minimumAge", "reuse")
                .noneMatch(name -> expiry.matcher(name).find());
    }

    private static Set<Class<?>> parametersOf(Class<?> type) {
        Set<Class<?>> found = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                found.addAll(List.of(method.getParameterTypes()));
            }
        }
        return found;
    }

    @Test
    @Tag("R-FLOW-2")
    @Tag("V-TYPE-1")
    @DisplayName(
            "R-FLOW-2, V-TYPE-1: a caller passes scalars of their own types, no list, no object, no step and no state")
    void calls_takeScalarsOnly() {
        for (Class<?> type : ANONYMOUS) {
            assertThat(parametersOf(type))
                    .as(type.getSimpleName())
                    .isSubsetOf(
                            String.class,
                            FlowContext.class,
                            FlowHandle.class,
                            Secret.class,
                            Optional.class,
                            MethodKind.class,
                            Response.class);
        }
        assertThat(Arrays.stream(FlowContext.class.getRecordComponents()).map(RecordComponent::getType))
                .containsOnly(Locale.class, Optional.class);
    }

    private static void parts(Type type, Set<String> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> parts(part, found));
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(part -> parts(part, found));
        } else if (type instanceof Class<?> plain && plain.isRecord() && found.add(plain.getSimpleName())) {
            for (RecordComponent part : plain.getRecordComponents()) {
                if (part.getType() == Secret.class
                        || part.getGenericType().toString().contains("Secret")) {
                    found.add(plain.getSimpleName() + "." + part.getName());
                }
                parts(part.getGenericType(), found);
            }
        } else if (type instanceof Class<?> plain) {
            found.add(plain.getSimpleName());
        }
    }

    @Test
    @Tag("R-TOK-12")
    @DisplayName(
            "R-TOK-12: what an anonymous user's calls return holds no session, token or cookie; only a recovery code")
    void results_holdNoSession() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : ANONYMOUS) {
            Arrays.stream(type.getMethods()).forEach(method -> parts(method.getGenericReturnType(), found));
        }

        assertThat(found)
                .contains("Done.recoveryCode", "FlowHandle")
                .noneMatch(name -> name.matches("(?i).*(ticket|cookie|jwt|bearer|signin|principal|byte\\[\\]).*"));
        assertThat(found.stream().filter(name -> name.contains(".")))
                .as("the only secrets in a result; the last two are parts of a prompt of an enrolment")
                .containsOnly(
                        "Done.recoveryCode",
                        "PartlyDone.recoveryCode",
                        "Unlocked.recoveryCode",
                        "Codes.codes",
                        "OtpAuth.uri");
        assertThat(found.stream().filter(name -> name.contains("Session"))).containsOnly("Sessions");
    }
}
