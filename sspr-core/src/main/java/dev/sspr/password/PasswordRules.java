package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.policy.PasswordPolicy.CompositionRules;
import dev.sspr.policy.WordRules;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks prepared passwords against a policy, and reports every finding, not only the first.
 *
 * <p>The library's own rules run first and need no backend. The roles of the host are asked only about a password
 * without findings so far: first its rules, then its history, then its list of breached passwords.
 *
 * <p><b>Threads.</b> Immutable and safe to share.
 */
public final class PasswordRules {
    private final PasswordPolicy policy;
    private final List<BannedTerms> terms;
    private final List<String> organisation;
    private final HostRules hostRules;
    private final LengthCheck length;
    private final NameCheck names;
    private final List<Check> checks;

    /**
     * Makes the rules of one policy with the bundled list.
     *
     * @param policy the numbers
     */
    public PasswordRules(PasswordPolicy policy) {
        this(policy, List.of(), List.of(), HostRules.NOTHING);
    }

    private PasswordRules(
            PasswordPolicy policy, List<BannedTerms> terms, List<String> organisation, HostRules hostRules) {
        this.policy = policy;
        this.terms = terms;
        this.organisation = organisation;
        this.hostRules = hostRules;
        this.length = new LengthCheck(policy);
        this.names = new NameCheck(policy.words(), organisation);
        this.checks = checks();
    }

    private List<Check> checks() {
        WordRules words = policy.words();
        boolean whole = words.terms() == WordRules.Terms.WHOLE;
        boolean contained = words.terms() == WordRules.Terms.CONTAINED;
        boolean scored = !whole && !contained;
        List<Check> all = new ArrayList<>();
        if (!policy.composition().equals(CompositionRules.NONE)) {
            all.add(new CompositionCheck(policy.composition(), policy.maximumLength()));
        }
        if (!scored) {
            all.add(new RepetitionCheck());
        }
        all.add(new CommonCheck(whole ? plus(Bundled.common(), terms) : List.of(Bundled.common())));
        all.add(names);
        if (scored || (contained && !terms.isEmpty())) {
            all.add(new TermCheck(words, scored ? plus(Bundled.base(), terms) : terms));
        }
        all.add(new CurrentCheck(policy.reuse()));
        return List.copyOf(all);
    }

