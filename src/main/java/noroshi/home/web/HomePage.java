package noroshi.home.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.community.MyCommunity;
import noroshi.home.Today;
import noroshi.home.Week;
import noroshi.membership.OrganisationName;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.TopicRow;

/**
 * What concerns the reader today, as the page shows it.
 *
 * @param organisations names of those who wrote
 * @param writes whether the reader writes bulletins
 */
public record HomePage(Today today, Map<UUID, OrganisationName> organisations, boolean writes, Instant now) {
    private static final int BULLETINS = 3;
    private static final int FURTHER = 4;
    private static final int TALK = 10;
    private static final int QUESTIONS = 5;
    private static final int WEEKS = 6;

    /** The bulletins to read or confirm that stand with their first words. */
    public List<TopicRow> bulletins() {
        return today.bulletins().stream().limit(BULLETINS).toList();
    }

    /** Those that follow, in one line each. */
    public List<TopicRow> further() {
        return today.bulletins().stream().skip(BULLETINS).limit(FURTHER).toList();
    }

    /** What is unread first, each in its order: what the first figures of the page count is what stands here. */
    public List<TopicRow> talk() {
        return today.talk().stream()
                .sorted(Comparator.comparing(row -> !row.unread()))
                .limit(TALK)
                .toList();
    }

    public List<TopicRow> addressed() {
        return today.addressed().stream().limit(QUESTIONS).toList();
    }

    public List<TopicRow> asked() {
        return today.asked().stream().limit(QUESTIONS).toList();
    }

    public List<TopicRow> waiting() {
        return today.waiting().stream().limit(QUESTIONS).toList();
    }

    /** The communities where most happened. */
    public List<Week> weeks() {
        return today.weeks().stream()
                .sorted(Comparator.comparing(Week::topics).reversed())
                .limit(WEEKS)
                .toList();
    }

    /** Who wrote it, as far as the reader may know. */
    public String by(TopicRow row) {
        return switch (row.author()) {
            case Author.Hidden _ -> Ui.text("home.hidden");
            case Author.Known known ->
                Optional.ofNullable(organisations.get(known.organisation()))
                        .map(name -> name.in(Ui.locale()))
                        .orElse("");
        };
    }

    /** Through which community the reader has it, or nothing. */
    public String community(TopicRow row) {
        return today.communities().stream()
                .filter(mine -> row.community().stream().anyMatch(mine.id()::equals))
                .findFirst()
                .map(MyCommunity::name)
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }

    /** How much of what is new has not been opened. */
    public String unreadTalk() {
        return Ui.bounded(today.unreadTalk().size());
    }
}
