package dev.sspr.adapter.webauthn;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** For whom passkeys are made: where its pages are, and what it takes. */
record RelyingParty(String rpId, Set<String> origins, List<PasskeyAlgorithm> algorithms) {
    ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .rpId(rpId)
                .origins(origins.stream().map(Origin::new).collect(Collectors.toUnmodifiableSet()))
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    List<PublicKeyCredentialParameters> parameters() {
        return algorithms.stream()
                .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one.identifier()))
                .toList();
    }
}
