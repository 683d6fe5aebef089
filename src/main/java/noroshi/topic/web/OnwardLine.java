package noroshi.topic.web;

import noroshi.topic.Onward;

/**
 * One question to the source as the page shows it.
 *
 * @param asker empty where the reader is not told
 */
public record OnwardLine(Onward onward, String asker) {}
