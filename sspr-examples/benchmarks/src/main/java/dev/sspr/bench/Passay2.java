package dev.sspr.bench;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passay 2 with the rules of the comparison. It bears the class names of Passay 1, so it lives in a class loader of its
 * own; the one reflective call is some hundredths of a per cent of what it calls.
 */
final class Passay2 {
    private static final String ROOT = "org.passay.";

    private final ClassLoader loader;
    private final Object validator;
    private final Method validate;
    private final Constructor<?> data;

    Passay2(List<String> dictionary) {
        try {
            loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Object words = dictionary.stream().sorted().toArray(String[]::new);
            Object sequences = make("dictionary.WordListDictionary", make("dictionary.ArrayWordList", words, false));
            Object[] rules = {
                make("rule.LengthRule", 8, 128),
                make(
                        "rule.CharacterCharacteristicsRule",
                        3,
                        array(
                                "rule.CharacterRule",
                                characters("UpperCase"),
                                characters("LowerCase"),
                                characters("Digit"),
                                characters("SpecialAscii"))),
                make("rule.UsernameRule", false, true),
                make("rule.IllegalSequenceRule", constant("EnglishSequenceData", "Alphabetical"), 4, false),
                make("rule.IllegalSequenceRule", constant("EnglishSequenceData", "Numerical"), 4, false),
                make("rule.IllegalSequenceRule", constant("EnglishSequenceData", "USQwerty"), 4, false),
                make("rule.RepeatCharactersRule", 3),
                make("rule.DictionarySubstringRule", sequences),
            };
            validator = make("DefaultPasswordValidator", array("rule.Rule", rules));
            data = type("PasswordData").getConstructor(CharSequence.class, CharSequence.class);
            validate = type("PasswordValidator").getMethod("validate", type("PasswordData"));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("Passay 2 is not as expected", e);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> peers = Files.list(Path.of("target/peers"))) {
            return peers.filter(path -> path.getFileName().toString().startsWith("passay-2"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("target/peers has no Passay 2"));
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(ROOT + name, true, loader);
    }

    private Object characters(String kind) throws ReflectiveOperationException {
        return make("rule.CharacterRule", constant("EnglishCharacterData", kind), 1);
    }

    private Object constant(String type, String name) throws ReflectiveOperationException {
        @Nullable Object value = type("data." + type).getField(name).get(null);
        if (value == null) {
            throw new NoSuchFieldException(name);
        }
        return value;
    }

    private Object array(String type, Object... elements) throws ClassNotFoundException {
        Object array = Array.newInstance(type(type), elements.length);
        for (int i = 0; i < elements.length; i++) {
            Array.set(array, i, elements[i]);
        }
        return array;
    }

    /** Calls the first constructor that takes such arguments. */
    private Object make(String name, Object... arguments) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type(name).getConstructors()) {
            if (constructor.getParameterCount() == arguments.length && fits(constructor, arguments)) {
                return constructor.newInstance(arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static boolean fits(Constructor<?> constructor, Object... arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            boolean primitive = (types[i] == int.class && arguments[i] instanceof Integer)
                    || (types[i] == boolean.class && arguments[i] instanceof Boolean);
            if (!primitive && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    Object check(String login, String password) {
        try {
            return validate.invoke(validator, data.newInstance(login, password));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Passay 2 failed", e);
        }
    }
}
