package noroshi.journey;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The authenticator in the device at which somebody sits: it keeps passkeys, and its owner always agrees. */
final class Device {
    private final CDPSession browser;
    private final String authenticator;

    Device(Page screen) {
        browser = screen.context().newCDPSession(screen);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var made = browser.send("WebAuthn.addVirtualAuthenticator", with("options", options));
        authenticator = made.get("authenticatorId").getAsString();
    }

    JsonArray passkeys() {
        return browser.send("WebAuthn.getCredentials", here()).getAsJsonArray("credentials");
    }

    /** Passkeys travel between the devices of one person. */
    void receive(JsonArray passkeys) {
        for (JsonElement passkey : passkeys) {
            var message = here();
            message.add("credential", passkey);
            browser.send("WebAuthn.addCredential", message);
        }
    }

    /** Whether it takes the finger or the face of whoever sits there for its owner's. */
    void recognisesItsOwner(boolean recognised) {
        var message = here();
        message.addProperty("isUserVerified", recognised);
        browser.send("WebAuthn.setUserVerified", message);
    }

    private JsonObject here() {
        var message = new JsonObject();
        message.addProperty("authenticatorId", authenticator);
        return message;
    }

    private static JsonObject with(String name, JsonElement value) {
        var message = new JsonObject();
        message.add(name, value);
        return message;
    }
}
