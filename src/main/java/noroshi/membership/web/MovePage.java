package noroshi.membership.web;

import java.util.List;
import noroshi.membership.OrganisationName;
import noroshi.membership.Person;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** The form that asks another organisation to take somebody in. */
public record MovePage(
        Person person,
        OrganisationName from,
        List<Choice> colleagues,
        String code,
        String day,
        String successor,
        FormErrors errors) {
    public String path() {
        return "/members/" + person.id();
    }
}
