package noroshi.membership.web;

import noroshi.site.FormErrors;

/** The form of the very first start. */
public record SetupPage(String path, SetupForm form, FormErrors errors) {}
