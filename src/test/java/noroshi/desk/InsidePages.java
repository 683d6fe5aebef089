package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Newest;
import noroshi.topic.Search;
import noroshi.topic.SearchQuery;
import noroshi.topic.Topics;
import org.springframework.boot.test.context.TestComponent;

/** Where somebody meets a matter who is signed in: lists, search, proposals, counts. */
@TestComponent
class InsidePages {
    private final Topics topics;
    private final Search search;

    InsidePages(Topics topics, Search search) {
        this.topics = topics;
        this.search = search;
    }

    /** Lists, search and pages agree; the ticket is in nobody's. */
    void everywhere(String story, Expected it, boolean reads, Actor who) {
        var listed = topics.newest(Newest.of(Kind.MATTER, 200, Level.ALL), who);
        assertThat(listed.stream().anyMatch(row -> row.id().equals(it.matter.topic())))
                .isEqualTo(reads);
        assertThat(hits(it.word, who) > 0).as(story + " search").isEqualTo(reads);
        assertThat(hits(it.secret, who)).as(story + " secret").isZero();
        var near = search.similar(it.word, Level.ALL, who).stream()
                .anyMatch(row -> row.id().equals(it.matter.topic()));
        assertThat(!near || reads).as(story + " similar").isTrue();
        assertThat(search.similar(it.secret, Level.ALL, who))
                .noneMatch(row -> row.id().equals(it.matter.topic()));
        assertThat(topics.unread(Newest.of(Kind.MATTER, 200, Level.ALL), who).get())
                .isLessThanOrEqualTo(listed.size());
    }

    private int hits(String word, Actor who) {
        var query = new SearchQuery(
                word,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                new Window(0, 20));
        return search.find(query, Level.ALL, who).hits().size();
    }

    boolean finds(UUID topic, Actor who) {
        try {
            topics.show(topic, who);
            return true;
        } catch (NotFound notTheirs) {
            return false;
        }
    }
}
