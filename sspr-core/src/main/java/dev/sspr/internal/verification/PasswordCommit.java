package dev.sspr.internal.verification;

import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.internal.verification.state.FieldCodec;
import dev.sspr.password.PasswordContext;
import dev.sspr.password.PasswordReason;
import dev.sspr.password.PasswordRules;
import dev.sspr.password.PasswordText;
import dev.sspr.password.PasswordVerdict;
import dev.sspr.password.Requirement;
import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;

/** Checks and sets a new password. */
public final class PasswordCommit {
    private final UserStore users;
    private final PasswordRules rules;
    private final Optional<PasswordVerifier> verifier;

    public PasswordCommit(UserStore users, PasswordRules rules) {
        this(users, rules, Optional.empty());
    }

    /**
     * Writes to a store with a check of passwords, if it has one: then the current password is refused where the rules say
     * so, and a repeated commit knows whether the given password is set.
     */
    public PasswordCommit(UserStore users, PasswordRules rules, Optional<PasswordVerifier> verifier) {
        this.users = users;
        this.rules = rules;
        this.verifier = verifier;
    }

    /** Replaces a forgotten password. */
    public CommitAction reset(Secret typed) {
        return new SetPassword(typed, PasswordContext::reset);
    }

    /** Replaces a known password. */
    public CommitAction change(Secret typed, Secret current) {
        return new SetPassword(typed, (account, proven) -> PasswordContext.change(account, proven, current));
    }

    /** Replaces a known password that was not typed, because the sign-in spares it. */
    public CommitAction change(Secret typed) {
        return new SetPassword(typed, PasswordCommit::changed);
    }

    private static PasswordContext changed(Account account, PasswordContext.Proven proven) {
        return new PasswordContext(
                Purpose.CHANGE, proven, Optional.of(account), List.of(), Optional.empty(), Optional.empty());
    }

    /** What the rules ask of a password of this account, proven by these kinds, before anything is typed. */
    List<Requirement> requirements(Account account, List<MethodKind> proven) {
        return rules.live(Secret.of(""), PasswordContext.reset(account, factor(proven)));
    }

    /** What the rules must know of an account. */
    private interface About {
        PasswordContext of(Account account, PasswordContext.Proven proven);
    }

    private final class SetPassword implements CommitAction {
        private final PasswordText.Prepared prepared;
        private final About about;
        private PasswordVerdict.LookUp lookUp = PasswordVerdict.LookUp.NOT_ASKED;

        SetPassword(Secret typed, About about) {
            this.prepared = PasswordText.prepare(typed);
            this.about = about;
        }

        @Override
        public List<Finding> findings(Account account, List<MethodKind> proven) {
            if (!(prepared instanceof PasswordText.Prepared.Ready ready)) {
                return ((PasswordText.Prepared.Refused) prepared).findings();
            }
            PasswordContext context = about.of(account, factor(proven));
            PasswordVerdict verdict = RoleGuard.ask("password-rules", () -> rules.verdict(ready.secret(), context));
            lookUp = verdict.lookUp();
            return verdict.findings().isEmpty() ? current(context, account.id(), ready.secret()) : verdict.findings();
        }

        @Override
        public Optional<String> unchecked() {
            return lookUp == PasswordVerdict.LookUp.UNAVAILABLE
                    ? Optional.of(PasswordReason.BREACH_CHECK_UNAVAILABLE.code())
                    : Optional.empty();
        }

        @Override
        public UserStore.PasswordWrite commit(UserId user, Generation expected, WriteId write) {
            Secret password = ((PasswordText.Prepared.Ready) prepared).secret();
            return users.setPassword(user, expected, password, write);
        }

        /** F2-S13: asks the store, because nothing of a password is kept in a flow. */
        @Override
        public Match match(UserId user) {
            if (!(prepared instanceof PasswordText.Prepared.Ready ready)) {
                return Match.OTHER;
            }
            return verifier.map(one -> match(one, user, ready.secret())).orElse(Match.UNKNOWN);
        }

        private static Match match(PasswordVerifier verifier, UserId user, Secret password) {
            // a directory takes an empty password for an anonymous bind, so the store is never asked (R-PWD-10)
            if (password.exposeTo(chars -> chars.length == 0 || chars[0] == 0)) {
                return Match.OTHER;
            }
            return switch (verifier.check(user, password)) {
                case RIGHT, NOT_USABLE -> Match.SAME;
                case WRONG -> Match.OTHER;
                case LOCKED -> Match.UNKNOWN;
            };
        }

        @Override
        public boolean sameAs(CommitAction other) {
            return other instanceof SetPassword one
                    && prepared instanceof PasswordText.Prepared.Ready ready
                    && one.prepared instanceof PasswordText.Prepared.Ready same
                    && ready.secret().equals(same.secret());
        }

        @Override
        public void close() {
            if (prepared instanceof PasswordText.Prepared.Ready ready) {
                ready.secret().close();
            }
        }
    }

    /** Asks the store last, about a password without findings; while its own lock is active it cannot tell. */
    private List<Finding> current(PasswordContext about, UserId user, Secret password) {
        Optional<Finding> finding = rules.current(about.purpose());
        if (verifier.isEmpty() || about.current().isPresent() || finding.isEmpty()) {
            return List.of();
        }
        PasswordVerifier.Result known = verifier.get().check(user, password);
        boolean same = known == PasswordVerifier.Result.RIGHT || known == PasswordVerifier.Result.NOT_USABLE;
        return same ? List.of(finding.get()) : List.of();
    }

    /** A mailbox, or a phone alone, is a recovery channel; anything more is a second factor (R-NOT-11, R-PWD-1). */
    private static PasswordContext.Proven factor(List<MethodKind> proven) {
        boolean alone = proven.size() < 2 && proven.stream().allMatch(FieldCodec::carriedInMessages);
        return alone || proven.stream().allMatch(MethodKind.EMAIL_CODE::equals)
                ? PasswordContext.Proven.RECOVERY_CHANNEL
                : PasswordContext.Proven.SECOND_FACTOR;
    }
}
