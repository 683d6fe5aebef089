package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
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
import noroshi.notice.Sending;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes through several hands: manuscripts, notices, what organisations say is theirs, and who asks to be let in. */
class PapersLeaveRecordsTests extends ActsOnRecord {
    private static final Copy COPY = new Copy(
            new Copy.Pro("添付を装う不正プログラム", "## 要点\n\n- 文書を消す"),
            new Copy.General("添付にご注意", "開くと文書が消えます。", List.of(new Copy.Step("開かない", "")), "全団体", "注意"),
            "198.51.100.78",
            Source.CENTRE,
            Confidence.HIGH,
            "",
            "");

    private static final String LATER = LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
            .plusDays(3)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();

    @Autowired
    Newsroom newsroom;

    @Autowired
    Sending sending;

    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    private UUID manuscript(UUID audience) {
        var id = UUID.randomUUID();
        var marking = new Marking(InformationKind.MALWARE, Importance.IMPORTANT, Tlp.GREEN, 2, Set.of(audience));
        newsroom.begin(id, Optional.empty(), marking, COPY, ED);
        return id;
    }

    private Map<String, String> fields(UUID manuscript, String... more) {
        var lock = Integer.toString(newsroom.show(manuscript, ED).lock());
        return more.length == 0 ? Map.of("lock", lock) : Map.of("lock", lock, more[0], more[1]);
    }

    private static Map<String, String> at(String kind, UUID id) {
        return Map.of(kind, id.toString());
    }

    @Test
    @LeavesRecords({
        "POST /bulletins/manuscripts/{id}/review",
        "DELETE /bulletins/manuscripts/{id}/review",
        "POST /bulletins/manuscripts/{id}/return",
        "POST /bulletins/manuscripts/{id}/approval",
        "POST /bulletins/manuscripts/{id}/publication",
        "POST /bulletins/manuscripts/{id}/release",
        "POST /bulletins/{topic}/versions/{version}/review"
    })
    void aManuscriptGoesThroughReview() throws Exception {
        var review = "/bulletins/manuscripts/{id}/review";
        var id = manuscript(ALL);
        var ids = at("manuscript", id);
        leaves(Left.on(id, "bulletin.submitted"), new Act(ED, "POST " + review, ids, fields(id)));
        leaves(Left.on(id, "bulletin.recalled"), new Act(ED, "DELETE " + review, ids, fields(id)));
        newsroom.submit(id, newsroom.show(id, ED).lock(), ED);
        leaves(
                Left.on(id, "bulletin.returned"),
                new Act(DANA, "POST /bulletins/manuscripts/{id}/return", ids, fields(id, "reason", "題を直す")));
        newsroom.submit(id, newsroom.show(id, ED).lock(), ED);
        leaves(
                Left.on(id, "bulletin.approved"),
                new Act(DANA, "POST /bulletins/manuscripts/{id}/approval", ids, fields(id)));
        leaves(
                Left.there("bulletin.published"),
                new Act(ED, "POST /bulletins/manuscripts/{id}/publication", ids, fields(id)));
        var urgent = manuscript(ALL);
        var released = leaves(
                Left.there("bulletin.released-urgently"),
                new Act(
                        ED,
                        "POST /bulletins/manuscripts/{id}/release",
                        at("manuscript", urgent),
                        fields(urgent, "reason", "急ぐ")));
        leaves(
                Left.on(thing(released), "bulletin.reviewed"),
                new Act(
                        DANA,
                        "POST /bulletins/{topic}/versions/{version}/review",
                        at("bulletin", thing(released)),
                        Map.of("verdict", "confirmed")));
    }

