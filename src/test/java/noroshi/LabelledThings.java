package noroshi;

import static noroshi.testing.Cast.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.NewMatter;
import noroshi.desk.NewNote;
import noroshi.desk.NoteKind;
import noroshi.desk.Sharing;
import noroshi.desk.Side;
import noroshi.desk.Telling;
import noroshi.desk.Triage;
import noroshi.desk.Wanted;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.notice.Finding;
import noroshi.notice.NewNotice;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Forwarding;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** One of each kind of thing that stands on a topic, for each label it may carry, addressed as widely as the label lets it. */
@TestComponent
class LabelledThings {
    private static final Map<String, UUID> PRINCIPALS =
            Map.of("everyone", Samples.EVERYONE, "rail", RAIL, "police", office("window", POLICE), "jun", JUN.person());
    private static final Set<String> WIDE = Set.of("rail", "police", "jun");
    private static final Set<String> PERSON = Set.of("jun");

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Files files;

    @Autowired
    Forwarding forwarding;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Indicators indicators;

    @Autowired
    Sending sending;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Triage triage;

    private int made;

    List<LabelledThing> all() {
        var things = new ArrayList<LabelledThing>();
        for (var tlp : Tlp.values()) {
            var audience = tlp == Tlp.RED ? PERSON : WIDE;
            var post = post(tlp, audience);
            things.add(post);
            things.add(part(post));
            if (!tlp.restricted()) {
                things.add(post(tlp, Set.of("everyone")));
            }
            things.add(bulletin(tlp, audience));
            if (tlp == Tlp.AMBER || tlp == Tlp.AMBER_STRICT) {
                things.add(notice(tlp));
            }
            if (tlp != Tlp.CLEAR && tlp != Tlp.RED) {
                things.addAll(matter(tlp));
            }
        }
        return things;
    }

    private LabelledThing post(Tlp tlp, Set<String> audience) {
        var id = topics.post(Samples.topic(Kind.QUESTION, tlp, false, "見ましたか", "昨夜から", ids(audience)), MIKA);
        return topic(
                audience.contains("everyone") ? "question to everyone" : "question", tlp, audience, "mika", id, MIKA);
    }

    /** Fewer read it than what it belongs to. */
    private LabelledThing part(LabelledThing whole) {
        var parent = UUID.fromString(whole.ids().getOrDefault("topic", ""));
        var id = topics.post(Samples.part(parent, whole.tlp(), "部分", ids(PERSON)), MIKA);
        return topic("part", whole.tlp(), PERSON, "mika", id, MIKA);
    }

    private LabelledThing bulletin(Tlp tlp, Set<String> audience) {
        var address = "198.51.100." + (100 + made++);
        var copy = new Copy(
                new Copy.Pro("添付を装う不正プログラム", "## 要点\n\n- 文書を消す"),
                new Copy.General("添付にご注意", "開くと文書が消えます。", List.of(new Copy.Step("開かない", "")), "全団体", "注意"),
                address,
                Source.CENTRE,
                Confidence.HIGH,
                "",
                "");
        var marking = new Marking(InformationKind.MALWARE, Importance.IMPORTANT, tlp, 2, Set.of(ids(audience)));
        var manuscript = UUID.randomUUID();
        newsroom.begin(manuscript, Optional.empty(), marking, copy, ED);
        var id = newsroom.publish(manuscript, 1, ED);
        var readers = new HashSet<>(audience);
        if (tlp != Tlp.RED) { // which goes to persons alone, not to offices
            readers.addAll(Set.of("editors", "approvers"));
        }
        var thing = topic("bulletin", tlp, readers, "ed", id, ED);
        var found = indicators.find(Asked.read(address), new Window(0, 1), ED).getFirst();
        return with(
                thing, Map.of("bulletin", id.toString(), "indicator", found.id().toString()));
    }

