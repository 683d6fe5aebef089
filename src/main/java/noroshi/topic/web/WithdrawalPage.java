package noroshi.topic.web;

import java.util.UUID;
import noroshi.site.FormErrors;

/**
 * The form that takes a topic back.
 *
 * @param reason that was typed and refused
 */
public record WithdrawalPage(UUID id, String title, String reason, FormErrors errors) {}
