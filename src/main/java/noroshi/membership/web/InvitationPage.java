package noroshi.membership.web;

import noroshi.membership.Invitation;
import noroshi.site.FormErrors;

/**
 * The page behind an invitation's link.
 *
 * @param here whether the reader is signed in already and only takes a further seat
 */
public record InvitationPage(Invitation invitation, String path, NewcomerForm form, FormErrors errors, boolean here) {}
