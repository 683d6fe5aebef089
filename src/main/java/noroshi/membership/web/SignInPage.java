package noroshi.membership.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import noroshi.membership.OrganisationName;
import noroshi.membership.Person;
import noroshi.site.FormErrors;
import org.springframework.web.util.UriUtils;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards
 * @param login what was typed
 * @param cast who can sign in with one click; nobody unless the demo world is here and the reader is on this machine
 */
public record SignInPage(String next, String login, FormErrors errors, List<Chair> cast) {
    /** This page's own address, which remembers where its guest was going. */
    public String signInPath() {
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }

    /** One of the cast and where they sit. */
    public record Chair(Person person, OrganisationName organisation) {}
}
