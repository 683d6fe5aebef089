package noroshi.topic.web;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** The form in which a reader asks the source. */
public record OnwardFormPage(
        UUID topic, String title, Tlp tlp, List<Choice> communities, OnwardForm form, FormErrors errors) {}
