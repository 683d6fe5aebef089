package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the newsroom keeps of the bulletins: the manuscripts, and each edition with who let it out. */
final class Newsroom {
    private static final Duration APPROVED_BEFORE = Duration.ofMinutes(12);
    private static final Duration WRITTEN_BEFORE = Duration.ofMinutes(95);
    private static final Duration REVIEW_WITHIN = Duration.ofHours(4);
    private static final Duration REVIEWED_AFTER = Duration.ofMinutes(50);
    /** Begun, submitted, approved, published. */
    private static final int STEPS = 4;

    private final Connection database;
    private final JsonMapper json;

    Newsroom(Connection database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void put(List<Bulletin> bulletins) throws SQLException {
        manuscripts(bulletins);
        editions(bulletins);
    }

    private void manuscripts(List<Bulletin> bulletins) throws SQLException {
        try (var table = new Table(
                database,
                "bulletin.manuscript",
                "id",
                "topic",
                "version",
                "author",
                "contributors",
                "lock",
                "information_kind",
                "importance",
                "tlp",
                "confidentiality",
                "audience",
                "copy",
                "state",
                "state_by",
                "state_at",
                "started_at",
                "changed_at",
                "changed_by")) {
            for (var bulletin : bulletins) {
                var post = bulletin.post();
                var author = post.author().id();
                var published = post.current().at();
                table.row(
                        Ids.of("manuscript", post.code()),
                        post.id(),
                        post.issues().size(),
                        author,
                        List.of(author),
                        post.issues().size() * STEPS,
                        post.information(),
                        post.importance(),
                        post.tlp(),
                        post.confidentiality(),
                        List.of(post.circle().id()),
                        json.writeValueAsString(bulletin.copies().getLast()),
                        "published",
                        author,
                        published,
                        post.publishedAt().minus(WRITTEN_BEFORE),
                        published,
                        author);
            }
        }
    }

    private void editions(List<Bulletin> bulletins) throws SQLException {
        try (var table = new Table(
                database,
                "bulletin.edition",
                "topic",
                "version",
                "copy",
                "source",
                "confidence",
                "release",
                "released_by",
                "released_at",
                "organisation",
                "contributors",
                "reason",
                "review_due_at",
                "reviewed_by",
                "reviewed_at",
                "verdict")) {
            for (var bulletin : bulletins) {
                for (int version = 1; version <= bulletin.copies().size(); version++) {
                    edition(table, bulletin, version);
                }
            }
        }
    }

    private void edition(Table table, Bulletin bulletin, int version) throws SQLException {
        var post = bulletin.post();
        var copy = bulletin.copies().get(version - 1);
        var at = post.issues().get(version - 1).at();
        var release = Release.of(bulletin, version, at);
        table.row(
                post.id(),
                version,
                json.writeValueAsString(bulletin.contents().get(version - 1)),
                copy.source(),
                copy.confidence(),
                release.code(),
                post.author().id(),
                at,
                post.author().organisation().id(),
                List.of(post.author().id()),
                release.reason(),
                release.due(),
                release.by(),
                release.reviewed(),
                release.verdict());
    }

    /** How a version came to be published, in the words of the table. */
    private record Release(
            String code,
            Optional<String> reason,
            Optional<Instant> due,
            Optional<UUID> by,
            Optional<Instant> reviewed,
            Optional<String> verdict) {

        static Release of(Bulletin bulletin, int version, Instant at) {
            var second = Optional.of(bulletin.approver().id());
            if (version == 1 && bulletin.urgentReason().isPresent()) {
                return new Release(
                        "urgent",
                        bulletin.urgentReason(),
                        Optional.of(at.plus(REVIEW_WITHIN)),
                        second,
                        Optional.of(at.plus(REVIEWED_AFTER)),
                        Optional.of("confirmed"));
            }
            var reviewed = Optional.of(at.minus(APPROVED_BEFORE));
            return bulletin.post().circle().everybody()
                    ? new Release("approved", Optional.empty(), Optional.empty(), second, reviewed, Optional.empty())
                    : new Release(
                            "direct",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
        }
    }
}