    private static <T> List<T> plus(T first, List<T> others) {
        List<T> all = new ArrayList<>(others.size() + 1);
        all.add(first);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static <T> List<T> plus(List<T> others, T last) {
        List<T> all = new ArrayList<>(others);
        all.add(last);
        return List.copyOf(all);
    }

    /**
     * Makes a copy with one more list. The policy decides what its terms do.
     *
     * @param more the list
     * @return the copy
     */
    public PasswordRules with(BannedTerms more) {
        return new PasswordRules(policy, plus(terms, more), organisation, hostRules);
    }

    /**
     * Makes a copy with one more rule of the host.
     *
     * @param more the rule; asked only about passwords of accounts, after the library's own rules
     * @return the copy
     */
    public PasswordRules with(PasswordRule more) {
        return new PasswordRules(policy, terms, organisation, hostRules.with(more));
    }

    /**
     * Makes a copy that asks a history, as deep as the policy says.
     *
     * @param asked the history
     * @return the copy
     */
    public PasswordRules with(PasswordHistory asked) {
        return new PasswordRules(policy, terms, organisation, hostRules.with(asked));
    }

    /**
     * Makes a copy that looks for passwords among breached ones, as {@link PasswordPolicy#breach} says.
     *
     * @param list asked about passwords of accounts without other findings, on a thread of its own
     * @return the copy
     */
    public PasswordRules with(BreachedPasswords list) {
        return new PasswordRules(policy, terms, organisation, hostRules.with(list, policy.breach()));
    }

    /**
     * Makes a copy that knows the names of the organisation.
     *
     * @param called names of the organisation, the service, the tenant
     * @return the copy
     */
    public PasswordRules organisation(List<String> called) {
        return new PasswordRules(policy, terms, List.copyOf(called), hostRules);
    }

    /**
     * Checks a password.
     *
     * @param password prepared by {@link PasswordText}; more than {@link PasswordPolicy#MAX_BYTES} characters are
     *     refused before any other work
     * @param about the facts about the account
     * @return every finding; empty if there is none
     * @throws BackendUnavailableException if a rule or the history of the host did not answer
     */
    public List<Finding> check(Secret password, PasswordContext about) {
        return verdict(password, about).findings();
    }

    /**
     * Checks a password, and reports whether it could be looked up among breached ones.
     *
     * <p><b>Blocking.</b> As long as the host's rules and history, and at most as long as {@link BreachRules} allow a
     * list of breached passwords.
     *
     * @param password as for {@link #check}
     * @param about the facts about the account
     * @return the verdict
     * @throws BackendUnavailableException if a rule or the history of the host did not answer
     */
    public PasswordVerdict verdict(Secret password, PasswordContext about) {
        List<Finding> found = new ArrayList<>(2);
        judge(password, about, (met, reason, need, have) -> {
            if (!met) {
                found.add(reason.finding(need, have));
            }
        });
        return found.isEmpty() && about.account().isPresent()
                ? hostRules.verdict(password, about.account().get(), about.purpose(), policy.reuse())
                : new PasswordVerdict(found, PasswordVerdict.LookUp.NOT_ASKED);
    }

    /**
     * Returns the finding about the current password as the new one.
     *
     * @param purpose what the password is set for
     * @return the finding; empty if the policy allows the current password
     */
    public Optional<Finding> current(Purpose purpose) {
        int depth = purpose == Purpose.CHANGE
                ? policy.reuse().onChange()
                : policy.reuse().onReset();
        return depth > 0 ? Optional.of(PasswordReason.SAME_AS_CURRENT.finding(0, 0)) : Optional.empty();
    }

    /**
     * Reports whether the text typed so far meets each rule. It asks no backend, and so no rules and no history of the
     * host.
     *
     * @param typed not prepared, of any length
     * @param about the facts about the account
     * @return every rule that applies, in the same order each time
     */
    public List<Requirement> live(Secret typed, PasswordContext about) {
        List<Requirement> all = new ArrayList<>();
        FindingCollector collector = (met, reason, need, have) -> all.add(
                new Requirement(reason.finding(need, have), met ? Requirement.State.MET : Requirement.State.MISSING));
        PasswordText.Prepared prepared = PasswordText.prepare(typed);
        if (prepared instanceof PasswordText.Prepared.Ready ready) {
            try (Secret secret = ready.secret()) {
                judge(secret, about, collector);
            }
        } else if (typed.length() <= PasswordPolicy.MAX_BYTES) {
            judge(typed, about, collector);
        }
        boolean refused = typed.length() > 0 && !(prepared instanceof PasswordText.Prepared.Ready);
        boolean tooLong = typed.length() > PasswordPolicy.MAX_BYTES;
        PasswordReason reason = tooLong ? PasswordReason.TOO_LONG : PasswordReason.FORBIDDEN_CHARACTER;
        collector.hear(!refused, reason, tooLong ? policy.maximumLength() : 0, 0);
        return List.copyOf(all);
    }

    /**
     * Evaluates a password by banned terms and shows each part of the result. It scores as the policy does, or by
     * {@link WordRules.Terms#SCORED_NEAR} if the policy does not score terms.
     *
     * @param password prepared
     * @param about the facts about the account
     * @return the evaluation, for that user alone
     * @throws IllegalArgumentException if the password is longer than the policy allows
     */
    public BannedEvaluation evaluate(Secret password, PasswordContext about) {
        WordRules words = policy.words();
        boolean exact = words.terms() == WordRules.Terms.SCORED_EXACT;
        WordRules scored = exact ? words : words.terms(WordRules.Terms.SCORED_NEAR);
        if (password.length() > PasswordPolicy.MAX_BYTES) {
            throw new IllegalArgumentException("the password is too long to evaluate: check it first");
        }
        return password.exposeTo(chars -> {
            Candidate candidate = Candidate.of(chars);
            if (!LengthCheck.fits(candidate, policy)) {
                throw new IllegalArgumentException("the password is too long to evaluate: check it first");
            }
            Explanation explanation = new Explanation(candidate, plus(Bundled.base(), terms), scored);
            BannedEvaluation evaluation = explanation.of(names.found(candidate, about));
            candidate.wipe();
            return evaluation;
        });
    }

    private void judge(Secret password, PasswordContext about, FindingCollector collector) {
        if (password.length() > PasswordPolicy.MAX_BYTES) {
            collector.hear(false, PasswordReason.TOO_LONG, policy.maximumLength(), 0);
            return;
        }
        FindingCollector unused = password.exposeTo(chars -> {
            Candidate candidate = Candidate.of(chars);
            judge(candidate, about, collector);
            candidate.wipe();
            return collector;
        });
    }

    private void judge(Candidate candidate, PasswordContext about, FindingCollector collector) {
        length.judge(candidate, about, collector);
        if (LengthCheck.fits(candidate, policy)) {
            for (int i = 0; i < checks.size(); i++) {
                checks.get(i).judge(candidate, about, collector);
            }
        }
    }
}
