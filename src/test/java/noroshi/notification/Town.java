package noroshi.notification;

import static noroshi.testing.Cast.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.notice.Finding;
import noroshi.notice.NewNotice;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Readership;
import noroshi.topic.SafeSubject;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** People of many communities who write, read, come and go, the same way every time; each text can be recognised. */
@TestComponent
class Town {
    private static final Map<String, Actor> PEOPLE = new HashMap<>();

    static {
        List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI)
                .forEach(each -> PEOPLE.put(login(each), each));
    }

    private final Random random = new Random(210);
    private final List<Circle> circles = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Preferences preferences;

    @Autowired
    Sending sending;

    /** A topic and the words by which it is recognised. */
    record Post(UUID id, Actor by, Tlp tlp, String title, String body, String safe, Set<UUID> audience) {}

    private record Circle(UUID id, List<Actor> members) {}

    List<Actor> people() {
        return List.copyOf(PEOPLE.values());
    }

    List<Post> posted() {
        return posts;
    }

    Actor at(String address) {
        return PEOPLE.getOrDefault(address.replaceAll("@.*", ""), OTTO);
    }

    void found(int howMany) {
        var words = new Wording("会", "Circle");
        for (int i = 0; i < howMany; i++) {
            var profile = new Profile(words, words, words, words, 1);
            var id = communities.found(
                    new NewCommunity(
                            "w" + i + "-" + UUID.randomUUID().toString().substring(0, 8),
                            Community.Kind.INVITED,
                            profile,
                            KEI.person()),
                    ADA);
            var members = new HashSet<>(Set.of(KEI));
            for (int m = 0; m < 2 + random.nextInt(6); m++) {
                var who = any(people());
                if (!who.equals(ADA) && members.add(who)) {
                    admissions.invite(id, login(who), ADA);
                }
            }
            circles.add(new Circle(id, List.copyOf(members)));
        }
        var usual = Preference.usual(java.time.ZoneId.of("Asia/Tokyo"));
        for (var each : people()) {
            var mail = Preference.Mail.values()[random.nextInt(3)];
            preferences.save(
                    new Preference(mail, random.nextInt(5) > 0, usual.hour(), usual.zone(), Optional.empty()), each);
        }
    }

    void publish(int howMany) {
        for (int i = 0; i < howMany; i++) {
            var tlp = Tlp.values()[random.nextInt(5)];
            if (tlp == Tlp.AMBER_STRICT && random.nextBoolean()) {
                notice(tlp);
            } else {
                post(tlp);
            }
        }
    }

    private void post(Tlp tlp) {
        var circle = any(circles);
        var by = any(circle.members());
        var audience = switch (tlp) {
            case RED ->
                new HashSet<>(List.of(any(people()).person(), any(people()).person(), by.person()));
            case AMBER_STRICT -> Set.of(circle.id());
            default ->
                random.nextInt(4) == 0
                        ? Set.of(
                                circle.id(),
                                Cast.office("window", any(List.of(RAILWAY, POWER, SPORTS, AGENCY, STRANGERS))))
                        : Set.of(circle.id());
        };
        var post = new Post(
                new UUID(0, 0), by, tlp, word("T"), word("B"), random.nextBoolean() ? word("S") : "", audience);
        var id = topics.post(
                new NewTopic(
                        random.nextBoolean() ? Kind.POST : Kind.QUESTION,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        random.nextInt(4) == 0 ? Optional.of(Importance.IMPORTANT) : Optional.empty(),
                        Map.of(Level.ALL, new Text(post.title(), post.body())),
                        audience,
                        new SafeSubject(post.safe())),
                by);
        posts.add(new Post(id, by, tlp, post.title(), post.body(), post.safe(), audience));
    }

    private void notice(Tlp tlp) {
        var to = any(List.of(RAILWAY, POWER, SPORTS));
        var title = word("T");
        var body = word("B");
        var now = java.time.Instant.now().plus(java.time.Duration.ofDays(20));
        var id = sending.send(
                        new NewNotice(
                                title,
                                Finding.EXPOSED_RDP,
                                1,
                                tlp,
                                body,
                                "閉じてください。",
                                "観測班",
                                now.minus(java.time.Duration.ofDays(30)),
                                now),
                        word("n") + ".example",
                        Optional.of(to),
                        Set.of(to),
                        DANA)
                .getFirst();
        posts.add(new Post(id, DANA, tlp, title, body, "", Set.of()));
    }

    void talk(int howMany) {
        for (int i = 0; i < howMany; i++) {
            var post = any(posts);
            people().stream()
                    .filter(each -> reads(post.id(), each))
                    .findFirst()
                    .ifPresent(reader -> conversation.comment(
                            post.id(), "@" + login(any(people())) + " " + word("B"), false, Optional.empty(), reader));
        }
    }

    /** What was told may not be told any more, to some: the audience narrows, people leave, topics are read or taken back. */
    void changeMinds() {
        for (int i = 0; i < 3; i++) {
            var post = any(posts);
            var kept = post.audience().stream().limit(1).toList();
            if (post.audience().size() > 1 && reads(post.id(), post.by())) {
                topics.address(post.id(), Set.copyOf(kept), post.by());
            }
        }
        var gone = any(posts);
        if (gone.by().equals(DANA) || random.nextInt(3) > 0) {
            var circle = any(circles);
            var who = any(circle.members());
            if (!who.equals(KEI)) {
                leave(circle, who);
            }
        } else {
            topics.withdraw(gone.id(), "誤り", gone.by());
        }
        for (int i = 0; i < 12; i++) {
            var post = any(posts);
            var who = any(people());
            if (reads(post.id(), who)) {
                if (random.nextInt(4) == 0) {
                    conversation.follow(post.id(), Optional.of(Following.values()[random.nextInt(3)]), who);
                } else {
                    readership.open(post.id(), Level.ALL, who);
                }
            }
        }
    }

    private void leave(Circle circle, Actor who) {
        try {
            admissions.leave(circle.id(), who);
        } catch (NotFound e) {
            // They had left before.
        }
    }

    boolean reads(UUID topic, Actor actor) {
        try {
            return !topics.show(topic, actor).withdrawn();
        } catch (NotFound e) {
            return false;
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String word(String kind) {
        return kind.toLowerCase(Locale.ROOT) + UUID.randomUUID().toString().replace("-", "");
    }

    private static String login(Actor actor) {
        for (var login : List.of(
                "dana", "ed", "ada", "toru", "mika", "rin", "noor", "sora", "otto", "jun", "mina", "paul", "vera",
                "gen", "kei")) {
            if (person(login).equals(actor.person())) {
                return login;
            }
        }
        throw new IllegalStateException();
    }
}
