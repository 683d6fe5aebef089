package noroshi.topic.web;

import java.util.UUID;
import noroshi.site.FormErrors;

/** The form that takes away what somebody else wrote, with the reason that everybody will read. */
public record ModerationPage(UUID topic, String title, UUID comment, String body, String reason, FormErrors errors) {}
