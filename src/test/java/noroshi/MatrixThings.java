package noroshi;

import static noroshi.testing.Cast.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.insight.EventKind;
import noroshi.insight.Events;
import noroshi.insight.NewEvent;
import noroshi.intel.IntelLibrary;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** Things of one small circle, made anew for each question that may change them. */
@TestComponent
@Import({
    MatrixMatters.class,
    MatrixCollection.class,
    MatrixAssets.class,
    MatrixEvents.class,
    MatrixNews.class,
    MatrixIndicators.class,
    noroshi.provider.QuarantinedThing.class,
    MatrixApplications.class,
    MatrixMembers.class,
    MatrixWatch.class
})
class MatrixThings {
    private static final Copy COPY = new Copy(
            new Copy.Pro("添付を装う不正プログラム", "## 要点\n\n- 文書を消す"),
            new Copy.General("添付にご注意", "開くと文書が消えます。", List.of(new Copy.Step("開かない", "")), "全団体", "注意"),
            "198.51.100.77",
            Source.CENTRE,
            Confidence.HIGH,
            "",
            "");

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    MatrixWatch watch;

    @Autowired
    MatrixCollection collections;

    @Autowired
    Conversation conversation;

    @Autowired
    Files files;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Newsroom newsroom;

    @Autowired
    IntelLibrary library;

    @Autowired
    Events events;

    @Autowired
    MatrixMembers members;

    @Autowired
    MatrixApplications applications;

    @Autowired
    MatrixAssets assets;

    @Autowired
    MatrixEvents programmes;

    @Autowired
    Sending sending;

    @Autowired
    MatrixMatters matters;

    @Autowired
    MatrixNews news;

    @Autowired
    MatrixIndicators indicators;

    /** What is made together, and which kinds of ids came of it when all of it was made. */
    private final Map<Part, Set<String>> parts = new LinkedHashMap<>();

    /**
     * What is made together.
     *
     * @param ofCircle whether it stands in the community, and is made anew only with a new one
     */
    private record Part(Consumer<Map<String, String>> make, boolean ofCircle) {}

    /** Mika's: her question in the community that Kei leads, her colleague at the railway, the Centre's papers. */
    Map<String, String> fresh() {
        var ids = new HashMap<String, String>();
        put(ids, "colleague", MIKA.person());
        put(ids, "window", RAILWAY);
        put(ids, "community", circle(KEI, MIKA, NOOR));
        for (var part : List.of(
                new Part(this::talk, true),
                new Part(this::people, true),
                new Part(this::papers, true),
                new Part(this::belongings, false),
                new Part(this::desk, false),
                new Part(this::machines, false))) {
            var before = Set.copyOf(ids.keySet());
            part.make().accept(ids);
            var kinds = new HashSet<>(ids.keySet());
            kinds.removeAll(before);
            parts.put(part, kinds);
        }
        return ids;
    }

    /** Only these kinds anew, with what is made together with them; of the others, those that stand already. */
    Map<String, String> fresh(Set<String> kinds, Map<String, String> standing) {
        var ids = new HashMap<>(standing);
        var wanted = parts.entrySet().stream()
                .filter(part -> !Collections.disjoint(part.getValue(), kinds))
                .map(Map.Entry::getKey)
                .toList();
        if (kinds.contains("community") || wanted.stream().anyMatch(Part::ofCircle)) {
            put(ids, "community", circle(KEI, MIKA, NOOR));
        }
        wanted.forEach(part -> part.make().accept(ids));
        return ids;
    }

    private void talk(Map<String, String> ids) {
        conversation(ids, community(ids), MIKA, NOOR);
        news.put(ids);
        put(ids, "event", event());
        programmes.fresh(ids);
    }

    private void people(Map<String, String> ids) {
        var person = members.newcomer(RAILWAY, RIN, ids);
        admissions.invite(community(ids), ids.getOrDefault("login", ""), ADA);
        members.invitation(ids, RAILWAY, RIN);
        put(ids, "recovery", members.recovery(person, RIN));
        put(ids, "session", members.session(MIKA));
        put(ids, "application", applications.fresh());
    }

    private void papers(Map<String, String> ids) {
        library(ids, "malware--", "[]", ED);
        put(ids, "manuscript", manuscript(community(ids)));
        put(ids, "bulletin", newsroom.publish(manuscript(community(ids)), 1, ED));
    }

