package noroshi.site;

/**
 * One link of a segmented control, a row of tabs, or a trail of crumbs.
 *
 * @param label already in the reader's language
 * @param current whether the reader is there
 */
public record Step(String label, String path, boolean current) {}
