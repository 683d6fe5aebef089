package noroshi.membership.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import noroshi.membership.Members;
import noroshi.membership.Profiles;
import noroshi.membership.Reach;
import noroshi.membership.Scope;
import noroshi.membership.SettingsPart;
import noroshi.membership.Token;
import noroshi.membership.Tokens;
import noroshi.membership.signin.Credentials;
import noroshi.membership.signin.Passkeys;
import noroshi.membership.signin.Recoveries;
import noroshi.membership.signin.Sessions;
import noroshi.shared.Actor;
import noroshi.shared.Seen;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Puts together what the settings page shows. */
@Component
class SettingsPages {
    private final Profiles profiles;
    private final Members members;
    private final Passkeys passkeys;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Recoveries recoveries;
    private final List<SettingsPart> parts;

    SettingsPages(
            Profiles profiles,
            Members members,
            Passkeys passkeys,
            Credentials credentials,
            Sessions sessions,
            Tokens tokens,
            Recoveries recoveries,
            List<SettingsPart> parts) {
        this.profiles = profiles;
        this.members = members;
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.recoveries = recoveries;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(SettingsPart::order))
                .toList();
    }

    Page show(Actor actor) {
        return with(NewPassword.fresh(login(actor)), actor);
    }

    /** What was typed comes back, made from what was seen. */
    Page with(ProfileForm form, Seen seen, FormErrors errors, Actor actor) {
        return page(form, seen, errors, NewPassword.fresh(login(actor)), actor);
    }

    Page with(NewPassword password, Actor actor) {
        var mine = profiles.mine(actor);
        return page(ProfileForm.of(mine), mine.seen(), FormErrors.none(), password, actor);
    }

    String login(Actor actor) {
        return members.person(actor.person()).login();
    }

    private Page page(ProfileForm form, Seen seen, FormErrors errors, NewPassword password, Actor actor) {
        return new Page(
                "membership/settings",
                new SettingsPage(
                        form,
                        seen,
                        errors,
                        members.seats(actor.person()),
                        actor.organisation(),
                        passkeys.mine(actor),
                        credentials.hasPassword(actor.person()),
                        password,
                        sessions.mine(actor),
                        Doorway.session().id(),
                        tokens(actor),
                        scopes(),
                        recoveries.of(actor.person()),
                        parts.stream().map(part -> part.draw(actor)).toList()));
    }

    private Optional<List<Token>> tokens(Actor actor) {
        return Reach.mayAdminister(actor, actor.organisation())
                ? Optional.of(tokens.of(actor.organisation(), actor))
                : Optional.empty();
    }

    private static List<Choice> scopes() {
        return Scope.offered().stream()
                .map(scope -> new Choice(scope.name(), Ui.word("membership.scope", scope)))
                .toList();
    }
}
