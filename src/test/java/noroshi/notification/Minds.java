package noroshi.notification;

import static noroshi.testing.Cast.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.notification.Town.Circle;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import noroshi.testing.MutableClock;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.SavedSearches;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/**
 * What people of the {@link Town} want to hear, and how they change their minds between what happens and its telling;
 * what they have read and how they want to be told is kept beside the platform.
 */
@TestComponent
class Minds {
    private static final List<String> ZONES = List.of("Asia/Tokyo", "Europe/Paris", "America/Los_Angeles");

    private final Random random = new Random(213);
    private final Map<Actor, Preference> wanted = new HashMap<>();
    private final Map<Actor, Map<UUID, Instant>> read = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    @Autowired
    Town town;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Admissions admissions;

    @Autowired
    Preferences preferences;

    @Autowired
    Notifications notifications;

    @Autowired
    SavedSearches searches;

    @Autowired
    MutableClock clock;

    /** Everybody at an hour of their own, in one of three zones; half of them are told of what a search finds. */
    void choose() {
        for (var each : town.people()) {
            var quiet = random.nextBoolean() ? Preference.Quiet.between(21, 7) : Optional.<Preference.Quiet>empty();
            save(
                    each,
                    new Preference(
                            Preference.Mail.values()[random.nextInt(3)],
                            random.nextInt(5) > 0,
                            random.nextInt(24),
                            ZoneId.of(any(ZONES)),
                            quiet));
            searches.keep("week", "q=" + Town.COMMON, each);
            searches.tell(search(each), random.nextBoolean(), each);
        }
    }

    private void save(Actor who, Preference preference) {
        preferences.save(preference, who);
        wanted.put(who, preference);
    }

    Preference of(Actor who) {
        return Optional.ofNullable(wanted.get(who)).orElseThrow();
    }

    UUID search(Actor who) {
        return searches.mine(who).getFirst().id();
    }

    /** Whether they had read it, or seen that it is there, after that moment. */
    boolean knows(Actor who, UUID item, Items.Known known) {
        return seen.contains(item)
                || known.topic()
                        .map(topic -> read.getOrDefault(who, Map.of()).get(topic))
                        .filter(at -> !at.isBefore(known.at()))
                        .isPresent();
    }

    /** Somebody wants the digest at another hour from now on, perhaps on a day that had one. */
    void changeHours() {
        if (random.nextInt(3) == 0) {
            var who = any(town.people());
            var now = of(who);
            save(who, new Preference(now.mail(), now.digest(), random.nextInt(24), now.zone(), now.quiet()));
        }
    }

    /** What was told may not be told any more, to some: the audience narrows, people leave, topics are read or taken back. */
    void change() {
        var post = any(town.posted());
        if (post.audience().size() > 1 && town.reads(post.id(), post.by())) {
            topics.address(
                    post.id(), Set.copyOf(post.audience().stream().limit(1).toList()), post.by());
        }
        var gone = any(town.posted());
        switch (random.nextInt(12)) {
            case 0 -> leave(any(town.circles()));
            case 1 -> {
                if (!gone.by().equals(DANA) && !gone.by().equals(ED)) {
                    topics.withdraw(gone.id(), "誤り", gone.by());
                }
            }
            default -> {}
        }
        town.changed();
        for (int i = 0; i < 3; i++) {
            look(any(town.people()));
        }
    }

    private void look(Actor who) {
        var told = notifications.list(true, new Window(0, 10), who);
        if (!told.isEmpty() && random.nextInt(3) == 0) {
            var item = any(told).shown().item();
            notifications.open(item, true, who);
            seen.add(item);
            return;
        }
        var post = town.posted().get(Math.max(0, town.posted().size() - 1 - random.nextInt(20)));
        if (!town.reads(post.id(), who)) {
            return;
        }
        if (random.nextInt(4) == 0) {
            conversation.follow(post.id(), Optional.of(Following.values()[random.nextInt(3)]), who);
        } else {
            var now = clock.instant();
            readership.open(post.id(), Level.ALL, who);
            read.computeIfAbsent(who, them -> new HashMap<>()).put(post.id(), now);
        }
    }

    private void leave(Circle circle) {
        var who = any(circle.members());
        if (who.equals(KEI)) {
            return;
        }
        try {
            admissions.leave(circle.id(), who);
        } catch (NotFound e) {
            // They had left before.
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
