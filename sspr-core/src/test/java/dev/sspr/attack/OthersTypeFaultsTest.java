package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.architecture.Classes;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnlockResult;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.StoredFlow;
import dev.sspr.unlock.AccountUnlock;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that need a value of a looser type than the ones here: objects for texts, operators, flags of the caller. */
class OthersTypeFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    private static List<Response> otherKinds(Secret code) {
        return List.of(
                new Response.Link(code),
                new Response.Answers(List.of()),
                new Response.Answers(List.of(code)),
                new Response.Chosen(List.of()),
                new Response.PublicKey(code),
                new Response.PublicKey(Secret.of("{\"$ne\":null}")),
                new Response.Poll());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    @Tag("V-TYPE-3")
    @DisplayName("V-TYPE-3: a response of another kind, the right code in it or not, matches no code")
    void response_ofAnotherKind_matchesNoCode(int kind) {
        NodeFixture host = new NodeFixture();
        PasswordReset reset = host.node().passwordReset();
        FlowHandle handle = ((StartResult.Started) reset.start("alice", HERE)).handle();
        Secret code = ((MessageContent.ResetCode)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .code();

        AnswerResult answer = reset.answer(handle, otherKinds(code).get(kind));

        assertThat(answer).isNotInstanceOf(AnswerResult.Proven.class);
        assertThat(reset.complete(handle, NodeFixture.NEW)).isNotInstanceOf(CompleteResult.Done.class);
        assertThat(reset.answer(handle, code)).as("the code itself").isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("V-TYPE-6")
    @DisplayName("V-TYPE-6: a part of a token, with an operator or without, finds no flow")
    void token_inPart_findsNothing() {
        NodeFixture host = new NodeFixture();
        PasswordReset reset = host.node().passwordReset();
        String token =
                ((StartResult.Started) reset.start("alice", HERE)).handle().expose();
        for (int length = 0; length < token.length(); length++) {
            String part = token.substring(0, length);
            for (String text : List.of(part, "^" + part, part + ".*", part + "%", "{\"$regex\":\"^" + part + "\"}")) {
                assertThat(reset.resume(FlowHandle.of(text))).as("%s", text).isEmpty();
            }
        }
        assertThat(reset.resume(FlowHandle.of(token))).isPresent();
    }

    @Test
    @Tag("V-TYPE-6")
    @Tag("V-TYPE-7")
    @Tag("V-LEAK-4")
    @DisplayName("V-TYPE-7, V-LEAK-4: the store of flows is asked by numbers only, and no call searches a field")
    void flowStore_isAskedByNumbersOnly() {
        Set<Class<?>> asked = Set.of(FlowId.class, OwnerTag.class, StoredFlow.class, Instant.class, int.class);
        for (Method call : FlowStore.class.getMethods()) {
            assertThat(asked).as("%s", call).containsAll(List.of(call.getParameterTypes()));
        }
        for (Class<?> key : List.of(FlowId.class, OwnerTag.class)) {
            assertThat(key.getRecordComponents())
                    .extracting(RecordComponent::getType)
                    .containsOnly(Digest.class);
        }
        assertThat(Arrays.stream(Digest.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers())))
                .allMatch(field -> field.getType() == long.class);
    }

    @Test
    @Tag("V-STEP-3")
    @Tag("V-STEP-11")
    @DisplayName("V-STEP-3, V-STEP-11: no step takes a flag, a status or a header from its caller")
    void steps_takeNoProgressFromTheCaller() {
        Set<Class<?>> taken = Set.of(
                FlowHandle.class, MethodKind.class, Response.class, Secret.class, String.class, FlowContext.class);
        for (Class<?> flow : List.of(PasswordReset.class, AccountUnlock.class, AccountRecovery.class)) {
            for (Method step : flow.getMethods()) {
                List<Class<?>> parameters = new ArrayList<>(Arrays.asList(step.getParameterTypes()));
                parameters.remove(Optional.class);
                assertThat(taken).as("%s", step).containsAll(parameters);
                assertThat(step.getName().equals("start") || !parameters.contains(String.class))
                        .as("only a start takes a text: %s", step)
                        .isTrue();
            }
        }
        assertThat(FlowContext.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("locale", "source", "agent");
        assertThat(Response.class.getPermittedSubclasses())
                .flatExtracting(one -> Arrays.asList(one.getRecordComponents()))
                .extracting(RecordComponent::getType)
                .containsOnly(Secret.class, List.class);
    }

    private static Stream<RecordComponent> results() {
        return Classes.exported("dev.sspr.flow").stream()
                .filter(FlowResult.class::isAssignableFrom)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static boolean holds(RecordComponent part, Class<?> what) {
        return part.getGenericType().getTypeName().contains(what.getName());
    }

    @Test
    @Tag("V-LEAK-2")
    @Tag("V-LEAK-9")
    @Tag("V-STEP-5")
    @Tag("R-TOK-12")
    @DisplayName(
            "V-LEAK-2, V-LEAK-9, V-STEP-5: no result holds a link or a session; a handle goes to the browser that begins")
    void results_holdNoTokenAndNoSession() {
        assertThat(results()
                        .filter(part -> holds(part, FlowHandle.class))
                        .<Class<?>>map(RecordComponent::getDeclaringRecord))
                .containsExactlyInAnyOrder(
                        StartResult.Started.class,
                        AnswerResult.Moved.class,
                        BeginResult.Started.class,
                        ChangeStartResult.Started.class);
        assertThat(results().filter(part -> holds(part, Secret.class)))
                .as("the recovery code that replaces the one that was used")
                .allMatch(part -> part.getName().equals("recoveryCode"))
                .extracting(RecordComponent::getDeclaringRecord)
                .containsExactlyInAnyOrder(
                        CompleteResult.Done.class, CompleteResult.PartlyDone.class, UnlockResult.Unlocked.class);
        assertThat(SessionRevoker.class.getMethods())
                .filteredOn(call -> !Modifier.isStatic(call.getModifiers()))
                .as("the library ends sessions and opens none")
                .extracting(Method::getReturnType)
                .containsOnly(SessionRevoker.Revocation.class);
    }

    @Test
    @Tag("V-AUTHZ-5")
    @Tag("V-TEMP-1")
    @DisplayName("V-AUTHZ-5, V-TEMP-1: every call of the help desk names who acts, and none returns a password")
    void helpDesk_namesTheActorInEveryCall() {
        for (Method call : HelpDesk.class.getMethods()) {
            assertThat(call.getParameterTypes()).as("%s", call).startsWith(HelpDeskRequest.class);
        }
        assertThat(Arrays.stream(HelpDesk.class.getMethods())
                        .filter(call ->
                                call.getGenericReturnType().getTypeName().contains(Secret.class.getName())))
                .extracting(Method::getName)
                .containsExactly("issuePass");
    }
}
