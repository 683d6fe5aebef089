package noroshi.topic.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.community.Communities;
import noroshi.community.CommunityRow;
import noroshi.community.Place;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.site.Page;
import noroshi.site.Sheet;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import noroshi.topic.CommunityTopic;
import noroshi.topic.CommunityTopic.Among;
import noroshi.topic.CommunityWriter;
import noroshi.topic.Pins;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those who lead a community see its figures, and the topics that each of them counts. */
@Controller
@RequestMapping("/communities/{id}/figures")
class CommunityFiguresController {
    private static final Duration LATELY = Duration.ofDays(CommunityFiguresPage.WEEKS * 7L);

    private final Topics topics;
    private final Pins pins;
    private final Communities communities;
    private final Bylines bylines;
    private final SiteSettings site;
    private final Clock clock;

    CommunityFiguresController(
            Topics topics, Pins pins, Communities communities, Bylines bylines, SiteSettings site, Clock clock) {
        this.bylines = bylines;
        this.site = site;
        this.topics = topics;
        this.pins = pins;
        this.communities = communities;
        this.clock = clock;
    }

    @GetMapping
    Page figures(@PathVariable UUID id, Actor actor) {
        var row = led(id, actor);
        var now = clock.instant();
        return new Page(
                "topic/community",
                CommunityFiguresPage.of(
                        row, pins.figures(id, now.minus(LATELY), now, actor), counted(id, now, actor), site.tz()));
    }

    @GetMapping("/topics")
    Page topics(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam Optional<Integer> week,
            Actor actor) {
        return new Page("topic/community_topics", page(id, show, week, actor));
    }

    @GetMapping({"/topics.csv", "/topics.xlsx"})
    ResponseEntity<byte[]> export(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam Optional<Integer> week,
            Actor actor) {
        var headings = List.of(
                Ui.text("topic.community.topic"),
                Ui.text("topic.community.published"),
                Ui.text("topic.community.comments"),
                Ui.text("topic.community.opened"));
        var rows = page(id, show, week, actor).rows().stream()
                .map(line -> List.of(
                        line.title(),
                        Ui.machineTime(line.topic().publishedAt()),
                        String.valueOf(line.topic().comments()),
                        line.readers()));
        return new Sheet(Stream.concat(Stream.of(headings), rows).toList()).as("community-topics", Ui.path());
    }

    @GetMapping("/writers")
    Page writers(@PathVariable UUID id, Actor actor) {
        return new Page("topic/community_writers", written(id, actor));
    }

    @GetMapping({"/writers.csv", "/writers.xlsx"})
    ResponseEntity<byte[]> writersToTake(@PathVariable UUID id, Actor actor) {
        var headings = List.of(
                Ui.text("topic.community.writer"),
                Ui.text("topic.community.writer.organisation"),
                Ui.text("topic.community.topics"),
                Ui.text("topic.community.comments"));
        var rows = written(id, actor).lines().stream()
                .map(line -> List.of(
                        line.byline().name(),
                        line.byline().organisation(),
                        String.valueOf(line.posts()),
                        String.valueOf(line.comments())));
        return new Sheet(Stream.concat(Stream.of(headings), rows).toList()).as("community-writers", Ui.path());
    }

    private CommunityWritersPage written(UUID id, Actor actor) {
        var row = led(id, actor);
        var now = clock.instant();
        var writers = pins.writers(id, now.minus(LATELY), now, actor);
        var names = bylines.of(writers.stream().map(CommunityWriter::author).toList());
        var lines = writers.stream()
                .map(each -> new CommunityWritersPage.Line(
                        names.getOrDefault(each.author(), Bylines.unknown()), each.posts(), each.comments()))
                .sorted(Comparator.comparing(line -> line.byline().name()))
                .toList();
        return new CommunityWritersPage(row, lines);
    }

    private CommunityTopicsPage page(UUID id, String show, Optional<Integer> week, Actor actor) {
        var row = led(id, actor);
        var among = Arrays.stream(Among.values())
                .filter(each -> each.name().equals(show.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Among.ALL);
        var wanted = counted(id, clock.instant(), actor).stream()
                .filter(each -> each.is(among))
                .filter(each -> week.isEmpty() || CommunityFiguresPage.week(each, site.tz()) == week.get())
                .toList();
        var titles = topics.rows(wanted.stream().map(CommunityTopic::topic).toList(), Reading.level(""), actor).stream()
                .collect(Collectors.toMap(TopicRow::id, TopicRow::title));
        var lines = wanted.stream()
                .map(each -> new CommunityTopicsPage.Line(each, titles.getOrDefault(each.topic(), "")))
                .toList();
        return new CommunityTopicsPage(row, among, week, lines);
    }

    private List<CommunityTopic> counted(UUID id, Instant now, Actor actor) {
        return pins.counted(id, now.minus(LATELY), now, actor);
    }

    private CommunityRow led(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (row.place() != Place.LEAD) {
            throw new NotAllowed();
        }
        return row;
    }
}
