package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import noroshi.topic.Prose;
import noroshi.topic.SearchWords;

/** Makes topics and comments findable, in the words search asks for; dividing texts into words takes a while. */
final class Index {
    private final CompletableFuture<List<Words>> ofPosts;
    private final CompletableFuture<Map<String, Words>> ofRemarks;

    /** What search keeps of a document. */
    private record Words(String vector, String plain) {
        static Words of(SearchWords search, String... texts) {
            return new Words(search.vector(texts), search.plain(texts));
        }
    }

    private Index(CompletableFuture<List<Words>> ofPosts, CompletableFuture<Map<String, Words>> ofRemarks) {
        this.ofPosts = ofPosts;
        this.ofRemarks = ofRemarks;
    }

    /** Begins to divide the texts, beside what the caller goes on with. */
    static Index begin(SearchWords search, List<Post> posts, List<Remark> remarks) {
        return new Index(
                CompletableFuture.supplyAsync(() -> posts.stream()
                        .map(post -> Words.of(search, texts(post)))
                        .toList()),
                CompletableFuture.supplyAsync(() -> replies(search, remarks)));
    }

    private static String[] texts(Post post) {
        return post.current().texts().values().stream()
                .flatMap(text -> Stream.of(text.title(), Prose.plain(text.body())))
                .toArray(String[]::new);
    }

    /** Short answers are often the same. */
    private static Map<String, Words> replies(SearchWords search, List<Remark> remarks) {
        var known = new HashMap<String, Words>();
        remarks.forEach(remark -> known.computeIfAbsent(remark.body(), body -> Words.of(search, Prose.plain(body))));
        return known;
    }

    void put(Connection database, Shelf shelf, List<Post> posts, List<Remark> remarks) throws SQLException {
        var words = ofPosts.join();
        var replies = ofRemarks.join();
        try (var table = new Table(
                database,
                "topic.words",
                "document",
                "topic",
                "kind",
                "information_kind",
                "tlp",
                "words",
                "plain",
                "revised_at",
                "addressees")) {
            for (int i = 0; i < words.size(); i++) {
                row(table, posts.get(i).id(), posts.get(i), words.get(i), shelf);
            }
            for (var remark : remarks) {
                row(table, remark.id(), remark.post(), Objects.requireNonNull(replies.get(remark.body())), shelf);
            }
        }
    }

    private static void row(Table table, UUID document, Post post, Words words, Shelf shelf) throws SQLException {
        table.row(
                document,
                post.id(),
                post.kind(),
                post.information(),
                post.tlp(),
                words.vector(),
                words.plain(),
                post.current().at(),
                shelf.addressees(post));
    }
}
