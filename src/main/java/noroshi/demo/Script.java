package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import noroshi.demo.Papers.Line;
import noroshi.topic.Kind;
import noroshi.topic.Text;

/** The topics of the described weeks and what people said to them, as the data tell it. */
final class Script {
    private final World world;

    Script(World world) {
        this.world = world;
    }

    List<Post> topics() {
        return Papers.read("topics").stream().map(this::topic).toList();
    }

    private Post topic(Line line) {
        var calendar = world.calendar();
        var circle = world.circle(line.text("community"));
        return Post.plain(
                line.text("code"),
                line.yes("question") ? Kind.QUESTION : Kind.POST,
                line.text("information_kind"),
                tlp(line.text("tlp")),
                line.yes("hidden"),
                world.author(line.text("author"), circle, line.text("code")),
                circle,
                calendar.at(line.text("published")),
                new Text(calendar.moved(line.text("title")), calendar.moved(line.text("body"))));
    }

    /** How the database writes a label. */
    static String tlp(String label) {
        return label.replace('+', '_');
    }

    List<Remark> comments(List<Post> posts) {
        var byCode = posts.stream().collect(toMap(Post::code, Function.identity()));
        var comments = new ArrayList<Remark>();
        for (var line : Papers.read("comments")) {
            var post = Objects.requireNonNull(byCode.get(line.text("target")), line.text("target"));
            comments.add(new Remark(
                    Ids.of("comment", post.code() + "/" + comments.size()),
                    post,
                    world.author(line.text("author"), post.circle(), post.code()),
                    line.yes("hidden"),
                    post.publishedAt().plus(Duration.ofMinutes(line.number("offset_minutes"))),
                    line.number("useful"),
                    line.yes("answer"),
                    world.calendar().moved(line.text("body"))));
        }
        return comments;
    }
}
