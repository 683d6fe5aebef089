package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Passkeys;
import noroshi.membership.signin.Sessions;
import noroshi.shared.RuleBroken;
import noroshi.site.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions and answers that the browser carries between us and an authenticator. */
@RestController
class PasskeyController {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_LABEL = 100;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Doorway doorway;

    PasskeyController(Passkeys passkeys, Sessions sessions, Doorway doorway) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.doorway = doorway;
    }

    @PostMapping("/sign-in/passkey/question")
    ResponseEntity<String> ask(HttpServletRequest request) {
        return answer(json.writeValueAsString(passkeys.ask(Doorway.device(request))));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<String> signIn(
            @RequestBody String body,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answer = read(body, ASSERTION);
        var challenge = challenge(answer.getResponse().getClientDataJSON());
        doorway.enter(passkeys.signIn(answer, challenge, Doorway.device(request)), request, response);
        return goTo(Doorway.inside(next));
    }

    @PostMapping("/welcome/passkey/question")
    ResponseEntity<String> askForNew() {
        return answer(
                json.writeValueAsString(passkeys.askForNew(Doorway.session().actor())));
    }

    @PostMapping("/welcome/passkey")
    ResponseEntity<String> register(
            @RequestBody String body,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = Doorway.session();
        var answer = read(body, ATTESTATION);
        var challenge = challenge(answer.getResponse().getClientDataJSON());
        passkeys.register(answer, challenge, named(label), session.actor());
        if (session.suffices()) {
            return goTo("/settings#passkeys");
        }
        var full = sessions.open(session.actor().person(), Set.of(Factor.PASSKEY), Doorway.device(request));
        doorway.enter(full, request, response);
        return goTo("/");
    }

    private static String named(String label) {
        var name = label.strip();
        if (name.isEmpty()) {
            return Ui.text("membership.passkey.unnamed");
        }
        return name.length() > LONGEST_LABEL ? name.substring(0, LONGEST_LABEL) : name;
    }

    private <T> T read(String body, TypeReference<T> type) {
        if (body.length() > LONGEST) {
            throw new RuleBroken("membership.passkey.refused");
        }
        try {
            return json.readValue(body, type);
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new RuleBroken("membership.passkey.refused");
        }
    }

    /** The authenticator signs what it was asked; so the answer itself says to which question it belongs. */
    private Bytes challenge(Bytes clientData) {
        try {
            var asked = json.readTree(clientData.getBytes()).path("challenge").asString("");
            return Bytes.fromBase64(asked);
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new RuleBroken("membership.passkey.refused");
        }
    }

    private ResponseEntity<String> goTo(String path) {
        return answer(json.writeValueAsString(Map.of("to", path)));
    }

    private static ResponseEntity<String> answer(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
