package dev.sspr.outcome;

import dev.sspr.architecture.Classes;
import dev.sspr.architecture.Modules;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UndoResult;
import dev.sspr.flow.UnlockResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The types of results that a host can get, read from what the module exports. */
final class Results {
    /** Parts that the author of a store builds with; what the store answers in the end has an outcome. */
    private static final Set<String> NO_RESULTS = Set.of(
            "dev.sspr.lockout.SmartLockout$Location",
            "dev.sspr.password.AcceptablePassword$Preset",
            "dev.sspr.password.PasswordContext$Proven",
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
                    || room.isSealed()
                    || room.getPackageName().equals("dev.sspr.policy")
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
        if (Outcomes.keys().containsKey(type) || HasOutcome.class.isAssignableFrom(type)) {
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

    /** Every record and enum that is a case of a sealed type. */
    static Set<Class<?>> cases(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(part -> found.addAll(cases(part)));
        } else {
            found.add(type);
        }
        return found;
    }

    /** One value of each case, and every constant of those that have reasons. */
    static List<HasOutcome> samples() {
        Instant at = Instant.EPOCH;
        FlowHandle handle = FlowHandle.of("h");
        SecurityInfoView info = new SecurityInfoView(List.of(), List.of(), 0, Optional.empty());
        RegisteredMethodView method = new RegisteredMethodView(
                "m",
                MethodKind.APP_CODE,
                "m",
                Optional.empty(),
                RegisteredMethodView.State.USABLE,
                at,
                at,
                Optional.empty(),
                true);
        List<HasOutcome> all = new ArrayList<>(List.of(
                new StartResult.Started(handle, List.of(), at, at),
                new SendResult.Asked(at),
                new AnswerResult.Proven(),
                new AnswerResult.MoreNeeded(List.of()),
                new AnswerResult.NotProven(1),
                new AnswerResult.Waiting(),
                new AnswerResult.Moved(handle, new AnswerResult.Proven()),
                new CompleteResult.PartlyDone(CompleteResult.Done.Sessions.ENDED, Optional.empty()),
                new CompleteResult.Rejected(List.of()),
                new CompleteResult.InProgress(),
                new CompleteResult.NotConfirmed(CompleteResult.NotConfirmed.Reason.OTHER_PASSWORD),
                new CompleteResult.NotConfirmed(CompleteResult.NotConfirmed.Reason.UNKNOWN),
                new PasswordChangeResult.WrongPassword(),
                new PasswordChangeResult.LockedOut(at),
                new UnlockResult.Unlocked(Optional.empty()),
                new UnlockResult.NotLocked(),
                new UnlockResult.InProgress(),
                new ChangeStartResult.Started(handle, ChangeStartResult.Asks.NOTHING_MORE, List.of(), at),
                new BeginResult.Started(handle, info, at),
                new BeginResult.SignInAgain(Set.of()),
                new BeginResult.AccessPassNeeded(),
                new EnrolResult.Sent("a", at, at),
                new EnrolResult.Show(Optional.empty(), at),
                new ConfirmResult.Registered(method, info),
                new ConfirmResult.NotConfirmed(1),
                new ConfirmResult.Waiting(),
                new ConfirmResult.Rejected(List.of()),
                new ChangeResult.Changed(info),
                new HelpDeskResult.Done<>("a", 0),
                new HelpDeskResult.Refused<>(Refusal.SELF),
                new SignInAdvice.Nothing(),
                new SignInAdvice.MaySnooze(1, List.of(), OptionalInt.empty()),
                new SignInAdvice.Reconfirm(at),
                new UnavailableException("flow-store")));
        for (Class<? extends HasOutcome> type : List.of(
                ReportResult.class,
                UndoResult.class,
                AccessPassResult.class,
                LinkView.class,
                FlowStatus.class,
                RegisteredMethodView.State.class)) {
            all.addAll(Arrays.asList(type.getEnumConstants()));
        }
        for (CompleteResult.Done.Sessions sessions : CompleteResult.Done.Sessions.values()) {
            all.add(new CompleteResult.Done(sessions));
        }
        for (Purpose purpose : Purpose.values()) {
            for (Refusal reason : Refusal.values()) {
                all.add(Refused.of(purpose, reason));
            }
            for (NotPossible.Reason reason : NotPossible.Reason.values()) {
                all.add(new NotPossible(reason, purpose));
            }
        }
        for (SignInAdvice.MustRegister.Why why : SignInAdvice.MustRegister.Why.values()) {
            all.add(new SignInAdvice.MustRegister(1, List.of(), why));
        }
        for (GuardResult.Locked.Why why : GuardResult.Locked.Why.values()) {
            all.add(new GuardResult.Locked(at, why));
        }
        return all;
    }
}
