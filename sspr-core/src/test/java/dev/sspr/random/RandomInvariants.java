package dev.sspr.random;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What must hold in every sequence of calls.
 *
 * <ol>
 *   <li>I1: {@code Done} and {@code PartlyDone} mean that the password that was given is the account's.
 *   <li>I2: a password changes only in a call that sets one and answers {@code Done}, or answers nothing.
 *   <li>I3: a call for one account changes no other account's password.
 *   <li>I4: the password of a disabled account never changes.
 *   <li>I5: a call returns, or throws {@link UnavailableException}.
 *   <li>I6: without a password set by this library there is no audit event and no notice that says so.
 * </ol>
 */
final class RandomInvariants {
    private static final int REMEMBERED = 12;

    private final RandomWorld world;
    private final Deque<String> last = new ArrayDeque<>();
    final Map<String, Integer> results = new TreeMap<>();
    private final int[] passwords = new int[RandomWorld.PEOPLE];

    RandomInvariants(RandomWorld world) {
        this.world = world;
    }

    private void made(String call) {
        last.addLast(call);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    private void unless(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(broken + "\nafter " + String.join("\n      ", last));
        }
    }

    /** A call that may set no password. */
    void call(String name, Runnable call) {
        made(name);
        guarded(() -> {
            call.run();
            return name;
        });
        unchanged("I2: " + name + " changed a password", -1);
    }

    private Object guarded(Supplier<Object> call) {
        Object result;
        if (world.random.nextInt(12) == 0) {
            world.arm();
        }
        try {
            result = call.get();
        } catch (UnavailableException e) {
            result = e;
        } catch (RuntimeException e) {
            throw new AssertionError("I5: " + e + "\nafter " + String.join("\n      ", last), e);
        } finally {
            world.heal();
        }
        return result;
    }

    /** A call that sets a password of a person. */
    void complete(int person, Secret password, Supplier<PasswordChangeResult> call) {
        boolean usable =
                world.users.load(RandomWorld.user(person)).orElseThrow().status() != AccountStatus.DISABLED;
        made("complete for person" + person + " with " + RandomWorld.PASSWORDS.indexOf(password));
        Object result = guarded(call::get);
        String name = result instanceof CompleteResult.NotConfirmed not
                ? "NotConfirmed " + not.reason()
                : result.getClass().getSimpleName();
        results.merge(name, 1, Integer::sum);
        made("  " + name);
        boolean done = result instanceof CompleteResult.Done || result instanceof CompleteResult.PartlyDone;
        if (done) {
            unless(
                    world.users.check(RandomWorld.user(person), password) != PasswordVerifier.Result.WRONG,
                    "I1: " + name + " for a password that does not sign in");
        }
        boolean may = usable && (done || result instanceof UnavailableException);
        unchanged("I2, I3, I4: " + name + " changed a password", may ? person : -1);
        if (may) {
            passwords[person] = world.passwordOf(person);
        }
    }

    /** Another program sets a password. */
    void outside(int person, Secret password) {
        made("another program sets the password of person" + person);
        world.users.changePassword(RandomWorld.user(person), password);
        passwords[person] = world.passwordOf(person);
    }

    private void unchanged(String broken, int except) {
        for (int i = 0; i < passwords.length; i++) {
            unless(i == except || passwords[i] == world.passwordOf(i), broken);
        }
    }
}
