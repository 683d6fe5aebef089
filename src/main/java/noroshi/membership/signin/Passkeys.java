package noroshi.membership.signin;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.audit.AuditTrail;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in with a passkey, and the passkeys a person has. A refused answer uses its question up all the same. */
@Service
@Transactional
public class Passkeys {
    private final WebAuthnRelyingPartyOperations operations;
    private final PasskeyQuestions questions;
    private final PasskeyStore passkeys;
    private final PasswordStore passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AuditTrail audit;

    Passkeys(
            WebAuthnRelyingPartyOperations operations,
            PasskeyQuestions questions,
            PasskeyStore passkeys,
            PasswordStore passwords,
            Sessions sessions,
            Throttle throttle,
            AuditTrail audit) {
        this.operations = operations;
        this.questions = questions;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** The question for whoever wants to sign in. */
    public PublicKeyCredentialRequestOptions ask(Device device) {
        throttle.passkey(device);
        var challenge = Bytes.random();
        passkeys.ask(challenge.getBytes(), Optional.empty());
        return questions.whoIsThere(challenge);
    }

    /** Opens a session for the owner of the passkey that answered. */
    @Transactional(noRollbackFor = RuleBroken.class)
    public Secret signIn(PublicKeyCredential<AuthenticatorAssertionResponse> answer, Bytes challenge, Device device) {
        throttle.passkey(device);
        if (!passkeys.answer(challenge.getBytes(), Optional.empty())) {
            throw new RuleBroken("membership.passkey.late");
        }
        var owner = Handles.person(verified(answer, challenge, device));
        return sessions.open(owner, Set.of(Factor.PASSKEY), device);
    }

    private Bytes verified(PublicKeyCredential<AuthenticatorAssertionResponse> answer, Bytes challenge, Device device) {
        try {
            return operations
                    .authenticate(new RelyingPartyAuthenticationRequest(questions.whoIsThere(challenge), answer))
                    .getId();
        } catch (IllegalArgumentException | WebAuthnException unknown) {
            audit.recordAttempt("", "session.refused", Map.of("factor", Factor.PASSKEY, "address", device.address()));
            throw new RuleBroken("membership.passkey.unknown");
        }
    }

    /** The question for a new passkey of the person. */
    public PublicKeyCredentialCreationOptions askForNew(Actor actor) {
        var challenge = Bytes.random();
        passkeys.ask(challenge.getBytes(), Optional.of(actor.person()));
        return questions.anotherOne(challenge, actor.person());
    }

    /** Keeps the new passkey. */
    @Transactional(noRollbackFor = RuleBroken.class)
    public void register(
            PublicKeyCredential<AuthenticatorAttestationResponse> answer, Bytes challenge, String label, Actor actor) {
        if (!passkeys.answer(challenge.getBytes(), Optional.of(actor.person()))) {
            throw new RuleBroken("membership.passkey.late");
        }
        try {
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    questions.anotherOne(challenge, actor.person()), new RelyingPartyPublicKey(answer, label)));
        } catch (IllegalArgumentException | WebAuthnException unacceptable) {
            throw new RuleBroken("membership.passkey.refused");
        }
        audit.record(actor, "credential.passkey-added", actor.person(), Map.of());
    }

    /** The person's passkeys, the oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> mine(Actor actor) {
        return passkeys.of(actor.person()).stream()
                .map(each -> new Passkey(
                        each.getCredentialId().toBase64UrlString(),
                        each.getLabel(),
                        each.isBackupState(),
                        each.getCreated(),
                        each.getLastUsed()))
                .toList();
    }

    /** Removes one of the person's passkeys, unless they could no longer sign in. */
    public void remove(String id, Actor actor) {
        var last = passkeys.of(actor.person()).size() == 1 && !passwords.has(actor.person());
        if (passkeys.remove(decoded(id), actor.person()) == 0) {
            throw new NotFound();
        }
        if (last) {
            throw new RuleBroken("membership.credential.last");
        }
        audit.record(actor, "credential.passkey-removed", actor.person(), Map.of());
    }

    private static byte[] decoded(String id) {
        try {
            return Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
