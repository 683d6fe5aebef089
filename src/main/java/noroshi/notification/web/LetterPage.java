package noroshi.notification.web;

import noroshi.notification.Outbox;

/** What one kept message said. */
public record LetterPage(Outbox.Saying saying, String name) {}
