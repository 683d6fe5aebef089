package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.ReviewDesk;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.membership.NewReference;
import noroshi.membership.Organisations;
import noroshi.membership.References;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Importance;
import noroshi.topic.Level;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(Matters.class)
class SharingWithoutNamesTests {
    @Autowired
    SanitisedCopies copies;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    Enclosures enclosures;

    @Autowired
    Matters matters;

    @Autowired
    Organisations organisations;

    @Autowired
    References references;

    @Autowired
    Topics topics;

    /** A copy whose words are finished, for Rail and its label. */
    private Matter prepared(String title, String words) {
        var system = matters.system(AGENCY);
        var matter = desk.show(
                matters.reported(title, Optional.of(system), false, MIKA).reference(), DANA);
        copies.begin(matter, DANA);
        write(matter, words, Tlp.AMBER, RAIL);
        return matter;
    }

    private void write(Matter matter, String words, Tlp tlp, UUID audience) {
        var manuscript = manuscript(matter);
        var was = manuscript.copy();
        var copy = new Copy(
                new Copy.Pro("偽の報告書に注意", words),
                new Copy.General("偽の報告書に注意", "添付を開かないでください。", List.of(new Copy.Step("開かない", "")), "全団体", "注意"),
                was.indicators(),
                was.source(),
                was.confidence(),
                "",
                "");
        var marking = manuscript.marking();
        newsroom.write(
                manuscript.id(),
                manuscript.lock(),
                new Marking(
                        marking.information(), Importance.IMPORTANT, tlp, marking.confidentiality(), Set.of(audience)),
                copy,
                DANA);
    }

    private Manuscript manuscript(Matter matter) {
        return copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
    }

    private Asking asked(Matter matter) {
        copies.ask(matter, manuscript(matter).lock(), DANA);
        return copies.of(matter, DANA).orElseThrow().asking().orElseThrow();
    }

    private void answered(Matter matter, boolean agreed, boolean knowing) {
        var asMika = desk.show(matter.reference(), MIKA);
        var asking = copies.of(asMika, MIKA).orElseThrow().asking().orElseThrow();
        copies.answer(asMika, asking.id(), agreed, knowing, "どうぞ", MIKA);
    }

    private UUID published(Matter matter) {
        var manuscript = manuscript(matter);
        return newsroom.publish(manuscript.id(), manuscript.lock(), DANA);
    }

    /** Says that these are at home in a region of this test. */
    private Told region(UUID... homes) {
        var code = "r" + UUID.randomUUID().toString().substring(0, 8);
        references.keep(
                Trait.REGION,
                List.of(new NewReference(
                        code, "地域" + code, "Region " + code, LocalDate.of(2020, 1, 1), Optional.empty(), Map.of())),
                ADA);
        for (var home : homes) {
            var regions = new HashSet<>(organisations.traits(home).getOrDefault(Trait.REGION, Set.of()));
            regions.add(code);
            organisations.be(home, Map.of(Trait.REGION, regions), ADA);
        }
        return new Told(Trait.REGION, code);
    }

    @Test
    void theFirstDraftKeepsHowItWasDoneAndLeavesTheDamage() {
        var matter = desk.show(
                matters.reported("予約の遅延", Optional.empty(), false, MIKA).reference(), DANA);
        copies.begin(matter, DANA);
        var copy = manuscript(matter).copy();
        assertThat(copy.pro().body()).contains("送信元は 192.0.2.7").doesNotContain("予約が1時間止まった");
        assertThat(copy.indicators()).contains("192.0.2.7");
        assertThat(copies.begin(matter, DANA)).isEqualTo(manuscript(matter).id());
    }

    @Test
    void nothingGoesOutBeforeTheReporterAgrees() {
        var matter = prepared("同意の前", "手口です");
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.not-asked");
        asked(matter);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.not-answered");
        answered(matter, false, false);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.not-agreed");
        answered(matter, true, false);
        var topic = published(matter);
        assertThat(topics.show(topic, NOOR).title()).isNotEmpty();
    }

    @Test
    void notEvenUrgently() {
        var matter = prepared("急ぎ", "手口です");
        write(matter, "手口です", Tlp.GREEN, ALL);
        var manuscript = manuscript(matter);
        assertThatThrownBy(() -> newsroom.release(manuscript.id(), manuscript.lock(), "急ぎます", DANA))
                .hasMessage("sanitised.not-asked");
    }

    @Test
    void consentIsForTheseWordsThisLabelAndTheseReaders() {
        var matter = prepared("文面に同意", "手口です");
        var shown = asked(matter).shown();
        assertThat(shown.copy()).isEqualTo(manuscript(matter).copy());
        assertThat(shown.audience()).containsExactly(RAIL);
        answered(matter, true, false);
        write(matter, "手口です。東都鉄道で。", Tlp.AMBER, RAIL);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.other-words");
        write(matter, "手口です", Tlp.GREEN, RAIL);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.other-words");
        write(matter, "手口です", Tlp.AMBER, LOBBY);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.other-words");
        write(matter, "手口です", Tlp.AMBER, RAIL);
        assertThat(published(matter)).isNotNull();
    }

