package noroshi.home;

import java.util.List;
import noroshi.membership.PersonName;
import noroshi.topic.TopicRow;

/**
 * How far the reader's organisation has come with one important bulletin.
 *
 * @param readers how many colleagues may read it
 * @param seen how many have opened the current version
 * @param missing those who have not, up to a limit
 */
public record Team(TopicRow bulletin, int readers, int seen, List<PersonName> missing) {
    public Team {
        missing = List.copyOf(missing);
    }

    /** Those who have not and are not named. */
    public int others() {
        return readers - seen - missing.size();
    }
}
