package dev.sspr.bench;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The rules that Keycloak's password policy has, one after the other up to the first that is broken, and its denylist: a
 * Bloom filter of Guava with a false-positive rate of 0.0001 over whole passwords in lower case.
 */
final class KeycloakRules {
    private static final double FALSE_POSITIVES = 0.0001;

    private final BloomFilter<CharSequence> denylist;

    @SuppressWarnings("UnstableApiUsage")
    KeycloakRules(List<String> dictionary) {
        denylist = BloomFilter.create(Funnels.stringFunnel(StandardCharsets.UTF_8), dictionary.size(), FALSE_POSITIVES);
        dictionary.forEach(denylist::put);
    }

    String check(String login, String password) {
        if (password.length() < 8 || password.length() > 128) {
            return "length";
        }
        if (count(password, 'd') < 1) {
            return "digits";
        }
        if (count(password, 'l') < 1) {
            return "lowerCase";
        }
        if (count(password, 'u') < 1) {
            return "upperCase";
        }
        if (count(password, 's') < 1) {
            return "specialChars";
        }
        if (password.equals(login) || password.contains(login)) {
            return "username";
        }
        return denylist.mightContain(password.toLowerCase(Locale.ROOT)) ? "denylist" : "";
    }

    private static int count(String password, char kind) {
        int count = 0;
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            boolean fits = switch (kind) {
                case 'd' -> Character.isDigit(c);
                case 'l' -> Character.isLowerCase(c);
                case 'u' -> Character.isUpperCase(c);
                default -> !Character.isLetterOrDigit(c);
            };
            count += fits ? 1 : 0;
        }
        return count;
    }
}
