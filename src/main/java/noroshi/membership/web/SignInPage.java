package noroshi.membership.web;

import java.util.List;
import noroshi.membership.OrganisationName;
import noroshi.membership.Person;
import noroshi.site.FormErrors;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards
 * @param login what was typed
 * @param cast who can sign in with one click; nobody unless the demo world is here and the reader is on this machine
 */
public record SignInPage(String next, String login, FormErrors errors, List<Chair> cast) {
    /** One of the cast and where they sit. */
    public record Chair(Person person, OrganisationName organisation) {}
}
