package noroshi.notification.web;

import java.util.List;
import java.util.UUID;

/**
 * The secret addresses, shown once.
 *
 * @param searches one for each kept search
 */
public record FeedPage(String news, String dates, List<Search> searches) {
    public FeedPage {
        searches = List.copyOf(searches);
    }

    /** The address of what a kept search finds. */
    public record Search(UUID id, String name, String address) {
        public String element() {
            return "search-" + id;
        }
    }
}
