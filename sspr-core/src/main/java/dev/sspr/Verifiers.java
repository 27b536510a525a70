package dev.sspr;

import dev.sspr.flow.MethodPolicy;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Mint;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.AppCodes;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.CredentialMethods;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.internal.verify.MessageCodes.Given;
import dev.sspr.internal.verify.Methods;
import dev.sspr.internal.verify.OathTokens;
import dev.sspr.internal.verify.Questions;
import dev.sspr.internal.verify.RecoveryCodes;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.internal.verify.SlowHash;
import dev.sspr.register.RegistrationPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every kind of method that something here can carry out: the built-in ones, and those the host plugged in. */
final class Verifiers {
    private static final Map<MethodKind, Channel> CHANNELS = Map.of(
            MethodKind.EMAIL_CODE, Channel.EMAIL,
            MethodKind.SMS_CODE, Channel.SMS,
            MethodKind.VOICE_CODE, Channel.VOICE,
            MethodKind.OFFICE_CODE, Channel.VOICE);

    private final Map<MethodKind, CodeFormat> formats = new LinkedHashMap<>();
    private final Map<MethodKind, CredentialVerifier> credentials = new LinkedHashMap<>();
    private final RecoveryCodes recovery;
    private final AccessPasses passes;
    private final UnaryOperator<Entry> worth;

    /** The built-in kinds and the host's own credentials. */
    Verifiers(SsprPolicy policy, List<CredentialVerifier> plugged, KeyRing keys, Mint mint) {
        CodeFormat digits = CodeFormat.digits(policy.codes().phoneDigits());
        formats.put(MethodKind.EMAIL_CODE, CodeFormat.unambiguous(policy.codes().mailCharacters()));
        formats.put(MethodKind.SMS_CODE, digits);
        formats.put(MethodKind.VOICE_CODE, digits);
        formats.put(MethodKind.OFFICE_CODE, digits);
        MethodPolicy methods = policy.methods();
        this.recovery = new RecoveryCodes(methods.recoveryCodes(), SlowHash.argon2id(), mint);
        this.passes = new AccessPasses(methods.passes(), SlowHash.argon2id(), mint);
        List<CredentialVerifier> all = new ArrayList<>(plugged);
        all.add(new AppCodes(methods.app(), mint));
        all.add(new OathTokens(methods.tokens()));
        Questions questions = new Questions(methods.questions(), SlowHash.argon2id(), mint, keys);
        all.add(questions);
        all.add(recovery);
        for (CredentialVerifier one : all) {
            credentials.putIfAbsent(one.kind(), one);
        }
        this.worth = questions.equals(credentials.get(questions.kind())) ? questions::worth : entry -> entry;
    }

    /** The form of codes that travel in messages. */
    Map<MethodKind, CodeFormat> formats() {
        return formats;
    }

    /** The kinds whose credentials the library keeps. */
    Map<MethodKind, CredentialVerifier> credentials() {
        return credentials;
    }

    /** What a method that was kept under another policy is worth under this one. */
    UnaryOperator<Entry> worth() {
        return worth;
    }

    /** What the help desk hands out: no kind that anybody enrols. */
    AccessPasses passes() {
        return passes;
    }

    /** All of them together, with the host's own verifiers before the built-in ones. */
    Methods methods(
            List<MfaVerifier> plugged,
            Set<Channel> carried,
            KeyRing keys,
            SsprPolicy policy,
            Optional<SecurityInfos> infos,
            InstantSource clock) {
        List<MfaVerifier> all = new ArrayList<>(plugged);
        boolean registered =
                infos.isPresent() && policy.registration().given() == RegistrationPolicy.Given.AFTER_REGISTRATION;
        Given given = registered ? Given.AFTER_REGISTRATION : Given.COUNT;
        formats.forEach((kind, format) -> {
            Channel channel = CHANNELS.getOrDefault(kind, Channel.EMAIL);
            boolean office = kind.equals(MethodKind.OFFICE_CODE);
            if (carried.contains(channel) && !(office && infos.isEmpty())) {
                all.add(new MessageCodes(kind, channel, format, keys, office ? Given.NEVER : given));
            }
        });
        infos.ifPresent(
                store -> credentials.values().forEach(one -> all.add(new CredentialMethods(one, store, clock))));
        return new Methods(all, infos, policy.methods().uses(), recovery, clock);
    }
}
