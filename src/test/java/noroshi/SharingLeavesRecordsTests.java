package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Moves;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.Substitutes;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.topic.Kind;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shared, with whom, and in whose name; where the matrix finds that it stands so already, or lets nobody further. */
class SharingLeavesRecordsTests extends ActsOnRecord {
    @Autowired
    MatrixMembers members;

    @Autowired
    Organisations organisations;

    @Autowired
    Substitutes substitutes;

    @Autowired
    Moves moves;

    @Autowired
    Topics topics;

    private static UUID id(Map<String, String> ids, String kind) {
        return UUID.fromString(ids.getOrDefault(kind, ""));
    }

    private Map<String, String> newcomer() {
        var ids = new HashMap<String, String>();
        members.newcomer(RAILWAY, RIN, ids);
        return ids;
    }

    private void leaves(String act, UUID subject, Actor who, String endpoint, Map<String, String> ids, String... field)
            throws Exception {
        leaves(
                Left.on(subject, act),
                new Act(who, endpoint, ids, field.length == 0 ? Map.of() : Map.of(field[0], field[1])));
    }

    @Test
    @LeavesRecords({
        "PUT /topics/{id}/summary",
        "DELETE /topics/{id}/summary",
        "POST /topics/{id}/files",
        "POST /communities/{id}/pins",
        "DELETE /communities/{id}/pins",
        "POST /communities/{id}/leads/{person}",
        "DELETE /communities/{id}/leads/{person}"
    })
    void aTopicIsSummedUpAndKeptAtTheTop() throws Exception {
        var ids = things.fresh();
        var topic = id(ids, "topic");
        var community = id(ids, "community");
        leaves("topic.summarised", topic, MIKA, "PUT /topics/{id}/summary", ids, "body", "まとめ");
        leaves("topic.summary-removed", topic, MIKA, "DELETE /topics/{id}/summary", ids);
        leaves(
                new Left(
                        "topic.file-attached",
                        answer ->
                                known("select id from topic.file where name = 'more.txt' and topic = '" + topic + "'")),
                new Act(
                        MIKA,
                        "POST /topics/{id}/files",
                        ids,
                        Map.of(),
                        new Body.File("files", "more.txt", "log".getBytes())));
        leaves("topic.pinned", topic, KEI, "POST /communities/{id}/pins", ids, "topic", topic.toString());
        leaves("topic.unpinned", topic, KEI, "DELETE /communities/{id}/pins", ids, "topic", topic.toString());
        leaves("community.lead-named", community, KEI, "POST /communities/{id}/leads/{person}", ids);
        leaves("community.lead-ended", community, KEI, "DELETE /communities/{id}/leads/{person}", ids);
    }

    @Test
    @LeavesRecords({"POST /communities/{id}/seat", "DELETE /communities/{id}/seat"})
    void somebodyJoinsAndLeaves() throws Exception {
        var ids = Map.of("community", LOBBY.toString());
        leaves("community.joined", LOBBY, NOOR, "POST /communities/{id}/seat", ids);
        leaves("community.left", LOBBY, NOOR, "DELETE /communities/{id}/seat", ids);
    }

    @Test
    @LeavesRecords({"POST /search/saved", "POST /search/saved/{saved}/telling", "DELETE /search/saved/{saved}"})
    void aSearchIsKeptToldOfAndForgotten() throws Exception {
        var name = UUID.randomUUID().toString();
        leaves(
                Left.on(NOOR.person(), "topic.search-kept"),
                new Act(NOOR, "POST /search/saved", Map.of(), Map.of("name", name, "q", "走査")));
        var saved = known("select id from topic.saved_search where name = '" + name + "'");
        var ids = Map.of("saved", saved.toString());
        leaves("topic.search-told", saved, NOOR, "POST /search/saved/{saved}/telling", ids, "told", "true");
        leaves("topic.search-forgotten", saved, NOOR, "DELETE /search/saved/{saved}", ids);
    }

    @Test
    @LeavesRecords({
        "POST /members/{person}/seats/{seat}/roles",
        "POST /members/{person}/move",
        "POST /members/moves/{move}/acceptance",
        "POST /members/moves/{move}/refusal",
        "POST /organisations/{id}/substitutes/{substitution}/end",
        "POST /organisations/{id}/standing"
    })
    void peopleAndOrganisationsChange() throws Exception {
        var ids = newcomer();
        var person = id(ids, "person");
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        leaves(
                "seat.roles-changed",
                person,
                RIN,
                "POST /members/{person}/seats/{seat}/roles",
                ids,
                "roles",
                "MEMBER_POC");
        var substitution = substitutes.name(RAILWAY, MIKA.person(), person, today, today, MIKA);
        ids.put("substitution", substitution.toString());
        leaves("substitute.ended", MIKA.person(), MIKA, "POST /organisations/{id}/substitutes/{substitution}/end", ids);
        leaves(
                Left.on(person, "person.move-asked"),
                new Act(
                        RIN,
                        "POST /members/{person}/move",
                        ids,
                        Map.of("code", "power", "day", today.plusDays(3).toString())));
        leaves("person.move-accepted", person, ADA, "POST /members/moves/{move}/acceptance", moving(person));
        leaves("person.move-declined", person, ADA, "POST /members/moves/{move}/refusal", moving(person));
        var code = "s-" + UUID.randomUUID();
        var founded =
                organisations.found(new NewOrganisation(code, "始まる会", "Starting", Organisation.Part.MEMBER, ""), ADA);
        leaves(
                "organisation.active",
                founded,
                ADA,
                "POST /organisations/{id}/standing",
                Map.of("organisation", founded.toString()),
                "status",
                "active");
    }

    private Map<String, String> moving(UUID person) {
        return Map.of(
                "move",
                moves.coming(ADA).stream()
                        .filter(move -> move.person().id().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
    }

    @Test
    @LeavesRecords({
        "POST /topics/{id}/colleagues",
        "POST /organisations/{id}/topics/entrusting",
        "POST /organisations/{id}/topics/{topic}/return"
    })
    void colleaguesAreBroughtInAndEntrusted() throws Exception {
        var ids = newcomer();
        var received = topics.post(Samples.post(Tlp.AMBER, office("window", RAILWAY)), KEI);
        leaves(
                "topic.colleague-brought-in",
                received,
                MIKA,
                "POST /topics/{id}/colleagues",
                Map.of("topic", received.toString()),
                "person",
                ids.getOrDefault("person", ""));
        var own = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var there = Map.of("organisation", RAILWAY.toString(), "topic", own.toString());
        leaves(
                "topic.entrusted",
                own,
                MIKA,
                "POST /organisations/{id}/topics/entrusting",
                there,
                "topic",
                own.toString());
        leaves("topic.entrusting-ended", own, MIKA, "POST /organisations/{id}/topics/{topic}/return", there);
    }

    /** Only a custodian learns who stands behind it, and that is sealed too. */
    @Test
    @LeavesRecords("POST /topics/{id}/author")
    void anAuthorIsRevealed() throws Exception {
        var hidden = topics.post(
                Samples.topic(Kind.QUESTION, Tlp.GREEN, true, "同じ走査を見ましたか", "昨夜から。", Samples.EVERYONE), MIKA);
        leaves(
                "topic.author-revealed",
                hidden,
                TORU,
                "POST /topics/{id}/author",
                Map.of("topic", hidden.toString()),
                "document",
                hidden.toString());
    }
}
