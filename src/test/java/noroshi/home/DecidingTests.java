package noroshi.home;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.JUN;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.ReviewDesk;
import noroshi.bulletin.Source;
import noroshi.community.Addressee;
import noroshi.community.Admissions;
import noroshi.membership.Applications;
import noroshi.membership.NewApplication;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class DecidingTests {
    @Autowired
    Home home;

    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Applications applications;

    @Autowired
    Admissions admissions;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aLeadFindsTheRequests() {
        admissions.ask("rail", "入りたい", JUN);
        assertThat(count("home.duty.requests", KEI)).isPositive();
        assertThat(count("home.duty.requests", MIKA)).isZero();
    }

    @Test
    void aSecondPersonFindsWhatToReviewAndTheWriterWhatToPublish() {
        var reviews = count("home.duty.reviews", DANA);
        var approved = count("home.duty.approved", ED);
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), marking(), copy(), ED);
        newsroom.submit(id, lock(id), ED);
        assertThat(count("home.duty.reviews", DANA)).isEqualTo(reviews + 1);
        assertThat(count("home.duty.reviews", ED)).isZero();
        desk.approve(id, lock(id), DANA);
        assertThat(count("home.duty.reviews", DANA)).isEqualTo(reviews);
        assertThat(count("home.duty.approved", ED)).isEqualTo(approved + 1);
        newsroom.recall(id, lock(id), ED);
        newsroom.submit(id, lock(id), ED);
        desk.giveBack(id, lock(id), "対策が足りません", DANA);
        assertThat(count("home.duty.returned", ED)).isPositive();
        newsroom.discard(id, lock(id), ED);
    }

    @Test
    void anAdministratorFindsTheApplications() {
        applications.apply(new NewApplication("港の組合", "Harbour Guild", "", "担当", "h@guild.example", "", "参加したい"));
        assertThat(count("home.duty.applications", ADA)).isPositive();
        assertThat(mvc.get().uri("/").with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("あなたの判断を待つもの", "参加の申請", "/members/applications")
                .doesNotContain("home.duty");
        assertThat(mvc.get().uri("/members/applications").with(as(ADA))).hasStatusOk();
    }

    private List<Duty> duties(Actor actor) {
        return home.today(Level.PRO, ZoneId.of("Asia/Tokyo"), actor).duties();
    }

    private int count(String key, Actor actor) {
        return duties(actor).stream()
                .filter(duty -> duty.key().equals(key))
                .mapToInt(Duty::count)
                .sum();
    }

    private int lock(UUID id) {
        return newsroom.show(id, ED).lock();
    }

    private static Marking marking() {
        return new Marking(
                InformationKind.ADVISORY, Importance.IMPORTANT, Tlp.GREEN, 1, Set.of(Addressee.Everyone.PRINCIPAL));
    }

    private static Copy copy() {
        return new Copy(
                new Copy.Pro("確認を待つ注意喚起", "## 要点\n\n- 開かない\n\n## 推奨する対策\n\n1. 隔離する"),
                new Copy.General(
                        "確認を待つ注意喚起",
                        "添付を開かないでください。",
                        List.of(new Copy.Step("開かない", ""), new Copy.Step("伝える", "")),
                        "すべての団体に関係があります。",
                        "【注意】添付を開かないでください。"),
                "",
                Source.CENTRE,
                Confidence.HIGH,
                "",
                "");
    }
}
