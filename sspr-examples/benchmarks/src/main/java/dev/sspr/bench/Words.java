package dev.sspr.bench;

import dev.sspr.password.BannedTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Dictionaries and passwords as people make them, the same in every run. */
final class Words {
    /** How many passwords each side checks in turns. */
    static final int PASSWORDS = 10_000;

    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fu", "ge", "hi", "jo", "ka", "lu", "me", "ni", "po", "qua", "ri", "sa", "te", "vu", "wi",
        "xo", "zy", "ar", "en", "ol", "st", "tr", "an", "or", "is", "ma", "el", "on", "ing"
    };
    private static final String[] ENDINGS = {"1", "12", "123", "!", "2024", "2026!", "99", "007", "#1", "_x"};

    private Words() {}

    private static String word(Random random, int least, int most) {
        StringBuilder word = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        while (word.length() < length) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        word.setLength(length);
        return word.toString();
    }

    /** Different words of 5 to 10 letters; a longer dictionary begins with the shorter one. */
    static List<String> dictionary(int count) {
        Random random = new Random(20260707);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            words.add(word(random, 5, 10));
        }
        return List.copyOf(words);
    }

    /** The same for the library. */
    static BannedTerms terms(int count) {
        byte[] lines = String.join("\n", dictionary(count)).getBytes(StandardCharsets.UTF_8);
        try {
            return BannedTerms.listed("dictionary", new ByteArrayInputStream(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Word and digits, word, year and symbol, leet, keyboard walks, names, repeats, phrases, random: in equal parts. */
    static List<String> passwords() {
        Random random = new Random(20260708);
        List<String> known = dictionary(10_000);
        List<String> passwords = new ArrayList<>();
        while (passwords.size() < PASSWORDS) {
            String word = known.get(random.nextInt(known.size()));
            String ending = ENDINGS[random.nextInt(ENDINGS.length)];
            String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            passwords.add(
                    switch (passwords.size() % 8) {
                        case 0 -> capital + random.nextInt(10_000);
                        case 1 -> capital + (1970 + random.nextInt(57)) + "!";
                        case 2 -> capital.replace('o', '0').replace('s', '$').replace('a', '@') + ending;
                        case 3 -> "qwertyuiop".substring(random.nextInt(4)) + random.nextInt(1000) + "A";
                        case 4 -> "Anna" + word(random, 3, 6) + ending;
                        case 5 -> "aaa" + capital + "111" + ending;
                        case 6 -> word(random, 4, 7) + " " + word(random, 4, 7) + " " + word + " 7T";
                        default -> random(random);
                    });
        }
        return passwords;
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 12 + random.nextInt(5); i > 0; i--) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        return text.toString();
    }
}
