package dev.sspr.quickstart;

import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays two people who forgot their passwords, and checks what they see. */
final class Script {
    private static final Pattern CODE = Pattern.compile("\\| ([2-9A-HJ-NP-Z]{10}|[0-9]{8})$", Pattern.MULTILINE);
    private static final String SENTENCE = "four quiet herons at dusk";
    private static final Secret NEW = Secret.of(SENTENCE);

    private final Host host;
    private final Terminal terminal;
    private final List<String> wrong = new ArrayList<>();

    Script(Host host, Terminal terminal) {
        this.host = host;
        this.terminal = terminal;
    }

    int run() {
        terminal.say("== anna forgot her password: a wrong code, a weak password, then it works");
        Person anna = new Person("anna", List.of("WRONG-CODE", "*"), List.of("anna2026", SENTENCE));
        play(
                anna,
                Host.ANNA,
                List.of("Tries left: 4", "at least 15 characters", "little more than your name", "Done."));
        change();
        terminal.say("== root is privileged: two proofs, by mail and by text message");
        Person root = new Person("root", List.of("*", "*"), List.of(SENTENCE));
        play(root, Host.ROOT, List.of("One more proof", "+•••••••67", "Text message to", "Done."));
        register();
        terminal.say("== somebody asks for a name that nobody has: the same answer, and no message");
        Person nobody = new Person("nobody", List.of("AAAAAAAAAA", "c"), List.of());
        new Conversation(host, nobody).run();
        expect(nobody.seen, List.of("If we know that name", "Tries left: 4", "Cancelled: ENDED"));
        wrong.forEach(line -> terminal.say("NOT AS IT SHOULD BE: " + line));
        terminal.say(wrong.isEmpty() ? "All as it should be." : wrong.size() + " things are not as they should be.");
        return wrong.isEmpty() ? 0 : 1;
    }

    private void change() {
        terminal.say("== anna changes it: a wrong current password, the same one again, then it works");
        String other = "seven loud geese at dawn";
        Person anna = new Person(
                "anna", List.of(), List.of(SENTENCE, "not that one", other, SENTENCE, SENTENCE, SENTENCE, other));
        Change.End end = new Change(host, anna).run(Host.ANNA);
        expect(anna.seen, List.of("is another one", "your current password", "Changed.", "E-mail to anna@"));
        if (end != Change.End.CHANGED || !host.signsIn().test(Host.ANNA, Secret.of(other))) {
            wrong.add("the changed password does not sign anna in");
        }
    }

    /** The code that confirms the app is spent: it is that of the half minute before, so that the next one is at hand. */
    private void register() {
        terminal.say("== emma registers an authenticator app; then a reset takes her mailbox and the app");
        Person emma = new Person("emma", List.of("000000", "app-", "*", "app"), List.of(SENTENCE));
        if (new Enrolment(host, emma).run() == Enrolment.End.NOT_REGISTERED) {
            wrong.add("the app was not registered");
        }
        play(emma, Host.EMMA, List.of("otpauth://totp/", "Tries left: 4", "Registered:", "app-code", "Done."));
    }

    private void play(Person person, LoginName login, List<String> expected) {
        if (host.signsIn().test(login, NEW)) {
            wrong.add(login.value() + " had the new password before");
        }
        Conversation.End end = new Conversation(host, person).run();
        expect(person.seen, expected);
        if (end != Conversation.End.PASSWORD_SET || !host.signsIn().test(login, NEW)) {
            wrong.add("the new password does not sign " + login.value() + " in");
        }
    }

    private void expect(StringBuilder seen, List<String> expected) {
        for (String text : expected) {
            if (seen.indexOf(text) < 0) {
                wrong.add("nobody was told: " + text);
            }
        }
    }

    /** Types what it was told to; a {@code *} stands for the code in the last message. */
    private final class Person implements Terminal {
        private final String name;
        private final List<String> codes;
        private final List<String> passwords;
        private final StringBuilder seen = new StringBuilder();
        private String lastCode = "no message has come";
        private Optional<PhoneApp> app = Optional.empty();

        Person(String name, List<String> codes, List<String> passwords) {
            this.name = name;
            this.codes = new ArrayList<>(codes);
            this.passwords = new ArrayList<>(passwords);
        }

        @Override
        public void say(String line) {
            terminal.say(line);
            seen.append(line).append('\n');
            if (line.startsWith("otpauth:")) {
                app = Optional.of(PhoneApp.scanned(line));
            }
            Matcher code = CODE.matcher(line);
            if (code.find()) {
                lastCode = code.group(1);
            }
        }

        @Override
        public Optional<String> ask(String prompt) {
            if (prompt.startsWith("Who")) {
                return typed(prompt, name);
            }
            if (codes.isEmpty()) {
                return Optional.empty();
            }
            String next = codes.remove(0);
            return typed(prompt, next.equals("*") ? lastCode : next.startsWith("app") ? appCode(next) : next);
        }

        private String appCode(String which) {
            Instant at = Instant.now().minusSeconds(which.equals("app-") ? 30 : 0);
            return app.map(phone -> phone.code(at)).orElse("no app");
        }

        @Override
        public Optional<Secret> askSecret(String prompt) {
            return passwords.isEmpty()
                    ? Optional.empty()
                    : typed(prompt, passwords.remove(0)).map(Secret::of);
        }

        private Optional<String> typed(String prompt, String text) {
            terminal.say(prompt + " " + text);
            return Optional.of(text);
        }
    }
}
