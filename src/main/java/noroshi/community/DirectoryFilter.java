package noroshi.community;

/**
 * What to look for in the directory.
 *
 * @param words in the name of an organisation, or of a person the reader knows
 * @param category code of a category, or empty
 * @param sector code of a sector, or empty
 * @param always only those who can be reached at any hour
 */
public record DirectoryFilter(String words, String category, String sector, boolean always) {}
