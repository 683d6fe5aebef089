package noroshi.membership.signin;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import noroshi.membership.Members;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.stereotype.Component;

/** What we ask of authenticators: the person must be there and show it to the device, and no name need be typed. */
@Component
class PasskeyQuestions {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    private final PublicKeyCredentialRpEntity site;
    private final PasskeyStore passkeys;
    private final Members members;

    PasskeyQuestions(PublicKeyCredentialRpEntity site, PasskeyStore passkeys, Members members) {
        this.site = site;
        this.passkeys = passkeys;
        this.members = members;
    }

    PublicKeyCredentialRequestOptions whoIsThere(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.getId())
                .timeout(PATIENCE)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    PublicKeyCredentialCreationOptions anotherOne(Bytes challenge, UUID person) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(site)
                .user(PasskeyPeople.of(members.person(person)))
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(PATIENCE)
                .excludeCredentials(passkeys.of(person).stream()
                        .map(PasskeyQuestions::descriptor)
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord passkey) {
        return PublicKeyCredentialDescriptor.builder()
                .id(passkey.getCredentialId())
                .type(PublicKeyCredentialType.PUBLIC_KEY)
                .transports(passkey.getTransports())
                .build();
    }
}
