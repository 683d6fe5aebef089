package noroshi.membership;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;

/** What an organisation that withdraws leaves behind in one feature, and what becomes of it; one bean for each. */
public interface LeftBehind {
    /** How much there is today. */
    List<Entry> of(UUID organisation, Actor actor);

    /** Ends what ends with the organisation, in the transaction in which it withdraws. */
    void end(Withdrawal withdrawal, Actor actor);

    /**
     * One line of the list.
     *
     * @param key of the words in the messages
     * @param path where it is listed; empty where the reader has no such list
     * @param some of it that the reader may read
     */
    record Entry(String key, int count, String path, List<Item> some) {
        public Entry(String key, int count, String path) {
            this(key, count, path, List.of());
        }

        public Entry {
            some = List.copyOf(some);
        }
    }

    /** One thing with a page of its own. */
    record Item(String name, String path) {}
}
