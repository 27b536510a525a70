package dev.sspr.internal.registration;

import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.bounds.PastedText;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Renames, removes and reviews methods, and sets the default. */
public final class MethodChanges {
    private static final int LONGEST_NAME = 40;
    /** CMB-11: a sign-in never asks for these first. */
    private static final Set<MethodKind> NEVER_DEFAULT =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.QUESTIONS, MethodKind.RECOVERY_CODE, MethodKind.ACCESS_PASS);

    private final RegistrationServices services;
    private final SecurityInfoWriter writer;

    public MethodChanges(RegistrationServices services) {
        this.services = services;
        this.writer = new SecurityInfoWriter(services);
    }

    public ChangeResult rename(StoredState<RegistrationPhase> found, String id, String name) {
        String plain = PastedText.trimmed(name);
        boolean sound = !plain.isEmpty()
                && plain.length() <= LONGEST_NAME
                && plain.codePoints().noneMatch(MethodChanges::unprintable);
        return sound
                ? keep(
                        found,
                        id,
                        "renamed",
                        new Refused[] {Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD)},
                        info -> info.method(id).map(one -> info.with(one.named(plain))))
                : Refused.of(Purpose.REGISTER, Refusal.MALFORMED_METHOD_NAME);
    }

    private static boolean unprintable(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** R-HOLD-1: in the hold after a reset, a default that was there before stays. */
    public ChangeResult prefer(StoredState<RegistrationPhase> found, String id) {
        Refused[] why = {Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD)};
        return keep(found, id, "default", why, info -> {
            Optional<RegisteredMethod> old =
                    info.first().filter(first -> !first.equals(id)).flatMap(info::method);
            Optional<Refused> held = services.held(found.state().header(), info, old, Optional.empty());
            held.ifPresent(not -> why[0] = not);
            return info.method(id)
                    .filter(one -> one.proves(services.now()) && !NEVER_DEFAULT.contains(one.kind()))
                    .filter(one -> held.isEmpty())
                    .map(one -> info.preferring(id));
        });
    }

    /** Stores a change that moves no right at once; if it is empty, {@code why} says the reason. */
    private ChangeResult keep(
            StoredState<RegistrationPhase> found,
            String id,
            String what,
            Refused[] why,
            Function<SecurityInfo, Optional<SecurityInfo>> how) {
        UserId user = found.state().header().user();
        Optional<SecurityInfo> after = services.infos.change(user, how);
        if (after.isEmpty()) {
            return services.audited(found.id(), user, why[0]);
        }
        Map<String, String> attributes = Map.of(
                "change",
                what,
                "method",
                after.get().method(id).orElseThrow().kind().value());
        services.note(AuditType.METHOD_CHANGED, Outcome.SUCCESS, Optional.of(found.id()), user, attributes);
        return new ChangeResult.Changed(services.overview(after.get()));
    }

    public ChangeResult remove(StoredState<RegistrationPhase> found, String id) {
        SecurityInfo info = services.info(found.state().header().user());
        Optional<RegisteredMethod> method = info.method(id);
        if (method.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD);
        }
        MethodChange methodChange = new MethodChange(
                services.environment.random().digest(), method.get().kind(), Optional.of(id), Optional.empty());
        Optional<Applied<RegistrationPhase, Optional<Refused>>> saving = services.runner.apply(
                found,
                RegistrationServices.ownTag(found.id()),
                state -> state.change(methodChange, services.guards, services.now()));
        if (saving.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.GONE);
        }
        if (saving.get().answer().isPresent()) {
            return saving.get().answer().get();
        }
        SecurityInfoWriter.WriteResult writeResult = writer.save(saving.get().now(), methodChange);
        return writeResult instanceof SecurityInfoWriter.WriteResult.Written written
                ? new ChangeResult.Changed(services.overview(written.info()))
                : ((SecurityInfoWriter.WriteResult.NotWritten) writeResult).why();
    }

    public ChangeResult review(StoredState<RegistrationPhase> found) {
        UserId user = found.state().header().user();
        Optional<SecurityInfo> after = services.infos.change(
                user, info -> Optional.of(reviewed(info, found.state().header())));
        services.note(AuditType.SECURITY_INFO_REVIEWED, Outcome.SUCCESS, Optional.of(found.id()), user, Map.of());
        return new ChangeResult.Changed(services.overview(after.orElseThrow()));
    }

    /**
     * A review does not fulfil a required registration. It decides on a freeze, after which only a stronger proof opens
     * security info.
     */
    private SecurityInfo reviewed(SecurityInfo stored, RegistrationHeader header) {
        SecurityInfo info = services.guards.outlasts(header, stored) ? stored.decided() : stored;
        return info.record().required().isPresent()
                ? info
                : info.record(info.record().reviewed(services.now()));
    }

    public ChangeResult drop(StoredState<RegistrationPhase> found) {
        services.runner.apply(found, RegistrationPhase::dropped);
        return new ChangeResult.Changed(
                services.overview(services.info(found.state().header().user())));
    }
}
