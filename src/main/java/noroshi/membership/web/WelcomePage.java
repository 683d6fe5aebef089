package noroshi.membership.web;

import noroshi.membership.Person;

/** The page on which a newcomer registers what they will sign in with. */
public record WelcomePage(Person person, NewPassword password) {}
