package noroshi.topic.web;

import java.util.UUID;
import noroshi.community.AudiencePicker;
import noroshi.community.AudiencePreview;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;

/** The form that chooses the audience anew. */
public record AudiencePage(
        UUID id, String title, Tlp tlp, AudiencePicker picker, AudiencePreview preview, FormErrors errors) {}
