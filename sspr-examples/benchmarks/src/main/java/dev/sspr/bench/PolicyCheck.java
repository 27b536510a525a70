package dev.sspr.bench;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.sspr.password.PasswordContext;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.CompositionRules;
import dev.sspr.policy.WordRules;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One password checked, everybody over the same 10,000. The same rules for us and Passay: 8 to 128 characters, three of
 * four kinds, no login name, no run of four, no character three times, no word of the dictionary anywhere; all findings.
 */
@State(Scope.Thread)
@NullUnmarked
public class PolicyCheck {
    /** The name that no password may contain. */
    static final String LOGIN = "annabel";

    /** Words in the dictionary. */
    @Param({"10000", "1000000"})
    public int words;

    private List<String> texts;
    private List<Secret> secrets;
    private List<Secret> accepted;
    private PasswordRules standard;
    private PasswordRules same;
    private PasswordContext about;
    private Passay1 passay1;
    private Passay2 passay2;
    private KeycloakRules keycloak;
    private Zxcvbn zxcvbn;
    private int at;

    /** Builds every side. */
    @Setup
    public void setUp() {
        texts = Words.passwords();
        secrets = texts.stream().map(Secret::of).toList();
        about = PasswordContext.first(List.of(LOGIN));
        standard = new PasswordRules(PasswordPolicy.standard()).with(Words.terms(words));
        same = new PasswordRules(PasswordPolicy.nist()
                        .minimumLength(8)
                        .composition(new CompositionRules(CompositionRules.Alphabet.UNICODE, 3, 3, 2))
                        .words(new WordRules(
                                WordRules.Names.CONTAINED, 4, WordRules.Terms.CONTAINED, WordRules.LeftOver.EACH)))
                .with(Words.terms(words));
        accepted = secrets.stream()
                .filter(secret -> standard.check(secret, about).isEmpty())
                .toList();
        List<String> dictionary = Words.dictionary(words);
        passay1 = new Passay1(dictionary);
        passay2 = new Passay2(dictionary);
        keycloak = new KeycloakRules(dictionary);
        zxcvbn = new Zxcvbn();
    }

    private int next() {
        at = at + 1 == texts.size() ? 0 : at + 1;
        return at;
    }

    /**
     * The {@code standard} preset, with the dictionary as the host's own list.
     *
     * @return the findings
     */
    @Benchmark
    public List<Finding> standard() {
        return standard.check(secrets.get(next()), about);
    }

    /**
     * The same for passwords that pass.
     *
     * @return no findings
     */
    @Benchmark
    public List<Finding> accepted() {
        return standard.check(accepted.get(next() % accepted.size()), about);
    }

    /**
     * The rules that Passay checks, by us.
     *
     * @return the findings
     */
    @Benchmark
    public List<Finding> same() {
        return same.check(secrets.get(next()), about);
    }

    /**
     * Passay 1.6.
     *
     * @return its result
     */
    @Benchmark
    public Object passay1() {
        return passay1.check(LOGIN, texts.get(next()));
    }

    /**
     * Passay 2.
     *
     * @return its result
     */
    @Benchmark
    public Object passay2() {
        return passay2.check(LOGIN, texts.get(next()));
    }

    /**
     * Keycloak's own providers, which stop at the first finding, have no runs, and look the whole password up only.
     *
     * @return the rule that was broken
     */
    @Benchmark
    public Object keycloak() {
        return keycloak.first(LOGIN, texts.get(next()));
    }

    /**
     * The same providers, every one of them asked.
     *
     * @return how many refuse
     */
    @Benchmark
    public int keycloakAll() {
        return keycloak.all(LOGIN, texts.get(next()));
    }

    /**
     * zxcvbn4j, which estimates and has no rules.
     *
     * @return the estimate
     */
    @Benchmark
    public Object zxcvbn() {
        return zxcvbn.measure(texts.get(next()));
    }
}
