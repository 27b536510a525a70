package dev.sspr.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.SsprKey;
import dev.sspr.architecture.Classes;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.oath.OathToken;
import dev.sspr.spi.Account;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.io.Serializable;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the types themselves make impossible. */
class TypesTest {
    private static void leaves(Type type, Set<String> found, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> leaves(part, found, seen));
        } else if (type instanceof Class<?> plain
                && plain.isRecord()
                && plain.getPackageName().equals("dev.sspr.internal.verification.state")) {
            for (RecordComponent part : plain.getRecordComponents()) {
                leaves(part.getGenericType(), found, seen);
            }
        } else if (type instanceof Class<?> plain && !plain.isPrimitive()) {
            found.add(plain.getSimpleName());
        }
    }

    private static Set<String> leavesOf(Class<?> state) {
        Set<String> found = new TreeSet<>();
        leaves(state, found, new HashSet<>());
        return found;
    }

    @Test
    @Tag("R-FLOW-9")
    @Tag("R-PWD-13")
    void states_haveNoFieldThatCouldHoldASecret() {
        for (Class<?> state : FlowState.class.getPermittedSubclasses()) {
            assertThat(leavesOf(state))
                    .as(state.getSimpleName())
                    .doesNotContain(
                            "Secret", "char[]", "byte[]", "FlowHandle", "Token", "Response", "CharSequence", "Object");
        }
        assertThat(Stream.of(
                                Identifying.class,
                                Waiting.class,
                                ProofsComplete.class,
                                Committing.class,
                                FinishingCommit.class,
                                Completed.class,
                                FlowEnded.class)
                        .map(TypesTest::leavesOf))
                .as("a text as such stands in a pending challenge only: the method's id")
                .noneMatch(types -> types.contains("String"));
        assertThat(Arrays.stream(AwaitingResponse.class.getRecordComponents()).map(RecordComponent::getType))
                .doesNotContain(String.class);
    }

    @Test
    @Tag("R-FLOW-9")
    void end_holdsNoAccountEither() {
        assertThat(leavesOf(FlowEnded.class)).containsExactlyInAnyOrder("Digest", "Instant", "Locale", "Why");
    }

    @Test
    @Tag("R-LOG-1")
    void secrets_cannotBeReadAsAStringOrSerialised() {
        for (Class<?> type : List.of(Secret.class, FlowHandle.class, SsprKey.class, Token.class)) {
            assertThat(Serializable.class.isAssignableFrom(type))
                    .as(type.getSimpleName())
                    .isFalse();
        }
        assertThat(Arrays.stream(Secret.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == Secret.class)
                        .filter(method -> CharSequence.class.isAssignableFrom(method.getReturnType())
                                || method.getReturnType().isArray()))
                .extracting(Method::getName)
                .containsExactly("toString");
        assertThat(Secret.of("canary")).hasToString("Secret[hidden]");
    }

    private static boolean names(Class<?> type) {
        return Set.of(UserId.class, LoginName.class, Account.class, Destination.class, String.class, CharSequence.class)
                .contains(type);
    }

    private static boolean opens(Class<?> type) {
        return type == FlowHandle.class || type == Secret.class || type == Token.class;
    }

    /** All but {@link LinkBase}, whose text is one of two words, and {@link OathToken}, whose seed opens no flow. */
    @Test
    @Tag("R-TOK-5")
    @Tag("V-BIND-1")
    @Tag("V-BIND-2")
    void api_takesNoAccountTogetherWithAToken() {
        for (Class<?> type : Classes.exported("dev.sspr", "dev.sspr.flow", "dev.sspr.reset", "dev.sspr.unlock")) {
            Stream.<Executable>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                    .filter(one ->
                            one.getDeclaringClass() != LinkBase.class && one.getDeclaringClass() != OathToken.class)
                    .filter(one -> one.getDeclaringClass() == type && Modifier.isPublic(one.getModifiers()))
                    .forEach(one -> assertThat(Arrays.stream(one.getParameterTypes())
                                            .anyMatch(TypesTest::names)
                                    && Arrays.stream(one.getParameterTypes()).anyMatch(TypesTest::opens))
                            .as("%s", one)
                            .isFalse());
        }
    }
}
