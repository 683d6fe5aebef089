package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.topic.Kind;

/** Puts topics, with their versions, texts and audiences, into the tables of the spine. */
final class Shelf {
    /** Every bulletin that is not for named persons is also read by its newsroom. */
    private static final List<String> NEWSROOM = List.of("editors", "approvers");

    private final Connection database;
    private final List<UUID> newsroom;
    private final UUID desk;

    Shelf(Connection database, World world) {
        this.database = database;
        this.newsroom = NEWSROOM.stream()
                .map(kind -> Offices.id(kind, world.centre().code()))
                .toList();
        this.desk = Offices.id("duty_desk", world.centre().code());
    }

    void put(List<Post> posts) throws SQLException {
        topics(posts);
        versions(posts);
        texts(posts);
        audiences(posts);
        addressees(posts);
        concealed(posts);
    }

    Set<UUID> addressees(Post post) {
        var addressees =
                new LinkedHashSet<>(List.of(post.circle().id(), post.author().id()));
        if (post.bulletin()) {
            addressees.addAll(newsroom);
        }
        if (post.kind() == Kind.NOTICE) {
            addressees.add(desk);
        }
        return addressees;
    }

    private void topics(List<Post> posts) throws SQLException {
        try (var table = new Table(
                database,
                "topic.topic",
                "id",
                "kind",
                "information_kind",
                "author",
                "organisation",
                "hidden",
                "tlp",
                "confidentiality",
                "importance",
                "version",
                "title",
                "published_at",
                "revised_at",
                "addressees")) {
            for (var post : posts) {
                table.row(
                        post.id(),
                        post.kind(),
                        post.information(),
                        shown(post, post.author().id()),
                        shown(post, post.author().organisation().id()),
                        post.hidden(),
                        post.tlp(),
                        post.confidentiality(),
                        post.importance(),
                        post.issues().size(),
                        post.title(),
                        post.publishedAt(),
                        post.current().at(),
                        addressees(post));
            }
        }
    }

    private static Optional<UUID> shown(Post post, UUID who) {
        return post.hidden() ? Optional.empty() : Optional.of(who);
    }

    private void versions(List<Post> posts) throws SQLException {
        try (var table =
                new Table(database, "topic.version", "topic", "number", "at", "by", "note_pro", "note_general")) {
            for (var post : posts) {
                var number = 0;
                for (var issue : post.issues()) {
                    var by = shown(post, post.author().id());
                    table.row(post.id(), ++number, issue.at(), by, issue.notePro(), issue.noteGeneral());
                }
            }
        }
    }

    private void texts(List<Post> posts) throws SQLException {
        try (var table = new Table(database, "topic.text", "topic", "version", "level", "title", "body")) {
            for (var post : posts) {
                var number = 0;
                for (var issue : post.issues()) {
                    number++;
                    for (var text : issue.texts().entrySet()) {
                        var words = text.getValue();
                        table.row(post.id(), number, text.getKey(), words.title(), words.body());
                    }
                }
            }
        }
    }

    private void audiences(List<Post> posts) throws SQLException {
        try (var table = new Table(database, "topic.audience", "topic", "principal")) {
            for (var post : posts) {
                table.row(post.id(), post.circle().id());
            }
        }
    }

    private void addressees(List<Post> posts) throws SQLException {
        try (var table = new Table(database, "topic.addressee", "topic", "principal", "kind", "revised_at")) {
            for (var post : posts) {
                for (var principal : addressees(post)) {
                    table.row(post.id(), principal, post.kind(), post.current().at());
                }
            }
        }
    }

    private void concealed(List<Post> posts) throws SQLException {
        try (var table = new Table(database, "topic.concealed", "document", "topic", "person", "organisation")) {
            for (var post : posts) {
                if (post.hidden()) {
                    var author = post.author();
                    table.row(
                            post.id(),
                            post.id(),
                            author.id(),
                            author.organisation().id());
                }
            }
        }
    }
}