    private LabelledThing notice(Tlp tlp) {
        var sample = noroshi.notice.Samples.notice("通知");
        var notice = new NewNotice(
                "通知",
                Finding.EXPOSED_RDP,
                1,
                tlp,
                sample.what(),
                sample.advice(),
                sample.observer(),
                sample.seenAt(),
                sample.due());
        var id = sending.send(notice, "l" + UUID.randomUUID() + ".example", Optional.of(POLICE), Set.of(POLICE), DANA)
                .getFirst();
        var thing = talk("notice", tlp, Set.of("police", "duty_desk", "dana"), id, DANA);
        return with(thing, Map.of("notice", id.toString()));
    }

    /** Of its two parts, whom the reporter told may read one. */
    private List<LabelledThing> matter(Tlp tlp) {
        var reported = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "つながりにくい",
                new Telling("9時40分ごろから。", Map.of()),
                new Telling("予約が1時間止まった。", Map.of()),
                new Telling("送信元は 192.0.2.7。", Map.of("indicators", "192.0.2.7")),
                false,
                tlp,
                Optional.empty(),
                true,
                Set.of(),
                Optional.empty(),
                List.of());
        var matter = desk.show(desk.report(reported, Locale.JAPANESE, MIKA), MIKA);
        sharing.share(matter, MINISTRY, new Wanted("見てほしい", true, false), MIKA);
        var side = Set.of("mika", "railway", "duty_desk");
        var told = Set.of("mika", "railway", "duty_desk", "ministry");
        var parts = desk.parts(matter, MIKA);
        return List.of(
                with(talk("matter", tlp, told, matter.topic(), MIKA), paper(matter)),
                talk("damage", tlp, told, part(parts, Side.DAMAGE), MIKA),
                talk("technical facts", tlp, side, part(parts, Side.TECHNICAL), MIKA));
    }

    private Map<String, String> paper(Matter matter) {
        var asDesk = desk.show(matter.reference(), DANA);
        var task = new NewNote(NoteKind.TASK, "折り返す", Optional.empty());
        return Map.of(
                "reference",
                matter.reference(),
                "linked",
                matter.reference(),
                "recipient",
                MINISTRY.toString(),
                "proposal",
                sharing.propose(asDesk, SPORTS, new Wanted("見てほしい", false, false), DANA)
                        .toString(),
                "note",
                triage.note(asDesk, task, DANA).toString());
    }

    /** With a comment, a file, and a question to its source. */
    private LabelledThing topic(String kind, Tlp tlp, Set<String> audience, String author, UUID id, Actor source) {
        var addressees = new HashSet<>(audience);
        addressees.add(author);
        var file =
                files.attach(id, Optional.empty(), "log.txt", "記録".getBytes(StandardCharsets.UTF_8), Level.ALL, source);
        var thing = with(talk(kind, tlp, addressees, id, source), Map.of("file", file.toString()));
        return with(
                thing,
                Map.of(
                        "onward",
                        forwarding.ask(id, Optional.empty(), "相手", "目的", JUN).toString()));
    }

    private LabelledThing talk(String kind, Tlp tlp, Set<String> addressees, UUID id, Actor by) {
        var comment = conversation.comment(id, "続きです", false, Optional.empty(), by);
        return new LabelledThing(kind, tlp, addressees, Map.of("topic", id.toString(), "comment", comment.toString()));
    }

    private static LabelledThing with(LabelledThing thing, Map<String, String> more) {
        var ids = new HashMap<>(thing.ids());
        ids.putAll(more);
        return new LabelledThing(thing.kind(), thing.tlp(), thing.addressees(), ids);
    }

    private static UUID part(Map<Side, UUID> parts, Side side) {
        return Optional.ofNullable(parts.get(side)).orElseThrow();
    }

    private static UUID[] ids(Set<String> principals) {
        return principals.stream()
                .map(PRINCIPALS::get)
                .collect(Collectors.toSet())
                .toArray(UUID[]::new);
    }
}
