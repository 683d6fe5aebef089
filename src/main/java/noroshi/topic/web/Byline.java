package noroshi.topic.web;

/**
 * Who wrote it, in the reader's language.
 *
 * @param organisation their organisation; empty when hidden
 * @param staff they write for the Centre
 * @param hidden the organisation is hidden
 */
public record Byline(String name, String organisation, boolean staff, boolean hidden) {}
