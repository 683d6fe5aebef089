package noroshi.membership.web;

/** A page that says one thing, by message keys. */
public record MessagePage(String title, String words) {}
