package dev.sspr.outcome;

import dev.sspr.architecture.Classes;
import dev.sspr.architecture.Modules;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types of results that a host can get, read from what the module exports. */
final class Results {
    /** Parts that the author of a store builds with; what the store answers in the end has an outcome. */
    private static final Set<String> NO_RESULTS = Set.of(
            "dev.sspr.lockout.Place",
            "dev.sspr.password.PasswordHasher$Rehash",
            "dev.sspr.password.PasswordHasher$Verdict",
            "dev.sspr.password.PasswordText$Prepared");

    private Results() {}

    /** Every result that the catalogue does not know, by name. */
    static Set<String> withoutOutcome() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : returned()) {
            if (!NO_RESULTS.contains(type.getName())) {
                covered(type, missing);
            }
        }
        return missing;
    }

    /** What public methods of public classes that are no data return: sealed types and enums of the exported rooms. */
    static Set<Class<?>> returned() {
        Set<String> rooms = new TreeSet<>(Modules.exported());
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> room : Classes.exported(rooms.toArray(String[]::new))) {
            if (room.isRecord()
                    || room.isEnum()
                    || room.isInterface()
                    || room.getPackageName().equals("dev.sspr.outcome")) {
                continue;
            }
            for (Method method : room.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    raw(method.getGenericReturnType()).stream()
                            .filter(type -> rooms.contains(type.getPackageName()))
                            .filter(type -> type.isSealed()
                                    || type.isEnum()
                                    || type.getSimpleName().endsWith("Result"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static List<Class<?>> raw(Type type) {
        List<Class<?>> types = new ArrayList<>();
        if (type instanceof Class<?> one) {
            types.add(one);
        } else if (type instanceof ParameterizedType many) {
            types.addAll(raw(many.getRawType()));
            Arrays.stream(many.getActualTypeArguments()).forEach(argument -> types.addAll(raw(argument)));
        }
        return types;
    }

    private static void covered(Class<?> type, Set<String> missing) {
        if (Outcomes.keys().containsKey(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(part -> covered(part, missing));
        } else if (type.isEnum()) {
            constants(type, missing);
        } else {
            Class<?> reason = Arrays.stream(type.isRecord() ? type.getRecordComponents() : new RecordComponent[0])
                    .<Class<?>>map(RecordComponent::getType)
                    .filter(part -> part.isEnum() || part.isSealed())
                    .findFirst()
                    .orElse(type);
            if (reason == type) {
                missing.add(type.getName());
            } else {
                covered(reason, missing);
            }
        }
    }

    private static void constants(Class<?> type, Set<String> missing) {
        for (Object constant : type.getEnumConstants()) {
            if (!Outcomes.keys().containsKey(constant)) {
                missing.add(type.getName() + "." + constant);
            }
        }
    }
}
