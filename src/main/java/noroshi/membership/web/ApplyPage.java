package noroshi.membership.web;

import java.util.List;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** The form on which an organisation asks to take part. */
public record ApplyPage(ApplyForm form, FormErrors errors, List<Choice> categories) {}
