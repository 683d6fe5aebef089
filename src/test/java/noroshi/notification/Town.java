package noroshi.notification;

import static noroshi.testing.Cast.*;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.SafeSubject;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** People of many communities who write, the same way every time; each text holds a word by which it is recognised. */
@TestComponent
class Town {
    /** What a search finds all of it by. */
    static final String COMMON = "weekly";

    private static final Pattern WORD = Pattern.compile("[tsx][0-9a-f]{12}");
    private static final Map<Actor, String> PEOPLE = new HashMap<>();

    static {
        var logins = List.of(
                "dana", "ed", "ada", "toru", "mika", "rin", "noor", "sora", "otto", "jun", "mina", "paul", "vera",
                "gen", "kei");
        for (var each : List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI)) {
            PEOPLE.put(
                    each,
                    logins.stream()
                            .filter(login -> person(login).equals(each.person()))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private final Random random = new Random(210);
    private final List<Circle> circles = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<UUID, Tlp> labels = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();
    private final Map<String, Optional<Boolean>> reads = new ConcurrentHashMap<>();

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Sending sending;

    @Autowired
    Clock clock;

    record Post(UUID id, Actor by, Tlp tlp, Set<UUID> audience) {}

    record Circle(UUID id, List<Actor> members) {}

    /** Which part of which topic a word stands in. */
    record Said(Part part, UUID topic, Tlp tlp) {}

    enum Part {
        TITLE,
        SAFE_SUBJECT,
        /** The body, what somebody said to it, and where something was found. */
        TEXT
    }

    List<Actor> people() {
        return PEOPLE.keySet().stream()
                .sorted(java.util.Comparator.comparing(PEOPLE::get))
                .toList();
    }

    List<Post> posted() {
        return posts;
    }

    List<Circle> circles() {
        return circles;
    }

    Tlp label(UUID topic) {
        return labels.getOrDefault(topic, Tlp.CLEAR);
    }

    /** What somebody of the town said, wherever a piece of it stands in this text. */
    List<Said> heard(String text) {
        return WORD.matcher(text)
                .results()
                .flatMap(found -> Stream.ofNullable(said.get(found.group())))
                .toList();
    }

    Actor at(String address) {
        return people().stream()
                .filter(each -> (PEOPLE.get(each) + "@member.example").equals(address))
                .findFirst()
                .orElseThrow();
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
                    admissions.invite(id, Objects.requireNonNull(PEOPLE.get(who)), ADA);
                }
            }
            circles.add(new Circle(id, List.copyOf(members)));
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
        changed();
    }

    private void post(Tlp tlp) {
        var circle = any(circles);
        var by = any(circle.members());
        var audience = switch (tlp) {
            case RED ->
                new HashSet<>(List.of(any(people()).person(), any(people()).person(), by.person()));
            case AMBER_STRICT -> Set.of(circle.id());
            default ->
                switch (random.nextInt(6)) {
                    case 0, 1 ->
                        Set.of(
                                circle.id(),
                                Cast.office("window", any(List.of(RAILWAY, POWER, SPORTS, AGENCY, STRANGERS))));
                    case 2 -> Set.of(circle.id(), any(people()).person());
                    default -> Set.of(circle.id());
                };
        };
        var title = word("t");
        var text = word("x");
        var safe = random.nextBoolean() ? word("s") : "";
        var id = topics.post(
                new NewTopic(
                        random.nextBoolean() ? Kind.POST : Kind.QUESTION,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        random.nextInt(4) == 0 ? Optional.of(Importance.IMPORTANT) : Optional.empty(),
                        Map.of(Level.ALL, new Text(COMMON + " " + title, text)),
                        audience,
                        new SafeSubject(safe)),
                by);
        wrote(new Post(id, by, tlp, Set.copyOf(audience)), title, safe, text);
    }

    private void notice(Tlp tlp) {
        var to = any(List.of(RAILWAY, POWER, SPORTS));
        var title = word("t");
        var text = word("x");
        var place = word("x");
        var id = sending.send(
                        new NewNotice(
                                COMMON + " " + title,
                                Finding.EXPOSED_RDP,
                                1,
                                tlp,
                                text,
                                "閉じてください。",
                                "観測班",
                                clock.instant().minus(Duration.ofDays(3)),
                                clock.instant().plus(Duration.ofDays(20))),
                        place + ".example",
                        Optional.of(to),
                        Set.of(to),
                        DANA)
                .getFirst();
        wrote(new Post(id, DANA, tlp, Set.of()), title, "", text, place);
    }

    void talk(int howMany) {
        for (int i = 0; i < howMany; i++) {
            var post = any(posts);
            var readers =
                    people().stream().filter(each -> reads(post.id(), each)).toList();
            if (!readers.isEmpty()) {
                var text = word("x");
                conversation.comment(
                        post.id(), "@" + PEOPLE.get(any(people())) + " " + text, false, Optional.empty(), any(readers));
                keep(text, new Said(Part.TEXT, post.id(), post.tlp()));
            }
        }
    }

    void wrote(Post post, String title, String safe, String... texts) {
        posts.add(post);
        labels.put(post.id(), post.tlp());
        keep(title, new Said(Part.TITLE, post.id(), post.tlp()));
        keep(safe, new Said(Part.SAFE_SUBJECT, post.id(), post.tlp()));
        for (var text : texts) {
            keep(text, new Said(Part.TEXT, post.id(), post.tlp()));
        }
    }

    /** By its beginning, so that a title that was cut is recognised too. */
    private void keep(String word, Said what) {
        if (!word.isEmpty()) {
            said.put(word.substring(0, 13), what);
        }
    }

    /** Whether they may read it at this moment. */
    boolean reads(UUID topic, Actor actor) {
        return found(topic, actor).filter(withdrawn -> !withdrawn).isPresent();
    }

    /** Whether they find it at this moment, be it withdrawn. */
    boolean finds(UUID topic, Actor actor) {
        return found(topic, actor).isPresent();
    }

    /** Whether it is withdrawn; asked once between two changes. */
    private Optional<Boolean> found(UUID topic, Actor actor) {
        return reads.computeIfAbsent(topic + " " + actor.person(), both -> {
            try {
                return Optional.of(topics.show(topic, actor).withdrawn());
            } catch (NotFound e) {
                return Optional.empty();
            }
        });
    }

    /** Somebody may read something now that they could not, or the other way round. */
    void changed() {
        reads.clear();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static String word(String kind) {
        return kind.toLowerCase(Locale.ROOT) + UUID.randomUUID().toString().replace("-", "");
    }
}
