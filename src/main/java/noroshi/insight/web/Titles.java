package noroshi.insight.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import noroshi.insight.Rank;
import noroshi.insight.TopicName;
import noroshi.site.Ui;
import noroshi.topic.Importance;
import noroshi.topic.Level;

/** How lists of figures call a topic: {@code 7/30更新(プロ)【情報】…}, computed, never typed. */
final class Titles {
    private Titles() {}

    static String of(Rank rank) {
        return title(rank.level(), Optional.of(rank.importance()), rank.title(), rank.version(), rank.revisedAt());
    }

    static String of(TopicName topic) {
        return title(Optional.empty(), topic.importance(), topic.title(), topic.version(), topic.revisedAt());
    }

    private static String title(
            Optional<Level> level, Optional<Importance> importance, String title, int version, Instant revised) {
        var updated = version == 1 ? "" : Ui.text("insight.headline.revised", monthAndDay(revised));
        var reader = level.map(it -> Ui.text("insight.headline.level", Ui.word("insight.headline", it)))
                .orElse("");
        var weight = importance
                .map(it -> Ui.text("insight.headline.importance", Ui.word("insight.headline", it)))
                .orElse("");
        return updated + reader + weight + title;
    }

    private static String monthAndDay(Instant at) {
        var day = Ui.day(at);
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    /** A length of time in words, or a dash. */
    static String length(Optional<Duration> length) {
        return length.map(Ui::length).orElse("–");
    }
}
