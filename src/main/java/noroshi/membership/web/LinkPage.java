package noroshi.membership.web;

/**
 * A link shown once.
 *
 * @param title message key
 * @param why message key of what to do with it
 * @param address the whole link
 * @param back where to go next
 */
public record LinkPage(String title, String why, String address, String back) {}
