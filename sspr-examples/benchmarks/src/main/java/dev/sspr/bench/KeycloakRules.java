package dev.sspr.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.policy.BlacklistPasswordPolicyProviderFactory;
import org.keycloak.policy.DigitsPasswordPolicyProvider;
import org.keycloak.policy.LengthPasswordPolicyProvider;
import org.keycloak.policy.LowerCasePasswordPolicyProvider;
import org.keycloak.policy.MaximumLengthPasswordPolicyProvider;
import org.keycloak.policy.NotContainsUsernamePasswordPolicyProvider;
import org.keycloak.policy.NotUsernamePasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.policy.RegexPatternsPasswordPolicyProvider;
import org.keycloak.policy.SpecialCharsPasswordPolicyProvider;
import org.keycloak.policy.UpperCasePasswordPolicyProvider;

/**
 * Keycloak's own password policy, its providers asked one after the other as its manager does: up to the first that
 * refuses, or all of them. Of the server around them there is a realm that knows its policy, and nothing else.
 */
final class KeycloakRules {
    private static final String POLICY = "length(8) and maxLength(128) and digits(1) and lowerCase(1) and upperCase(1)"
            + " and specialChars(1) and notUsername and notContainsUsername and regexPattern(^\\S.*\\S$)"
            + " and passwordBlacklist(";

    private final List<PasswordPolicyProvider> providers;

    KeycloakRules(List<String> dictionary) {
        PasswordPolicy[] policy = new PasswordPolicy[1];
        RealmModel realm = role(RealmModel.class, (proxy, method, args) -> policy[0]);
        KeycloakContext context = role(KeycloakContext.class, (proxy, method, args) -> realm);
        Map<String, PasswordPolicyProvider> all = new LinkedHashMap<>();
        all.put("length", new LengthPasswordPolicyProvider(context));
        all.put("maxLength", new MaximumLengthPasswordPolicyProvider(context));
        all.put("digits", new DigitsPasswordPolicyProvider(context));
        all.put("lowerCase", new LowerCasePasswordPolicyProvider(context));
        all.put("upperCase", new UpperCasePasswordPolicyProvider(context));
        all.put("specialChars", new SpecialCharsPasswordPolicyProvider(context));
        all.put("notUsername", new NotUsernamePasswordPolicyProvider(context));
        all.put("notContainsUsername", new NotContainsUsernamePasswordPolicyProvider(context));
        all.put("regexPattern", new RegexPatternsPasswordPolicyProvider(context));
        KeycloakSession session = role(
                KeycloakSession.class,
                (proxy, method, args) -> args == null ? context : all.get(String.valueOf(args[1])));
        BlacklistPasswordPolicyProviderFactory lists = new BlacklistPasswordPolicyProviderFactory();
        String name = written(dictionary, lists);
        all.put("passwordBlacklist", lists.create(session));
        policy[0] = PasswordPolicy.parse(session, POLICY + name + ")");
        this.providers = List.copyOf(all.values());
    }

    /** Keycloak reads its lists from files. */
    private static String written(List<String> dictionary, BlacklistPasswordPolicyProviderFactory lists) {
        try {
            Path folder = Files.createTempDirectory("denylist");
            Path file = Files.write(folder.resolve("words.txt"), dictionary);
            lists.init(role(
                    Config.Scope.class,
                    (proxy, method, args) ->
                            "blacklistsPath".equals(args[0]) ? folder.toString() : args.length > 1 ? args[1] : null));
            file.toFile().deleteOnExit();
            return Objects.requireNonNull(file.getFileName()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T role(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** As Keycloak does it. */
    @Nullable
    PolicyError first(String login, String password) {
        for (PasswordPolicyProvider provider : providers) {
            PolicyError error = provider.validate(login, password);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    /** All findings, as the other sides report them. */
    int all(String login, String password) {
        int refused = 0;
        for (PasswordPolicyProvider provider : providers) {
            refused += provider.validate(login, password) == null ? 0 : 1;
        }
        return refused;
    }
}
