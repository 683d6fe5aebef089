package noroshi.site;

/**
 * An address that takes larger files than others; its controller reads them piece by piece.
 *
 * @param path as it is asked for
 */
public record LargeUploads(String path) {}
