package dev.sspr.quickstart;

import dev.sspr.Sspr;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Map;

/** The three posts of a forgot-password form, as the README prints them. */
final class HelloReset {
    private final PasswordReset reset;

    HelloReset(Sspr sspr) {
        this.reset = sspr.passwordReset();
    }

    // README begins
    /** POST /forgot: one answer for every name, known or unknown. */
    String forgot(String login, Map<String, String> session) {
        return StartResult.fold(
                reset.start(login, FlowContext.of(Locale.ENGLISH)),
                started -> {
                    session.put("reset", started.handle().expose());
                    return "If we know that name, a message with a code is on its way.";
                },
                refused -> refused.outcome().title(Locale.ENGLISH));
    }

    /** POST /forgot/code: every result has a text for the user. */
    String code(String typed, Map<String, String> session) {
        AnswerResult result = reset.answer(FlowHandle.of(session.getOrDefault("reset", "")), Secret.of(typed));
        return result.outcome().title(Locale.ENGLISH);
    }

    /** POST /forgot/password: a rejected password comes with the reasons, and the user may try again. */
    String password(String typed, Map<String, String> session) {
        CompleteResult result = reset.complete(FlowHandle.of(session.getOrDefault("reset", "")), Secret.of(typed));
        String title = result.outcome().title(Locale.ENGLISH);
        return result instanceof CompleteResult.Rejected rejected ? title + ": " + rejected.findings() : title;
    }
    // README ends
}
