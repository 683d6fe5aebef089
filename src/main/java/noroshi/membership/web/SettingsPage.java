package noroshi.membership.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Seat;
import noroshi.membership.Token;
import noroshi.membership.signin.Passkey;
import noroshi.membership.signin.Recovery;
import noroshi.membership.signin.SessionRow;
import noroshi.shared.Seen;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * Everything a person sets for themselves.
 *
 * @param seen the profile that the form was made from
 * @param here the session of this browser
 * @param hasPassword whether password and code are one of their ways in
 * @param password the form that sets them
 * @param tokens of the organisation they administer; empty when they administer none
 * @param recovery somebody has asked to let them in anew
 * @param parts what features let them set
 */
public record SettingsPage(
        ProfileForm form,
        Seen seen,
        FormErrors errors,
        List<Seat> seats,
        UUID acting,
        List<Passkey> passkeys,
        boolean hasPassword,
        NewPassword password,
        List<SessionRow> sessions,
        UUID here,
        Optional<List<Token>> tokens,
        List<Choice> scopes,
        Optional<Recovery> recovery,
        List<Content> parts) {}
