package dev.sspr.quickstart;

import dev.sspr.spi.BackendUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person resets a forgotten password, in a terminal. */
public final class Quickstart {
    private static final String USAGE = """
            usage: java -jar quickstart.jar [--register] [--change] [--script] [--jdbc URL]

              (nothing)    asks you for everything; needs no set-up
              --register   first lets emma register an authenticator app: have one at hand
              --change     then signs in and changes the password once more
              --script     plays a person by itself; exits with 1 if anything is not as it should be
              --jdbc URL   keeps everything in a database, PostgreSQL or H2, such as
                           jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1
                           jdbc:postgresql://localhost/quickstart?user=me""";

    private Quickstart() {}

    /**
     * Runs it.
     *
     * @param args see the usage
     */
    public static void main(String[] args) {
        int code = run(args, new ConsoleTerminal());
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Terminal terminal) {
        boolean script = false;
        boolean register = false;
        boolean change = false;
        Optional<String> url = Optional.empty();
        List<String> left = new ArrayList<>(List.of(args));
        while (!left.isEmpty()) {
            String arg = left.remove(0);
            if (arg.equals("--script")) {
                script = true;
            } else if (arg.equals("--register")) {
                register = true;
            } else if (arg.equals("--change")) {
                change = true;
            } else if (arg.equals("--jdbc") && !left.isEmpty()) {
                url = Optional.of(left.remove(0));
            } else {
                terminal.say(
                        arg.equals("--help") ? USAGE : "'" + arg + "' is not known, or lacks its value.\n" + USAGE);
                return arg.equals("--help") ? 0 : 2;
            }
        }
        try (Host host = url.map(DatabaseHost::open).orElseGet(MemoryHost::open)) {
            if (script) {
                return new Script(host, terminal).run();
            }
            if (register && new Enrolment(host, terminal).run() == Enrolment.End.NOT_REGISTERED) {
                return 1;
            }
            Conversation reset = new Conversation(host, terminal);
            if (reset.run() == Conversation.End.NOT_SET) {
                return 1;
            }
            boolean changed = !change || new Change(host, terminal).run(reset.who()) == Change.End.CHANGED;
            return changed ? 0 : 1;
        } catch (BackendUnavailableException e) {
            terminal.say("The database does not answer: " + e.getMessage() + "\nIs the URL right, and is it running?");
            return 3;
        }
    }
}
