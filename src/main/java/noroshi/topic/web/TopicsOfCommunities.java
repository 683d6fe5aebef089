package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.community.CommunityTopics;
import noroshi.community.UnreadCounts;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import noroshi.site.Ui;
import noroshi.topic.FollowedCommunities;
import noroshi.topic.Lists;
import noroshi.topic.Newest;
import noroshi.topic.Pins;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Gives the pages of communities their topics and their unread counts. */
@Component
class TopicsOfCommunities implements CommunityTopics, UnreadCounts {
    private static final int SIZE = 30;

    private final Topics topics;
    private final Lists lists;
    private final Bylines bylines;
    private final Parts parts;
    private final Pins pins;
    private final FollowedCommunities followed;

    TopicsOfCommunities(
            Topics topics, Lists lists, Bylines bylines, Parts parts, Pins pins, FollowedCommunities followed) {
        this.followed = followed;
        this.pins = pins;
        this.topics = topics;
        this.lists = lists;
        this.bylines = bylines;
        this.parts = parts;
    }

    @Override
    public Content newest(UUID community, Actor actor) {
        var filter = Newest.in(community, SIZE, Reading.level(""));
        var rows = topics.newest(before().map(filter::before).orElse(filter), actor);
        var older = rows.size() < SIZE
                ? Optional.<Instant>empty()
                : Optional.of(rows.getLast().revisedAt());
        var pinned = before().isPresent() ? List.<TopicRow>of() : pins.of(community, Reading.level(""), actor);
        var all = Stream.concat(pinned.stream(), rows.stream()).toList();
        var onTop = pinned.stream().map(TopicRow::id).collect(Collectors.toSet());
        var others = rows.stream().filter(row -> !onTop.contains(row.id())).toList();
        return parts.draw(
                "topic/parts/newest",
                new NewestPart(community, pinned, others, bylines.ofRows(all), older, followed.mode(community, actor)));
    }

    @Override
    public Supplier<Map<UUID, Integer>> unread(Actor actor) {
        return lists.unread(actor);
    }

    private static Optional<Instant> before() {
        try {
            var cursor = Ui.parameter("before");
            return cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor));
        } catch (DateTimeParseException tampered) {
            return Optional.empty();
        }
    }
}
