package noroshi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.signin.Totp;
import noroshi.notification.Bounced;
import noroshi.shared.Actor;
import noroshi.site.SiteSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** How people get in, stay in and leave, and whether mail reaches them. */
class PeopleLeaveRecordsTests extends ActsOnRecord {
    private static final byte PRESENT_AND_VERIFIED =
            (byte) (AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV | AuthenticatorData.BIT_AT);

    @Autowired
    MatrixMembers members;

    @Autowired
    Organisations organisations;

    @Autowired
    SiteSettings site;

    @Autowired
    JsonMapper json;

    @Test
    @LeavesRecords("POST /members/{person}/recovery")
    void aColleagueIsHelpedBackIn() throws Exception {
        var ids = new HashMap<String, String>();
        var person = members.newcomer(RAILWAY, RIN, ids);
        leaves(
                Left.on(person, "recovery.requested"),
                new Act(RIN, "POST /members/{person}/recovery", ids, Map.of("reason", "電話で本人と確かめた")));
    }

    @Test
    @LeavesRecords("POST /organisations/{id}/withdrawal")
    void anOrganisationLeaves() throws Exception {
        var code = "o-" + UUID.randomUUID();
        var id = organisations.found(new NewOrganisation(code, "去る会", "Leaving", Organisation.Part.MEMBER, ""), ADA);
        leaves(
                Left.on(id, "organisation.withdrawn"),
                new Act(
                        ADA,
                        "POST /organisations/{id}/withdrawal",
                        Map.of("organisation", id.toString()),
                        Map.of("reason", "解散した")));
    }

    @Test
    @LeavesRecords({
        "POST /settings/password",
        "POST /welcome/password",
        "POST /welcome/passkey/question",
        "POST /welcome/passkey",
        "POST /settings/password/removal",
        "POST /settings/passkeys/{id}/removal"
    })
    void somebodySetsHowTheySignIn() throws Exception {
        var on = VERA.person();
        leaves(
                Left.on(MINA.person(), "credential.password-set"),
                new Act(MINA, "POST /welcome/password", Map.of(), password()));
        leaves(Left.on(on, "credential.password-set"), new Act(VERA, "POST /settings/password", Map.of(), password()));
        leavesNothing(new Act(VERA, "POST /welcome/passkey/question", Map.of(), Map.of()));
        for (var key : List.of("first of two keys", "second of the two")) {
            leaves(
                    Left.on(on, "credential.passkey-added"),
                    new Act(VERA, "POST /welcome/passkey", Map.of(), Map.of(), new Body.Json(passkey(key, VERA))));
        }
        leaves(
                Left.on(on, "credential.password-removed"),
                new Act(VERA, "POST /settings/password/removal", Map.of(), Map.of()));
        leaves(
                Left.on(on, "credential.passkey-removed"),
                new Act(
                        VERA,
                        "POST /settings/passkeys/{id}/removal",
                        Map.of("id", text("first of two keys".getBytes(UTF_8))),
                        Map.of()));
    }

    private static Map<String, String> password() {
        var app = Totp.random();
        return Map.of(
                "password", "灯台もと暗し 七月の二十三日から",
                "key", app.text(),
                "code", app.code(Instant.now().getEpochSecond() / 30));
    }

    /** What a device answers to the question for a new passkey (W3C Web Authentication, section 7.1). */
    private String passkey(String name, Actor actor) throws Exception {
        var id = name.getBytes(UTF_8);
        var question =
                mvc.post().uri("/welcome/passkey/question").with(as(actor)).exchange();
        var challenge = json.readTree(question.getResponse().getContentAsString())
                .path("challenge")
                .asString();
        var pair = KeyPairGenerator.getInstance("EC");
        pair.initialize(new ECGenParameterSpec("secp256r1"));
        var key = EC2COSEKey.create((ECPublicKey) pair.generateKeyPair().getPublic(), COSEAlgorithmIdentifier.ES256);
        var url = site.url();
        var authenticator = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                MessageDigest.getInstance("SHA-256").digest(url.getHost().getBytes(UTF_8)),
                PRESENT_AND_VERIFIED,
                0,
                new AttestedCredentialData(AAGUID.ZERO, id, key));
        var attestation = new AttestationObjectConverter(new ObjectConverter())
                .convertToBytes(new AttestationObject(authenticator, new NoneAttestationStatement()));
        var origin = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        var asked = json.writeValueAsString(
                Map.of("type", "webauthn.create", "challenge", challenge, "origin", origin, "crossOrigin", false));
        return json.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response",
                        Map.of("clientDataJSON", text(asked.getBytes(UTF_8)), "attestationObject", text(attestation)),
                "clientExtensionResults", Map.of()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    @LeavesRecords({"POST /settings/mail/trial", "POST /notifications/outbox/bounces"})
    void mailIsTriedAndComesBack() throws Exception {
        leaves(
                Left.on(GEN.person(), "notification.trial-asked"),
                new Act(GEN, "POST /settings/mail/trial", Map.of(), Map.of()));
        var mail = known("select id from notification.mail where trial and person = '" + GEN.person() + "'");
        matters.owner("update notification.mail set state = 'sent', done_at = now() where id = '" + mail + "'");
        leaves(
                Left.on(mail, "notification.bounce-taken"),
                new Act(
                        ADA,
                        "POST /notifications/outbox/bounces",
                        Map.of(),
                        Map.of(),
                        new Body.File(
                                "file",
                                "back.eml",
                                Bounced.postfix(mail, "failed", "5.2.2", "552 5.2.2 mailbox full"))));
    }
}
