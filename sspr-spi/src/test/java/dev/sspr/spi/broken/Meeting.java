package dev.sspr.spi.broken;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes a race that could happen happen: a thread of the kit's races waits between its check and its act until another
 * stands there too.
 */
final class Meeting {
    private final Exchanger<Object> exchanger = new Exchanger<>();

    void await() {
        if (!Thread.currentThread().getName().equals("sspr-kit-race")) {
            return;
        }
        try {
            Object unused = exchanger.exchange(this, 20, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // nobody else is here, so there is no race to lose
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
