package noroshi.membership.web;

import java.util.List;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** The form on which the Centre takes in an organisation. */
public record NewOrganisationPage(
        NewOrganisationForm form, FormErrors errors, List<Choice> parts, List<Choice> categories) {}
