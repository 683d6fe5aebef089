package noroshi.insight.web;

import java.time.Duration;
import java.util.Optional;
import noroshi.bulletin.Headlines;
import noroshi.insight.Rank;
import noroshi.insight.TopicName;
import noroshi.site.Ui;
import noroshi.topic.Importance;
import org.springframework.stereotype.Component;

/** How lists of figures call a topic: by the bulletin's headline at a level, or as an item with its importance. */
@Component
class Titles {
    private final Headlines headlines;

    Titles(Headlines headlines) {
        this.headlines = headlines;
    }

    String of(Rank rank) {
        return rank.level()
                .map(level -> headlines.of(
                        level, rank.importance(), rank.title(), rank.version(), rank.revisedAt(), Ui.locale()))
                .orElseGet(() -> item(Optional.of(rank.importance()), rank.title()));
    }

    String of(TopicName topic) {
        return item(topic.importance(), topic.title());
    }

    private static String item(Optional<Importance> importance, String title) {
        return importance
                .map(it -> Ui.text("insight.item", Ui.word("bulletin.headline", it), title))
                .orElse(title);
    }

    /** A length of time in words, or a dash. */
    static String length(Optional<Duration> length) {
        return length.map(Ui::length).orElse("–");
    }
}