    @Test
    @LeavesRecords({
        "POST /notices/{id}/answers",
        "POST /notices/{id}/recheck",
        "POST /notices/{id}/rechecked",
        "POST /notices/{id}/reopening"
    })
    void aNoticeIsAnsweredAndLookedAtAgain() throws Exception {
        var id = sending.send(
                        noroshi.notice.Samples.notice("通知"),
                        "a" + UUID.randomUUID() + ".example",
                        Optional.of(RAILWAY),
                        Set.of(RAILWAY),
                        DANA)
                .getFirst();
        var ids = at("notice", id);
        leaves(
                Left.on(id, "notice.answered"),
                new Act(MIKA, "POST /notices/{id}/answers", ids, Map.of("answer", "done", "words", "止めた")));
        leaves(
                Left.on(id, "notice.recheck-set"),
                new Act(DANA, "POST /notices/{id}/recheck", ids, Map.of("when", LATER)));
        leaves(
                Left.on(id, "notice.rechecked"),
                new Act(DANA, "POST /notices/{id}/rechecked", ids, Map.of("found", "止まったまま")));
        leaves(
                Left.on(id, "notice.reopened"),
                new Act(DANA, "POST /notices/{id}/reopening", ids, Map.of("words", "また始まった", "until", LATER)));
    }

    private UUID asset() {
        return register.register(Optional.empty(), "a" + UUID.randomUUID() + ".example", "", MIKA);
    }

    /** One that the Centre agreed to, and that ends tomorrow. */
    private UUID ending() {
        var id = asset();
        approvals.approve(List.of(id), DANA);
        matters.owner("""
                alter table asset.asset disable trigger keep_decision;
                update asset.asset set expires_at = now() + interval '1 day' where id = '%s';
                alter table asset.asset enable trigger keep_decision
                """.formatted(id));
        return id;
    }

    @Test
    @LeavesRecords({
        "POST /assets/{id}/renewal",
        "POST /assets/renewal",
        "POST /assets/{id}/lifting",
        "POST /assets/{id}/proof",
        "POST /assets/{id}/proof/check"
    })
    void anAssetIsRenewedProvenAndLetIn() throws Exception {
        var ending = ending();
        leaves(
                Left.on(ending, "asset.renewal-asked"),
                new Act(MIKA, "POST /assets/{id}/renewal", at("asset", ending), Map.of()));
        ending();
        leaves(Left.on(RAILWAY, "asset.renewals-asked"), new Act(MIKA, "POST /assets/renewal", Map.of(), Map.of()));
        var declined = asset();
        approvals.decline(List.of(declined), "別の組織のもの", DANA);
        leaves(
                Left.on(declined, "asset.no-lifted"),
                new Act(DANA, "POST /assets/{id}/lifting", at("asset", declined), Map.of("reason", "電話で確かめた")));
        var proven = asset();
        leaves(
                Left.on(proven, "asset.proof-begun"),
                new Act(MIKA, "POST /assets/{id}/proof", at("asset", proven), Map.of()));
        leaves(
                Left.on(proven, "asset.proof-looked-for"),
                new Act(MIKA, "POST /assets/{id}/proof/check", at("asset", proven), Map.of()));
    }

    @Test
    @LeavesRecords({
        "POST /communities/{id}/requests/{person}/admission",
        "DELETE /communities/{id}/requests/{person}",
        "POST /communities/{id}/appointment"
    })
    void whoAsksIsLetInOrNotAndLeadsWhenNobodyElseDoes() throws Exception {
        var words = new Wording("仲間", "Peers");
        var code = "r-" + UUID.randomUUID();
        var profile = new Profile(words, words, words, words, 1);
        var id = communities.found(new NewCommunity(code, Community.Kind.INVITED, profile, KEI.person()), ADA);
        admissions.ask(code, "同じ分野です", MIKA);
        admissions.ask(code, "同じ分野です", NOOR);
        var mika = MIKA.person().toString();
        leaves(
                Left.on(id, "community.admitted"),
                new Act(
                        KEI,
                        "POST /communities/{id}/requests/{person}/admission",
                        Map.of("community", id.toString(), "person", mika),
                        Map.of()));
        leaves(
                Left.on(id, "community.declined"),
                new Act(
                        KEI,
                        "DELETE /communities/{id}/requests/{person}",
                        Map.of(
                                "community",
                                id.toString(),
                                "person",
                                NOOR.person().toString()),
                        Map.of()));
        matters.owner("delete from membership.belonging where principal = '%s' and person = '%s'"
                .formatted(id, KEI.person()));
        leaves(
                Left.on(id, "community.lead-appointed"),
                new Act(ADA, "POST /communities/{id}/appointment", at("community", id), Map.of("person", mika)));
    }
}
