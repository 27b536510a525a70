package dev.sspr.internal.verify;

import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies codes that are sent in messages. A code is not stored. It is a keyed digest of the whole challenge, so it is
 * bound to every field, the same challenge can be sent again, and a copy of the store reveals no code (R-TOK-2,
 * R-TOK-4, R-OTP-2, R-OTP-4).
 */
public final class MessageCodes implements MfaVerifier, SecurityInfoBacked {
    /**
     * The prefix of decoy ids. A destination of a store cannot have such an id, because it belongs to a real method.
     */
    private static final String DECOY = "decoy-";

    /** The characters of a long code: 65 bits, so that guessing is hopeless. */
    public static final int LONG_CHARACTERS = 13;

    private static final Set<MethodKind> KINDS =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);
    private static final CodeFormat LONG_FORMAT = CodeFormat.unambiguous(LONG_CHARACTERS);
    /** The state of a challenge whose message carries a long code. */
    private static final VerifierState LONG_STATE = VerifierState.of(new byte[] {1});

    /** The length of a code. */
    public enum Length {
        /** As the policy has it. */
        ORDINARY,
        /** Long enough that no guess needs to be counted. */
        LONG
    }

    private final MethodKind kind;
    private final Channel channel;
    private final CodeFormat format;
    private final KeyRing keys;
    private final StoreDestinations storeDestinations;
    private final NumberRanges ranges;

    /** Whether the destinations of the account's own store count if users register theirs (REG-12). */
    public enum StoreDestinations {
        /** They prove a reset as they are. */
        COUNT,
        /** They count once the account owner has registered them. */
        AFTER_REGISTRATION,
        /** The store has none of this kind: its destinations of the channel belong to another kind. */
        NEVER
    }

    /** Makes codes of one kind over one channel, to every destination that the account's store has. */
    public MessageCodes(MethodKind kind, Channel channel, CodeFormat format, KeyRing keys) {
        this(kind, channel, format, keys, StoreDestinations.COUNT);
    }

    /** Makes codes of one kind over one channel. */
    public MessageCodes(
            MethodKind kind, Channel channel, CodeFormat format, KeyRing keys, StoreDestinations storeDestinations) {
        this(kind, channel, format, keys, storeDestinations, NumberRanges.ALL);
    }

    /** Makes codes of one kind over one channel, to numbers in some ranges. */
    public MessageCodes(
            MethodKind kind,
            Channel channel,
            CodeFormat format,
            KeyRing keys,
            StoreDestinations storeDestinations,
            NumberRanges ranges) {
        this.kind = kind;
        this.channel = channel;
        this.format = format;
        this.keys = keys;
        this.storeDestinations = storeDestinations;
        this.ranges = ranges;
    }

    @Override
    public MethodKind kind() {
        return kind;
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        if (storeDestinations == StoreDestinations.NEVER) {
            return List.of();
        }
        List<AuthMethod> methods = new ArrayList<>();
        for (Destination to : account.destinations()) {
            if (to.channel() == channel && !to.id().startsWith(DECOY) && ranges.accepts(to)) {
                methods.add(method(to));
            }
        }
        return methods;
    }

    @Override
    public List<AuthMethod> methods(Account account, SecurityInfo info, Instant now) {
        List<AuthMethod> methods = new ArrayList<>();
        for (RegisteredMethod method : info.of(kind)) {
            if (method.provesReset(now)) {
                method.destination().filter(ranges::accepts).ifPresent(to -> methods.add(method(to)));
            }
        }
        if (storeDestinations == StoreDestinations.COUNT) {
            methods.addAll(methods(account));
        }
        return methods;
    }

    private AuthMethod method(Destination to) {
        return new AuthMethod(kind, to.id(), to.endpoint(), to.masked(), Optional.of(to));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        String id = DECOY + seed.hex().substring(0, 8);
        return new AuthMethod(kind, id, id + seed.hex(), "•••", Optional.empty());
    }

    /** Returns whether a challenge of a kind of message carries a long code. */
    public static boolean isLong(MethodKind kind, VerifierState verifierState) {
        return KINDS.contains(kind) && verifierState.equals(LONG_STATE);
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return begin(challenge, method, Length.ORDINARY);
    }

    /** Prepares a challenge whose code has a length; a decoy has the same state. */
    MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method, Length length) {
        VerifierState kept = length == Length.LONG ? LONG_STATE : VerifierState.EMPTY;
        Optional<Destination> to = method.destination();
        if (to.isEmpty()) {
            return new MfaVerifier.PreparedChallenge(kept, Optional.empty());
        }
        char[] code = code(keys.digest(), challenge, format(kept));
        Secret secret = Secret.of(code);
        Arrays.fill(code, '\0');
        Optional<Secret> link =
                channel == Channel.EMAIL ? Optional.of(link(keys.digest(), challenge)) : Optional.empty();
        return new MfaVerifier.PreparedChallenge(
                kept, Optional.of(new MfaVerifier.PreparedChallenge.CodeToSend(to.get(), secret, link)));
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        boolean right = keys.anyHolds(key -> matches(key, challenge, format(verifierState), response));
        boolean live = now.isBefore(challenge.expiresAt());
        boolean real = !challenge.methodId().startsWith(DECOY);
        if (!live) {
            return MfaVerifier.Result.UNUSABLE;
        }
        return right && real ? MfaVerifier.Result.PASSED : MfaVerifier.Result.WRONG;
    }

    private CodeFormat format(VerifierState verifierState) {
        return verifierState.equals(LONG_STATE) ? LONG_FORMAT : format;
    }

    private static boolean matches(KeyedDigest key, Challenge challenge, CodeFormat format, Response response) {
        if (response instanceof Response.Link) {
            return link(key, challenge).equals(response.secret());
        }
        char[] expected = code(key, challenge, format);
        Secret text = response instanceof Response.Typed ? response.secret() : Secret.of("");
        return text.exposeTo(typed -> {
            boolean same = KeyedDigest.same(bytes(expected), bytes(format.normalised(typed)));
            Arrays.fill(expected, '\0');
            return same;
        });
    }

    private static char[] code(KeyedDigest key, Challenge challenge, CodeFormat format) {
        return format.code(block -> key.full(bound(DigestLabel.CODE, challenge).with(block)));
    }

    private static Secret link(KeyedDigest key, Challenge challenge) {
        return Token.secretOf(key.full(bound(DigestLabel.LINK, challenge)));
    }

    private static DigestInput bound(DigestLabel digestLabel, Challenge challenge) {
        return new DigestInput(digestLabel)
                .with(challenge.id())
                .with(challenge.flow().digest())
                .with(challenge.purpose().name())
                .with(challenge.user().value())
                .with(challenge.generation().value())
                .with(challenge.kind().value())
                .with(challenge.methodId())
                .with(challenge.issuedAt())
                .with(challenge.expiresAt());
    }

    private static byte[] bytes(char[] chars) {
        byte[] bytes = new byte[2 * chars.length];
        for (int i = 0; i < chars.length; i++) {
            bytes[2 * i] = (byte) (chars[i] >>> 8);
            bytes[2 * i + 1] = (byte) chars[i];
        }
        return bytes;
    }
}
