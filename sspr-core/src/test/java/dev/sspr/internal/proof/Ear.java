package dev.sspr.internal.proof;

import dev.sspr.spi.Memo;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What an observer of the calling thread hears: each call to a role of the host with the sizes of what goes in and comes
 * out, never the values, which are random or keyed.
 */
public final class Ear implements Spied.Around {
    private static final Map<Class<?>, List<Method>> PARTS = new ConcurrentHashMap<>();

    private final Thread caller = Thread.currentThread();
    private final StringBuilder heard = new StringBuilder();
    private boolean listening;

    @Override
    public Object pass(Spied call) throws Throwable {
        if (!listening || Thread.currentThread() != caller) {
            return call.go();
        }
        heard.append(call.name()).append('(');
        for (Object arg : call.args) {
            shape(arg, true);
        }
        heard.append(')');
        Object answer = call.go();
        shape(answer, true);
        heard.append('\n');
        return answer;
    }

    /** What is heard of one act, and its result. */
    public String of(Supplier<?> act) {
        heard.setLength(0);
        listening = true;
        try {
            Object result = act.get();
            heard.append("result ");
            shape(result, false);
            return heard.toString();
        } finally {
            listening = false;
        }
    }

    /** A value by its type and size; {@code hidden} where an observer sees no values, a result is seen whole. */
    private void shape(Object value, boolean hidden) {
        if (value == null) {
            heard.append("null ");
        } else if (value instanceof CharSequence text) {
            heard.append(hidden ? "text" + text.length() : text).append(' ');
        } else if (value instanceof Secret secret) {
            heard.append("secret").append(secret.length()).append(' ');
        } else if (value instanceof SealedBody body) {
            heard.append("body").append(body.size()).append(' ');
        } else if (value instanceof Memo memo) {
            heard.append("memo").append(memo.bytes().length).append(' ');
        } else if (value instanceof Enum<?> || value instanceof Boolean) {
            heard.append(value).append(' ');
        } else if (value instanceof Optional<?> optional) {
            heard.append(optional.isPresent() ? "some " : "none ");
            optional.ifPresent(inner -> shape(inner, hidden));
        } else if (value instanceof Collection<?> many) {
            heard.append(many.size()).append("of ");
            many.forEach(one -> shape(one, hidden));
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, one) -> {
                heard.append(key).append('=');
                shape(one, false);
            });
        } else if (value instanceof Record record) {
            parts(record, hidden);
        } else {
            heard.append(value.getClass().getSimpleName()).append(' ');
            if (!hidden) {
                heard.append(value).append(' ');
            }
        }
    }

    private void parts(Record record, boolean hidden) {
        heard.append(record.getClass().getSimpleName()).append('{');
        for (Method part : PARTS.computeIfAbsent(record.getClass(), Ear::accessors)) {
            try {
                shape(part.invoke(record), hidden);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a part of a record", e);
            }
        }
        heard.append('}');
    }

    private static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .peek(part -> part.setAccessible(true))
                .toList();
    }
}
