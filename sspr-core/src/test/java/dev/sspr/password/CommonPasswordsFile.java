package dev.sspr.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes {@code common-passwords.txt} and {@code base-terms.txt} from the ranked lists in the jar of zxcvbn4j (MIT) and
 * from this project's own list: the same bytes wherever it runs. {@code common-passwords.md} describes the steps.
 */
final class CommonPasswordsFile {
    /** How many passwords are bundled; above the 100,000 of R-PWD-5. */
    static final int COMMON = 120_000;
    /** No policy lets a shorter one pass. */
    static final int SHORTEST = 8;

    private static final int MOST_FREQUENT = 20_000;
    private static final int BASE_PASSWORDS = 3_000;
    private static final int BASE_NAMES = 500;
    private static final String ZXCVBN = "/com/nulabinc/zxcvbn/matchers/dictionaries/";
    private static final List<String> ENDINGS = Stream.of(
                    Stream.of("1", "123", "12", "!", "1234", "01", "2", "12345", "123456", "7", "123!", "1!", "11"),
                    IntStream.rangeClosed(1, 16).mapToObj(back -> String.valueOf(2027 - back)),
                    Stream.of("23", "13", "22", "69", "21", "99", "007", "3", "5", "10", "77", "88", "00", "666", "!!"),
                    IntStream.rangeClosed(1970, 2010).mapToObj(String::valueOf),
                    Stream.of("321", "111", "777", "123456789", "1234567", "12345678", "1234567890", "2026!", "2025!"))
            .flatMap(ending -> ending)
            .toList();

    private CommonPasswordsFile() {}

    /**
     * Writes both files.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0], "common-passwords.txt"), text(common()));
        Files.writeString(Path.of(args[0], "base-terms.txt"), text(base()));
    }

    /** Passwords of 8 to 24 characters in normal form, until there are enough. */
    static Set<String> common() throws IOException {
        Set<String> all = new LinkedHashSet<>();
        add(all, zxcvbn("passwords"));
        add(all, own());
        add(all, zxcvbn("english_wikipedia").subList(0, MOST_FREQUENT));
        add(all, zxcvbn("us_tv_and_film").subList(0, MOST_FREQUENT / 2));
        add(all, zxcvbn("female_names"));
        add(all, zxcvbn("male_names"));
        add(all, zxcvbn("surnames"));
        List<String> words = words();
        for (String word : words.subList(0, 4_000)) {
            add(all, List.of(word + word, word + word + word, word + "4ever", "ilove" + word, "my" + word));
        }
        PriorityQueue<int[]> cheapest = new PriorityQueue<>((one, other) -> {
            int byCost = Long.compare((long) one[0] * one[1], (long) other[0] * other[1]);
            return byCost != 0 ? byCost : Integer.compare(one[0], other[0]);
        });
        for (int word = 1; word <= words.size(); word++) {
            cheapest.add(new int[] {word, 1});
        }
        while (all.size() < COMMON) {
            int[] next = Objects.requireNonNull(cheapest.poll());
            add(all, List.of(words.get(next[0] - 1) + ENDINGS.get(next[1] - 1)));
            if (next[1] < ENDINGS.size()) {
                cheapest.add(new int[] {next[0], next[1] + 1});
            }
        }
        return all;
    }

    /** Words that people put endings to: common passwords of letters, names, then frequent words, in turns. */
    private static List<String> words() throws IOException {
        List<List<String>> sources = List.of(
                letters(zxcvbn("passwords")),
                letters(own()),
                letters(zxcvbn("female_names")),
                letters(zxcvbn("male_names")),
                letters(zxcvbn("english_wikipedia")),
                letters(zxcvbn("surnames")));
        Set<String> words = new LinkedHashSet<>();
        for (int rank = 0; rank < MOST_FREQUENT; rank++) {
            for (List<String> source : sources) {
                if (rank < source.size()) {
                    words.add(source.get(rank));
                }
            }
        }
        return List.copyOf(words);
    }

    /** Words for scoring: of at least five letters, or six of anything. */
    static Set<String> base() throws IOException {
        Set<String> all = new TreeSet<>();
        Predicate<String> fits = word -> word.length() >= (word.matches("[a-z]+") ? 5 : 6) && word.length() <= 16;
        Stream.of(
                        zxcvbn("passwords").stream().limit(BASE_PASSWORDS),
                        zxcvbn("female_names").stream().limit(BASE_NAMES),
                        zxcvbn("male_names").stream().limit(BASE_NAMES),
                        Stream.of("january february march april june july august september october november december"
                                .split(" ", -1)),
                        Stream.of("monday tuesday wednesday thursday friday saturday sunday".split(" ", -1)),
                        Stream.of("spring summer autumn winter qwertz azerty asdfgh zxcvbn".split(" ", -1)))
                .flatMap(words -> words)
                .filter(fits)
                .forEach(word -> all.add(normal(word)));
        return all;
    }

    private static List<String> letters(List<String> words) {
        return words.stream()
                .filter(word -> word.length() >= 4 && word.matches("[a-z]+"))
                .toList();
    }

    private static void add(Set<String> all, List<String> some) {
        for (String one : some) {
            String normal = normal(one);
            if (normal.length() >= SHORTEST && normal.length() <= TermIndex.LONGEST && all.size() < COMMON) {
                all.add(normal);
            }
        }
    }

    private static String normal(String text) {
        int[] points = CaseFolding.normal(text.toLowerCase(Locale.ROOT));
        return new String(points, 0, points.length);
    }

    private static List<String> zxcvbn(String list) throws IOException {
        return lines(ZXCVBN + list + ".txt");
    }

    private static List<String> own() throws IOException {
        return lines("own-passwords.txt").stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream found =
                        Objects.requireNonNull(CommonPasswordsFile.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            List<String> words = new ArrayList<>();
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(words::add);
            return words;
        }
    }

    /** Sorted, each with how many characters it shares with the one before, in base 36. */
    static String text(Set<String> terms) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String term : new TreeSet<>(terms)) {
            int shared = 0;
            while (shared < Math.min(before.length(), term.length()) && before.charAt(shared) == term.charAt(shared)) {
                shared++;
            }
            text.append(Integer.toString(shared, 36))
                    .append(term, shared, term.length())
                    .append('\n');
            before = term;
        }
        return text.toString();
    }
}
