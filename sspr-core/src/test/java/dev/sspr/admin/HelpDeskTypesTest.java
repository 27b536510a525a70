package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No type that the help desk reads can hold a password, a code, a seed, a token, a hash or an answer. */
@Tag("R-LOG-5")
@Tag("V-LEAK-1")
@Tag("V-LEAK-3")
class HelpDeskTypesTest {
    /** Leaves: a text may be one only under a name that says what it is. */
    private static final Set<Class<?>> LEAVES =
            Set.of(Instant.class, UserId.class, MethodKind.class, int.class, boolean.class);

    private static final Set<String> TEXTS = Set.of("id", "name", "label", "reason", "addresses");

    private static final List<String> SECRET = List.of(
            "password", "code", "seed", "token", "hash", "answer", "secret", "link", "handle", "credential", "digest");

    private static void look(Type type, String name, Deque<Class<?>> next) {
        if (type instanceof ParameterizedType many) {
            assertThat(many.getRawType()).as(name).isIn(List.class, Set.class, Optional.class);
            look(many.getActualTypeArguments()[0], name, next);
            return;
        }
        Class<?> one = (Class<?>) type;
        if (one == String.class) {
            assertThat(TEXTS).as("a text called %s", name).contains(name);
        } else if (one.isRecord()) {
            next.add(one);
        } else {
            assertThat(one.isEnum() || LEAVES.contains(one))
                    .as("%s %s", one, name)
                    .isTrue();
        }
        assertThat(SECRET)
                .as(name)
                .noneMatch(word -> name.toLowerCase(Locale.ROOT).contains(word));
    }

    @Test
    void views_holdNoSecretHoweverDeep() {
        Deque<Class<?>> left = new ArrayDeque<>(List.of(AccountView.class, HelpDeskRequest.class));
        Set<Class<?>> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Class<?> type = left.pop();
            if (seen.add(type) && !LEAVES.contains(type)) {
                Stream.of(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .forEach((Field field) -> look(field.getGenericType(), field.getName(), left));
            }
        }
        assertThat(seen)
                .contains(
                        RegisteredMethodView.class,
                        AccountView.RecentEvent.class,
                        OpenFlow.class,
                        AccountView.Throttle.class);
    }
}
