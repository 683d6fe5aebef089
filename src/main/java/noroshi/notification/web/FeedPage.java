package noroshi.notification.web;

/** The two secret addresses, shown once. */
public record FeedPage(String news, String dates) {}
