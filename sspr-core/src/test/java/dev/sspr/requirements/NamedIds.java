package dev.sspr.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids that the Java sources of all modules name, and the tests among them that hold an id. */
final class NamedIds {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ID = Pattern.compile("\\b(?:[RV]-[A-Z]{1,6}-\\d+[a-z]?|F2-[A-Z]\\d+|V-PUSH)\\b");
    private static final Pattern RANGE =
            Pattern.compile("\\b((?:[RV]-[A-Z]{1,6}-|F2-[A-Z]))(\\d+)(?:\\.\\.| to \\1)(\\d+)\\b");
    private static final Pattern LABEL = Pattern.compile("@(?:Tag|DisplayName)\\(\\s*\"([^\"]*)\"");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\\b");

    private NamedIds() {}

    /** Each id that code or tests name, with the first file that names it. */
    static SortedMap<String, String> inCode() throws IOException {
        SortedMap<String, String> named = new TreeMap<>();
        for (Path file : sources()) {
            for (String id : idsIn(Files.readString(file))) {
                named.putIfAbsent(id, name(file));
            }
        }
        return named;
    }

    /** Each id that a test names in a tag, a display name or its Javadoc, with the classes of those tests. */
    static SortedMap<String, SortedSet<String>> holders() throws IOException {
        SortedMap<String, SortedSet<String>> holders = new TreeMap<>();
        for (Path file : tests()) {
            for (String id : heldIn(Files.readString(file))) {
                holders.computeIfAbsent(id, key -> new TreeSet<>()).add(name(file));
            }
        }
        return holders;
    }

    /** Every class among the tests of all modules. */
    static List<String> testClasses() throws IOException {
        return tests().stream().map(NamedIds::name).toList();
    }

    /** The ids that the source of one test holds. */
    static SortedSet<String> heldIn(String source) {
        StringBuilder text = new StringBuilder();
        LABEL.matcher(source)
                .results()
                .forEach(label -> text.append(label.group(1)).append('\n'));
        if (TEST.matcher(source).find()) {
            JAVADOC.matcher(source)
                    .results()
                    .forEach(comment -> text.append(comment.group()).append('\n'));
        }
        SortedSet<String> held = idsIn(text);
        Matcher ranges = RANGE.matcher(text);
        while (ranges.find()) {
            int last = Integer.parseInt(ranges.group(3));
            for (int n = Integer.parseInt(ranges.group(2)); n <= last; n++) {
                held.add(ranges.group(1) + n);
            }
        }
        return held;
    }

    private static SortedSet<String> idsIn(CharSequence text) {
        return new TreeSet<>(ID.matcher(text).results().map(MatchResult::group).toList());
    }

    private static List<Path> tests() throws IOException {
        return sources().stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/test/"))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> tree = Files.walk(module.resolve("src"))) {
                tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files.stream().sorted().toList();
    }

    private static List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>(List.of(ROOT.resolve("sspr-spi"), ROOT.resolve("sspr-core")));
        try (Stream<Path> examples = Files.list(ROOT.resolve("sspr-examples"))) {
            examples.filter(module -> Files.isDirectory(module.resolve("src"))).forEach(modules::add);
        }
        return modules;
    }

    /** The class of a file, without the package that all of them share. */
    private static String name(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.replaceFirst(".*/java/(?:dev/sspr/)?", "")
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
    }
}
