package dev.sspr.spi.kit;

import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Wrong responses of every kind, and right ones that were changed. */
final class HostileResponses {
    private static final List<String> JSON = List.of(
            "{}",
            "[]",
            "{",
            "{\"id\":1,\"type\":[]}",
            "{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":\"\u00e9\",\"rawId\":\"=\",\"type\":\"public-key\",\"response\":null}",
            // a parser that calls itself for each of them runs out of stack
            "[".repeat(Response.MAX_JSON),
            "{\"a\":".repeat(3000));

    private HostileResponses() {}

    static List<Response> all() {
        List<Response> all = new ArrayList<>(List.of(new Response.Poll(), new Response.Answers(List.of())));
        for (String text : Hostile.codes()) {
            Secret secret = Secret.of(text);
            all.add(new Response.Typed(secret));
            all.add(new Response.Link(secret));
            all.add(new Response.PublicKey(secret));
            all.add(new Response.Answers(List.of(secret)));
            all.add(new Response.Answers(Collections.nCopies(Response.MAX_ANSWERS, secret)));
        }
        JSON.forEach(json -> all.add(new Response.PublicKey(Secret.of(json))));
        return all;
    }

    /**
     * Changes that make a right response wrong; a browser's JSON is only cut, because JSON may have spaces anywhere.
     */
    static List<Response> spoilt(Response right) {
        List<Response> spoilt = new ArrayList<>();
        if (right instanceof Response.Answers answers) {
            List<Secret> list = answers.answers();
            List<Secret> begin = list.subList(0, list.size() - 1);
            changes(list.get(list.size() - 1)).forEach(text -> {
                List<Secret> changed = new ArrayList<>(begin);
                changed.add(Secret.of(text));
                spoilt.add(new Response.Answers(changed));
            });
            spoilt.add(new Response.Answers(begin));
        } else if (right instanceof Response.PublicKey key) {
            String json = key.secret().exposeTo(String::new);
            spoilt.add(new Response.PublicKey(Secret.of(json.substring(1))));
            spoilt.add(new Response.PublicKey(Secret.of(json.substring(0, json.length() - 1))));
        } else if (right.secret().length() > 0) {
            List<String> texts = changes(right.secret());
            texts.add(fullWidth(right.secret().exposeTo(String::new)));
            texts.forEach(text -> spoilt.add(
                    right instanceof Response.Link
                            ? new Response.Link(Secret.of(text))
                            : new Response.Typed(Secret.of(text))));
        }
        return spoilt;
    }

    /** Describes a response for a message. It is always one of the kit's own, so the text reveals nothing. */
    static String describe(Response response) {
        String text = response.secret().exposeTo(String::new);
        String start = text.length() > 40 ? text.substring(0, 40) + "... (" + text.length() + ")" : text;
        return "'" + start + "' as " + response.getClass().getSimpleName();
    }

    private static List<String> changes(Secret secret) {
        String right = secret.exposeTo(String::new);
        return new ArrayList<>(List.of(
                right + "0",
                "0" + right,
                right.substring(1),
                right.substring(0, right.length() - 1),
                right + "\0",
                right + right,
                new StringBuilder(right + "1").reverse().toString()));
    }

    private static String fullWidth(String right) {
        StringBuilder wide = new StringBuilder();
        right.chars().forEach(c -> wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }
}
