package noroshi.site;

import java.util.List;

/**
 * The frame around a signed-in page.
 *
 * @param nav the side navigation
 * @param top what stands at the top of every page
 * @param bar the bottom bar of small screens
 * @param groups the lists below the navigation
 */
public record Shell(List<Place> nav, List<Place> top, List<Place> bar, List<Group> groups) {
    /**
     * One entry of the navigation.
     *
     * @param unread the count; 0 shows none
     * @param current whether the reader is there
     * @param live where open pages hear that the count changed; empty where it stays
     */
    public record Place(String key, String icon, String path, int unread, boolean current, String live) {}

    /**
     * One list below the navigation.
     *
     * @param among how many of the newest the counts of its entries look at
     */
    public record Group(String key, String allPath, int among, List<Entry> entries) {}

    /** One entry of such a list. */
    public record Entry(String label, String path, int unread, int colour, boolean current) {}
}
