package noroshi.topic;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what a page asks at once: of many topics, or everything of one. */
@Service
@Transactional(readOnly = true)
public class Lists {
    private final TopicStore topics;
    private final TextStore texts;
    private final AddressStore addresses;
    private final OnwardStore onward;
    private final ListStore lists;

    Lists(TopicStore topics, TextStore texts, AddressStore addresses, OnwardStore onward, ListStore lists) {
        this.lists = lists;
        this.topics = topics;
        this.texts = texts;
        this.addresses = addresses;
        this.onward = onward;
    }

    /** Several lists at the same level, each the newest topics the actor may read. */
    public List<List<TopicRow>> newest(List<Newest> filters, Actor actor) {
        var asked = filters.stream().map(addresses::newest).toList();
        return rows(
                asked.stream().map(Supplier::get).toList(), filters.getFirst().level());
    }

    private List<List<TopicRow>> rows(List<List<UUID>> ids, Level level) {
        var all = ids.stream().flatMap(List::stream).distinct().toList();
        var rows = topics.rows(all, level).get().stream().collect(Collectors.toMap(TopicRow::id, Function.identity()));
        return ids.stream()
                .map(list ->
                        list.stream().filter(rows::containsKey).map(rows::get).toList())
                .toList();
    }

    /** The topics the actor may read that fulfil the filter, the newest first. */
    public Supplier<Sifted> sifted(TopicFilter filter, Actor actor) {
        return lists.sifted(filter);
    }

    /** The rows of several such lists, in the words of one level. */
    public List<List<TopicRow>> rows(List<Sifted> found, Level level, Actor actor) {
        return rows(found.stream().map(Sifted::topics).toList(), level);
    }

    /** A page is going to show the topic: what it needs is asked for together. */
    public void expect(UUID id, Actor actor) {
        topics.expect(id);
        texts.expect(id);
        expectBeside(id, actor);
    }

    /** A page is going to show the topic by opening it. */
    public void expectOpened(UUID id, Actor actor) {
        texts.expect(id);
    }

    /** What few topics have; the opening says whether this one may. */
    public void expectBeside(UUID id, Actor actor) {
        topics.expectParts(id);
        onward.of(id);
    }

    /** How many of the newest topics of each of their communities the actor has not opened in their current version. */
    public Supplier<Map<UUID, Integer>> unread(Actor actor) {
        return addresses.unreadOfEach();
    }
}
