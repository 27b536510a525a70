package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Finding;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The annotations of the public records and their constructors say the same. */
class ValidationTest {
    /** A sound value for each part of each record that carries an annotation. */
    private static final Map<Class<?>, List<Object>> SOUND = new HashMap<>();

    static {
        SOUND.put(UserId.class, List.of("u1"));
        SOUND.put(LoginName.class, List.of("anna"));
        SOUND.put(Generation.class, List.of("1"));
        SOUND.put(MethodKind.class, List.of("email-code"));
        SOUND.put(Finding.class, List.of("password.too-short", Map.of()));
        SOUND.put(Destination.class, List.of("d1", Channel.EMAIL, "anna@example.com"));
        SOUND.put(FlowId.class, List.of(new Digest(1, 2)));
        SOUND.put(OwnerTag.class, List.of(new Digest(1, 2)));
        SOUND.put(CounterKey.class, List.of(new Digest(1, 2)));
        SOUND.put(AdminRequest.class, List.of(new UserId("u1"), AdminAction.LOOK, new UserId("u2"), "default"));
        SOUND.put(
                Account.class,
                List.of(
                        new UserId("u1"),
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Generation.of(1),
                        Optional.of(Locale.ROOT),
                        List.of(),
                        List.of(),
                        Optional.of(WriteId.NONE)));
        SOUND.put(WriteId.class, List.of("write-1"));
        SOUND.put(PhoneNumbers.Line.class, List.of("+31612345678", PhoneNumbers.Type.MOBILE));
    }

    @Test
    void sound_knowsEveryAnnotatedRecord() throws Exception {
        List<Class<?>> annotated = new ArrayList<>();
        for (Class<?> type : publicRecords()) {
            if (Arrays.stream(type.getRecordComponents()).anyMatch(part -> constraints(part).length > 0)) {
                annotated.add(type);
            }
        }
        assertThat(SOUND.keySet()).containsExactlyInAnyOrderElementsOf(annotated);
    }

    @TestFactory
    Stream<DynamicTest> annotations_sayWhatConstructorsEnforce() {
        List<DynamicTest> tests = new ArrayList<>();
        SOUND.forEach((type, sound) -> {
            RecordComponent[] parts = type.getRecordComponents();
            assertThat(make(type, sound)).isNull();
            for (int i = 0; i < parts.length; i++) {
                for (Annotation constraint : constraints(parts[i])) {
                    int at = i;
                    String name = type.getSimpleName() + "." + parts[i].getName() + " " + constraint;
                    tests.add(DynamicTest.dynamicTest(name, () -> compare(type, sound, at, constraint)));
                }
            }
        });
        return tests.stream();
    }

    private static void compare(Class<?> type, List<Object> sound, int at, Annotation constraint) {
        if (constraint instanceof NotNull) {
            assertThat(make(type, with(sound, at, null))).isInstanceOf(NullPointerException.class);
        } else if (constraint instanceof Pattern pattern) {
            for (String text : textsAround()) {
                boolean valid = text.matches(pattern.regexp());
                assertThat(make(type, with(sound, at, text)) == null)
                        .as("'%s'", text)
                        .isEqualTo(valid);
            }
        } else if (constraint instanceof Size size) {
            for (int length : new int[] {size.min() - 1, size.min(), size.max(), size.max() + 1}) {
                if (length >= 0) {
                    boolean valid = length >= size.min() && length <= size.max();
                    Object value = ofLength(type, sound.get(at), length);
                    assertThat(make(type, with(sound, at, value)) == null)
                            .as("length %d", length)
                            .isEqualTo(valid);
                }
            }
        } else {
            throw new AssertionError("this test does not know " + constraint);
        }
    }

    private static List<String> textsAround() {
        List<String> texts = new ArrayList<>(List.of(
                "", "a", "A", "-a", ".a", "a-", "a.", "a.b-c", "a b", "a\n", "a_b", "\u0131", "\u212a", "1a", "a1"));
        for (int length : new int[] {31, 32, 33, 63, 64, 65}) {
            texts.add("a".repeat(length));
        }
        return texts;
    }

    private static Object ofLength(Class<?> type, Object sound, int length) {
        if (sound instanceof List<?>) {
            Object element = type == Account.class ? "word" : sound;
            return Collections.nCopies(length, element);
        }
        if (sound.equals("anna@example.com")) {
            return address(length);
        }
        return "x".repeat(length);
    }

    /** The only addresses with 3 characters are mailboxes; local part and labels have bounds of their own. */
    private static String address(int length) {
        if (length < 3) {
            return "@".repeat(length);
        }
        String local = "l".repeat(Math.min(64, length - 2));
        StringBuilder domain = new StringBuilder();
        int left = length - local.length() - 1;
        while (left > 63) {
            domain.append("d".repeat(left > 64 ? 63 : 61)).append('.');
            left -= left > 64 ? 64 : 62;
        }
        return local + "@" + domain.append("d".repeat(left));
    }

    private static List<Object> with(List<Object> parts, int at, Object value) {
        List<Object> changed = new ArrayList<>(parts);
        changed.set(at, value);
        return changed;
    }

    private static Throwable make(Class<?> type, List<Object> parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return catchThrowable(() -> {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            try {
                Object unused = constructor.newInstance(parts.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Annotation[] constraints(RecordComponent part) {
        return Arrays.stream(part.getAccessor().getAnnotations())
                .filter(a -> a.annotationType().getPackageName().equals("jakarta.validation.constraints"))
                .toArray(Annotation[]::new);
    }

    private static List<Class<?>> publicRecords() throws Exception {
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    Class<?> type = Class.forName("dev.sspr.spi." + name.replace(".class", ""));
                    if (type.isRecord()) {
                        records.add(type);
                    }
                }
            }
        }
        return records;
    }

    private static Path classes() throws URISyntaxException {
        URI root =
                UserId.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(root).resolve("dev/sspr/spi");
    }
}
