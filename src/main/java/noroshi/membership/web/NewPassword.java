package noroshi.membership.web;

import noroshi.membership.signin.QrCode;
import noroshi.membership.signin.Totp;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * The form that sets password and app together.
 *
 * @param key the app's key, as text to type
 * @param address the same for the app to open
 * @param picture the same for the app's camera
 */
public record NewPassword(String key, String address, QrCode picture, FormErrors errors) {

    static NewPassword fresh(String login) {
        return of(Totp.random(), login, FormErrors.none());
    }

    static NewPassword of(Totp totp, String login, FormErrors errors) {
        var address = totp.address(Ui.siteName(), login);
        return new NewPassword(totp.text(), address, QrCode.of(address), errors);
    }

    /** The form comes back with the same key, so that the app need not be set up twice. */
    static NewPassword again(PasswordForm form, String login, FormErrors errors) {
        try {
            return of(Totp.parse(form.appKey()), login, errors);
        } catch (RuleBroken unreadable) {
            return of(Totp.random(), login, errors);
        }
    }

    /** In groups of four, for people who type it. */
    public String spaced() {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
