package noroshi.notice;

import java.util.List;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * Whose the places are.
 *
 * @param recipients one for each organisation that would receive a notice of its own
 * @param nobodys places that nobody has registered
 */
public record Matching(List<Recipient> recipients, List<String> nobodys, List<Unread> unread) {
    public Matching {
        recipients = List.copyOf(recipients);
        nobodys = List.copyOf(nobodys);
        unread = List.copyOf(unread);
    }

    /**
     * One organisation with its own places.
     *
     * @param kept whether somebody keeps its window today
     */
    public record Recipient(UUID organisation, List<Place> places, boolean kept) {
        public Recipient {
            places = List.copyOf(places);
        }
    }

    /** A line that could not be read. */
    public record Unread(int line, String typed, RuleBroken why) {}
}
