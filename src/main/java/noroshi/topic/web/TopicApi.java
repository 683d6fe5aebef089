package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Author;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Newest;
import noroshi.topic.Readership;
import noroshi.topic.Search;
import noroshi.topic.SearchHit;
import noroshi.topic.SearchQuery;
import noroshi.topic.Text;
import noroshi.topic.Topic;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import noroshi.topic.web.TopicDocuments.Article;
import noroshi.topic.web.TopicDocuments.Found;
import noroshi.topic.web.TopicDocuments.Hit;
import noroshi.topic.web.TopicDocuments.Line;
import noroshi.topic.web.TopicDocuments.Listing;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Topics for the scripts of those who take part: the same front doors, the same wall and the same record of reading as
 * the pages. What is for named persons only (RED) is read by persons, on pages.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class TopicApi {
    private static final int LARGEST = 100;
    private static final int HITS = 20;
    private static final int LONGEST = 1000;

    private final Topics topics;
    private final Readership readership;
    private final Search search;
    private final Bylines bylines;

    TopicApi(Topics topics, Readership readership, Search search, Bylines bylines) {
        this.topics = topics;
        this.readership = readership;
        this.search = search;
        this.bylines = bylines;
    }

    @GetMapping("/topics")
    Listing newest(
            @RequestParam Optional<Kind> kind,
            @RequestParam Optional<UUID> community,
            @RequestParam Optional<Instant> before,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String level,
            Actor actor) {
        var wanted = Math.clamp(size, 1, LARGEST);
        var rows = topics.newest(new Newest(kind, community, before, wanted + 1, Reading.level(level)), actor);
        var page = page(rows, wanted);
        var next = rows.size() > page.size() ? page.getLast().revisedAt() : null;
        return new Listing(lines(page), next);
    }

    @GetMapping("/topics/{id}")
    Article show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            Actor actor) {
        Reading.refusePrefetch(request);
        if (topics.show(id, actor).tlp() == Tlp.RED) {
            throw new RuleBroken("topic.red-stays");
        }
        if (Reading.peeks(request)) {
            return article(
                    topics.show(id, actor), topics.twoLevels(id, actor) ? Reading.level(level) : Level.ALL, actor);
        }
        var opened = readership.open(id, Reading.level(level), Set.of(), actor);
        return article(opened.topic(), opened.level(), actor);
    }

    @GetMapping("/search")
    Found search(
            @RequestParam String q,
            @RequestParam Optional<Kind> kind,
            @RequestParam Optional<InformationKind> information,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String level,
            Actor actor) {
        var query = new SearchQuery(
                q.substring(0, Math.min(q.length(), LONGEST)),
                kind,
                information,
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                Window.page(page, HITS));
        var found = search.find(query, Reading.level(level), actor);
        var hits = found.hits().stream()
                .filter(hit -> hit.topic().tlp() != Tlp.RED)
                .toList();
        var lines = lines(hits.stream().map(SearchHit::topic).toList());
        return new Found(
                IntStream.range(0, hits.size())
                        .mapToObj(n -> new Hit(
                                lines.get(n),
                                hits.get(n).comment().orElse(null),
                                hits.get(n).snippet().text()))
                        .toList(),
                found.more());
    }

    /** The cursor is a moment, so topics of one moment stay on one page. */
    private static List<TopicRow> page(List<TopicRow> rows, int size) {
        if (rows.size() <= size) {
            return rows;
        }
        var next = rows.get(size).revisedAt();
        var whole = rows.stream()
                .limit(size)
                .filter(row -> row.revisedAt().isAfter(next))
                .toList();
        return whole.isEmpty() ? rows.subList(0, size) : whole;
    }

    private List<Line> lines(List<TopicRow> rows) {
        var names = bylines.ofRows(rows);
        return rows.stream()
                .filter(row -> row.tlp() != Tlp.RED)
                .map(row -> Line.of(row, by(names, row.author())))
                .toList();
    }

    private Article article(Topic topic, Level wanted, Actor actor) {
        var text = Optional.ofNullable(
                topics.texts(topic.id(), topic.version(), actor).get(wanted));
        var by = by(bylines.of(List.of(topic.author())), topic.author());
        return Article.of(topic, wanted, text.orElse(new Text(topic.title(), "")), by);
    }

    private static Byline by(Map<Author, Byline> names, Author author) {
        return names.getOrDefault(author, new Byline("", "", false, true));
    }
}