    @Test
    void filesThatTalkDoNotGoAlong() {
        var matter = prepared("ファイル", "手口です");
        var before = manuscript(matter);
        var pdf = "%PDF-1.7\n% /Author (三浦)".getBytes(StandardCharsets.UTF_8);
        enclosures.enclose(before.id(), before.lock(), "記録.pdf", pdf, Level.ALL, DANA);
        assertThatThrownBy(() -> asked(matter)).hasMessage("sanitised.file-talks");
    }

    @Test
    void whenFewFitTheReporterAgreesKnowinglyAndASecondPersonAllowsIt() {
        var told = region(RAILWAY, POWER, SPORTS);
        var matter = prepared("少ない地域", "手口です");
        copies.tell(matter, Set.of(told), "", DANA);
        var fit = copies.fit(copies.of(matter, DANA).orElseThrow(), manuscript(matter), DANA);
        assertThat(fit.organisations()).isEqualTo(3);
        assertThat(fit.few()).isTrue();
        assertThat(fit.without())
                .singleElement()
                .satisfies(it -> assertThat(it.organisations()).isGreaterThan(4));
        var asking = asked(matter);
        assertThat(asking.narrow()).isTrue();
        assertThatThrownBy(() -> answered(matter, true, false)).hasMessage("sanitised.not-knowing");
        assertThatThrownBy(() -> copies.override(asking.manuscript(), asking.id(), "早すぎる", TORU))
                .hasMessage("sanitised.nothing-to-override");
        answered(matter, true, true);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.not-overridden");
        assertThat(copies.toOverride(TORU)).contains(asking.manuscript());
        assertThatThrownBy(() -> copies.override(asking.manuscript(), asking.id(), "自分で", DANA))
                .hasMessage("bulletin.own-words");
        assertThatThrownBy(() -> copies.override(asking.manuscript(), asking.id(), " ", TORU))
                .hasMessage("sanitised.reason");
        copies.override(asking.manuscript(), asking.id(), "備えに要る", TORU);
        assertThat(published(matter)).isNotNull();
    }

    @Test
    void aRegionInTheWordsCountsByItself() {
        var told = region(RAILWAY, POWER);
        var matter = prepared("言葉の中", "これは地域" + told.code() + "の事業者で起きた");
        var fit = copies.fit(copies.of(matter, DANA).orElseThrow(), manuscript(matter), DANA);
        assertThat(fit.told()).contains(told);
        assertThat(fit.organisations()).isEqualTo(2);
    }

    @Test
    void whatIsPublicAlreadyNeedsNoSecondPerson() {
        var matter = prepared("公表済み", "手口です");
        copies.tell(matter, Set.of(region(RAILWAY)), "https://news.example/1", DANA);
        assertThat(asked(matter).narrow()).isFalse();
        answered(matter, true, false);
        assertThat(published(matter)).isNotNull();
    }

    @Test
    void aMatterThatIsTakenBackStaysIn() {
        var matter = prepared("取り下げ", "手口です");
        asked(matter);
        answered(matter, true, false);
        desk.withdraw(matter.reference(), "間違い", MIKA);
        assertThatThrownBy(() -> published(matter)).hasMessage("sanitised.withdrawn");
    }

    @Test
    void onlyTheDeskAndTheReporterKnowOfTheChain() {
        var matter = prepared("つながり", "手口です");
        asked(matter);
        answered(matter, true, false);
        var manuscript = manuscript(matter).id();
        published(matter);
        assertThat(copies.of(desk.show(matter.reference(), MIKA), MIKA)).isPresent();
        for (var reader : List.of(MINA, JUN)) {
            var theirs = desk.show(matter.reference(), reader);
            assertThat(copies.of(theirs, reader)).as("told of the matter").isEmpty();
            assertThatThrownBy(() -> copies.answer(theirs, manuscript, true, true, "", reader))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> copies.begin(theirs, reader)).isInstanceOf(NotFound.class);
        }
        assertThat(copies.behind(manuscript, DANA)).isPresent();
        for (var reader : List.<Actor>of(ED, TORU, ADA, OTTO, NOOR, JUN, MINA)) {
            assertThat(copies.behind(manuscript, reader)).as(reader.toString()).isEmpty();
            assertThat(copies.of(matter, reader)).as(reader.toString()).isEmpty();
        }
        var asDana = desk.show(matter.reference(), DANA);
        assertThatThrownBy(() -> copies.answer(asDana, manuscript, true, true, "", DANA))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theReporterIsAskedOnce() {
        var matter = prepared("問い", "手口です");
        asked(matter);
        assertThat(copies.waiting(MIKA)).extracting(Matter::reference).contains(matter.reference());
        assertThat(copies.waiting(OTTO)).isEmpty();
        assertThat(copies.waiting(DANA)).extracting(Matter::reference).doesNotContain(matter.reference());
        var old = copies.of(matter, DANA).orElseThrow().asking().orElseThrow();
        write(matter, "直した手口です", Tlp.AMBER, RAIL);
        asked(matter);
        var asMika = desk.show(matter.reference(), MIKA);
        assertThatThrownBy(() -> copies.answer(asMika, old.id(), true, false, "", MIKA))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("sanitised.asked-again");
        answered(matter, true, false);
        assertThat(copies.waiting(MIKA)).extracting(Matter::reference).doesNotContain(matter.reference());
    }
}
