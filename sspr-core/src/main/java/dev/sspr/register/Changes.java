package dev.sspr.register;

import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Names, the default, removal and review of what is registered. */
final class Changes {
    private static final int LONGEST_NAME = 40;
    /** CMB-11: these never are what a sign-in asks for first. */
    private static final Set<MethodKind> NEVER_DEFAULT =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.QUESTIONS, MethodKind.RECOVERY_CODE, MethodKind.ACCESS_PASS);

    private final Office office;
    private final Saver saver;

    Changes(Office office) {
        this.office = office;
        this.saver = new Saver(office);
    }

    ChangeResult rename(Loaded<RegisterState> found, String id, String name) {
        String plain = name.strip();
        boolean sound = !plain.isEmpty()
                && plain.length() <= LONGEST_NAME
                && plain.codePoints().noneMatch(Changes::unprintable);
        return sound
                ? keep(found, id, "renamed", info -> info.entry(id).map(one -> info.with(one.named(plain))))
                : Denied.of(Denial.BAD_NAME);
    }

    private static boolean unprintable(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    ChangeResult prefer(Loaded<RegisterState> found, String id) {
        return keep(
                found,
                id,
                "default",
                info -> info.entry(id)
                        .filter(one -> one.proves(office.now()) && !NEVER_DEFAULT.contains(one.kind()))
                        .map(one -> info.preferring(id)));
    }

    /** A change that moves no right: it is stored at once. */
    private ChangeResult keep(
            Loaded<RegisterState> found, String id, String what, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        UserId user = found.state().ticket().user();
        Optional<SecurityInfo> after = Spi.ask("method-store", () -> office.infos.change(user, how));
        if (after.isEmpty()) {
            return Denied.of(Denial.UNKNOWN_METHOD);
        }
        Map<String, String> attributes = Map.of(
                "change",
                what,
                "method",
                after.get().entry(id).orElseThrow().kind().value());
        office.note(AuditType.METHOD_CHANGED, Outcome.SUCCESS, Optional.of(found.id()), user, attributes);
        return new ChangeResult.Changed(office.overview(after.get()));
    }

    ChangeResult remove(Loaded<RegisterState> found, String id) {
        SecurityInfo info = office.info(found.state().ticket().user());
        Optional<Entry> entry = info.entry(id);
        if (entry.isEmpty()) {
            return Denied.of(Denial.UNKNOWN_METHOD);
        }
        Change change = new Change(office.plugs.mint().digest(), entry.get().kind(), Optional.of(id), Optional.empty());
        Optional<Ran<RegisterState, Optional<Denied>>> saving = office.runner.apply(
                found, Office.ownTag(found.id()), state -> state.change(change, office.rules, office.now()));
        if (saving.isEmpty()) {
            return Denied.of(Denial.GONE);
        }
        if (saving.get().answer().isPresent()) {
            return saving.get().answer().get();
        }
        Saver.Saved saved = saver.save(saving.get().now(), change);
        return saved instanceof Saver.Saved.As as
                ? new ChangeResult.Changed(office.overview(as.info()))
                : Denied.of(((Saver.Saved.Not) saved).why());
    }

    ChangeResult review(Loaded<RegisterState> found) {
        UserId user = found.state().ticket().user();
        Optional<SecurityInfo> after =
                Spi.ask("method-store", () -> office.infos.change(user, info -> Optional.of(reviewed(info))));
        office.note(AuditType.SECURITY_INFO_REVIEWED, Outcome.SUCCESS, Optional.of(found.id()), user, Map.of());
        return new ChangeResult.Changed(office.overview(after.orElseThrow()));
    }

    /** A review does not stand for the registration that somebody asked for. */
    private SecurityInfo reviewed(SecurityInfo info) {
        return info.standing().required().isPresent()
                ? info
                : info.standing(info.standing().reviewed(office.now()));
    }

    ChangeResult drop(Loaded<RegisterState> found) {
        office.runner.apply(found, RegisterState::dropped);
        return new ChangeResult.Changed(
                office.overview(office.info(found.state().ticket().user())));
    }
}