    private void belongings(Map<String, String> ids) {
        put(ids, "asset", assets.asset(MIKA));
        put(ids, "upload", assets.upload(MIKA));
        put(ids, "notice", notice());
    }

    private void desk(Map<String, String> ids) {
        ids.putAll(matters.fresh());
        watch.fresh(ids);
    }

    private void machines(Map<String, String> ids) {
        collections.put(ids, RAILWAY);
    }

    private static UUID community(Map<String, String> ids) {
        return UUID.fromString(ids.getOrDefault("community", ""));
    }

    /** The same kinds of things in a circle of Gen, Paul and Mina, of which nobody else may know. */
    Map<String, String> foreign() {
        var ids = new HashMap<String, String>();
        var community = circle(GEN, PAUL, MINA);
        put(ids, "community", community);
        conversation(ids, community, PAUL, MINA);
        members.newcomer(POLICE, ADA, ids);
        members.invitation(ids, POLICE, ADA);
        ids.remove("login");
        put(ids, "asset", assets.asset(PAUL));
        put(ids, "dropped", indicators.dropped(ADA));
        library(ids, "malware--", "[\"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed\"]", ADA);
        return ids;
    }

    private UUID circle(Actor lead, Actor... members) {
        var words = new Wording("仲間", "Peers");
        var code = "m-" + UUID.randomUUID();
        var profile = new Profile(words, words, words, words, 1);
        var id = communities.found(new NewCommunity(code, Community.Kind.INVITED, profile, lead.person()), ADA);
        for (var member : members) {
            admissions.invite(id, login(member), ADA);
        }
        return id;
    }

    private static String login(Actor actor) {
        return actor.equals(MIKA) ? "mika" : actor.equals(NOOR) ? "noor" : actor.equals(PAUL) ? "paul" : "mina";
    }

    private void conversation(Map<String, String> ids, UUID community, Actor asker, Actor other) {
        var topic = topics.post(Samples.question(false, community), asker);
        put(ids, "topic", topic);
        readership.open(topic, Level.PRO, Set.of(), asker);
        put(ids, "comment", conversation.comment(topic, "答えです", false, Optional.empty(), other));
        var bytes = "記録".getBytes(StandardCharsets.UTF_8);
        put(ids, "file", files.attach(topic, Optional.empty(), "log.txt", bytes, Level.ALL, asker));
        put(ids, "enclosure", UUID.randomUUID());
    }

    private void library(Map<String, String> ids, String type, String marks, Actor by) {
        var file = """
                {"type": "bundle", "id": "bundle--%1$s", "objects": [{"type": "malware", "spec_version": "2.1",
                 "id": "%3$s%1$s", "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z",
                 "name": "fox", "is_family": false, "object_marking_refs": %2$s}]}
                """.formatted(UUID.randomUUID(), marks, type).replace(", \"object_marking_refs\": []", "");
        var bundle = library.importBundle(file.getBytes(StandardCharsets.UTF_8), "case.json", Optional.empty(), by)
                .bundle();
        put(ids, "bundle", bundle);
        put(ids, "filled", collections.filled(bundle, by));
        put(
                ids,
                "object",
                library.contents(bundle, "", new Window(0, 1), by).getFirst().id());
    }

    private UUID notice() {
        var place = "m" + UUID.randomUUID() + ".example";
        var notice = noroshi.notice.Samples.notice("通知");
        return sending.send(notice, place, Optional.of(RAILWAY), Set.of(RAILWAY), DANA)
                .getFirst();
    }

    private UUID event() {
        var date = LocalDate.of(2026, 1, 1);
        return events.add(new NewEvent(EventKind.MARKER, date, Optional.empty(), "開会", "Opening"), ED);
    }

    private UUID manuscript(UUID audience) {
        var id = UUID.randomUUID();
        var marking = new Marking(InformationKind.MALWARE, Importance.IMPORTANT, Tlp.GREEN, 2, Set.of(audience));
        newsroom.begin(id, Optional.empty(), marking, COPY, ED);
        return id;
    }

    private static void put(Map<String, String> ids, String kind, UUID id) {
        ids.put(kind, id.toString());
    }
}
