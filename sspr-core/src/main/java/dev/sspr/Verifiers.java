package dev.sspr;

import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.engine.Marks;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.AppCodes;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.CredentialMethods;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.internal.verify.MessageCodes.StoreDestinations;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.NumberRanges;
import dev.sspr.internal.verify.OathTokens;
import dev.sspr.internal.verify.Questions;
import dev.sspr.internal.verify.RecoveryCodes;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.internal.verify.SlowHash;
import dev.sspr.internal.verify.UsedCodes;
import dev.sspr.policy.MethodPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every kind of method that has a verifier: the built-in ones and those of the host. */
final class Verifiers {
    private static final Map<MethodKind, Channel> CHANNELS = Map.of(
            MethodKind.EMAIL_CODE, Channel.EMAIL,
            MethodKind.SMS_CODE, Channel.SMS,
            MethodKind.VOICE_CODE, Channel.VOICE,
            MethodKind.OFFICE_CODE, Channel.VOICE);

    private final Map<MethodKind, CodeFormat> formats = new LinkedHashMap<>();
    private final Map<MethodKind, CredentialVerifier> credentials = new LinkedHashMap<>();
    private final Map<MethodKind, UsedCodes> usedCodes = new LinkedHashMap<>();
    private final RecoveryCodes recovery;
    private final AccessPasses passes;
    private final UnaryOperator<RegisteredMethod> worth;

    /** Makes the verifiers of the built-in kinds and of the host's own credentials. */
    Verifiers(SsprPolicy policy, List<CredentialVerifier> plugged, KeyRing keys, RandomSource random, Marks marks) {
        CodeFormat digits = CodeFormat.digits(policy.codes().phoneDigits());
        formats.put(MethodKind.EMAIL_CODE, CodeFormat.unambiguous(policy.codes().mailCharacters()));
        formats.put(MethodKind.SMS_CODE, digits);
        formats.put(MethodKind.VOICE_CODE, digits);
        formats.put(MethodKind.OFFICE_CODE, digits);
        MethodPolicy methods = policy.methods();
        this.recovery = new RecoveryCodes(methods.recoveryCodes(), SlowHash.argon2id(), random);
        this.passes = new AccessPasses(methods.accessPasses(), SlowHash.argon2id(), random);
        List<CredentialVerifier> all = new ArrayList<>(plugged);
        all.add(new AppCodes(methods.authenticator(), random));
        all.add(new OathTokens(methods.tokens()));
        Questions questions = new Questions(methods.questions(), SlowHash.argon2id(), random, keys);
        all.add(questions);
        all.add(recovery);
        for (CredentialVerifier one : all) {
            credentials.putIfAbsent(one.kind(), GuardedRoles.credentialVerifier(one));
            usedCodes.putIfAbsent(one.kind(), UsedCodes.of(one, marks));
        }
        boolean own = GuardedRoles.credentialVerifier(questions).equals(credentials.get(questions.kind()));
        this.worth = own ? questions::worth : method -> method;
    }

    /** Returns the formats of codes that are sent in messages. */
    Map<MethodKind, CodeFormat> formats() {
        return formats;
    }

    /** Returns the kinds whose credentials the library keeps. */
    Map<MethodKind, CredentialVerifier> credentials() {
        return credentials;
    }

    /** Returns the function that maps a method of another policy to its state under this one. */
    UnaryOperator<RegisteredMethod> worth() {
        return worth;
    }

    /** Returns the temporary access passes of the help desk, a kind that users cannot enrol. */
    AccessPasses passes() {
        return passes;
    }

    /** Returns all methods, with the host's own verifiers before the built-in ones. */
    MethodCatalog methods(
            List<MfaVerifier> plugged,
            Set<Channel> carried,
            KeyRing keys,
            SsprPolicy policy,
            Optional<SecurityInfoStore> infos,
            InstantSource clock) {
        List<MfaVerifier> all = new ArrayList<>();
        plugged.forEach(one -> all.add(GuardedRoles.mfaVerifier(one)));
        boolean registered = infos.isPresent()
                && policy.registration().storeDestinations() == RegistrationPolicy.StoreDestinations.AFTER_REGISTRATION;
        StoreDestinations storeDestinations =
                registered ? StoreDestinations.AFTER_REGISTRATION : StoreDestinations.COUNT;
        NumberRanges ranges = new NumberRanges(policy.registration().callingCodes());
        formats.forEach((kind, format) -> {
            Channel channel = CHANNELS.getOrDefault(kind, Channel.EMAIL);
            boolean office = kind.equals(MethodKind.OFFICE_CODE);
            if (carried.contains(channel) && !(office && infos.isEmpty())) {
                all.add(new MessageCodes(
                        kind, channel, format, keys, office ? StoreDestinations.NEVER : storeDestinations, ranges));
            }
        });
        infos.ifPresent(store -> credentials.forEach((kind, one) -> all.add(
                new CredentialMethods(one, store, clock, Objects.requireNonNull(usedCodes.get(kind), "usedCodes")))));
        return new MethodCatalog(all, infos, policy.methods().capabilities(), recovery, ranges, clock);
    }
}
