package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The shop that fails again at each ceremony: what belongs together is known to the desk. */
@WholeHouse
@Import(Matters.class)
class LinkingTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Links links;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        return desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
    }

    @Test
    void theSameThingAgainAndAgainIsCounted() {
        var opening = reported("売店 開会式");
        var second = reported("売店 翌日");
        var closing = reported("売店 閉会式");
        assertThat(links.occurrence(opening, DANA)).isOne();
        links.link(second, opening, Linked.Kind.RECURRENCE, DANA);
        links.link(closing, second, Linked.Kind.RECURRENCE, DANA);
        assertThat(links.occurrence(closing, DANA)).isEqualTo(3);
        assertThat(links.of(second, DANA))
                .extracting(Linked::matter, Linked::later)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(opening.topic(), false),
                        org.assertj.core.groups.Tuple.tuple(closing.topic(), true));
        assertThat(mvc.get().uri(closing.path()).with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("3 回目", "売店 翌日");
        links.unlink(second, closing, DANA);
        assertThat(links.occurrence(closing, DANA)).isOne();
        assertThatThrownBy(() -> links.unlink(second, closing, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void twoAreLinkedOnceAndNoneToItself() {
        var one = reported("一つ目の件");
        var other = reported("二つ目の件");
        links.link(one, other, Linked.Kind.RELATED, DANA);
        assertThatThrownBy(() -> links.link(other, one, Linked.Kind.RECURRENCE, DANA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> links.link(one, one, Linked.Kind.RELATED, DANA))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void whatBelongsTogetherIsTheDesksToKnow() {
        var one = reported("つながりは内部");
        var other = desk.show(
                matters.reported("よその会社の件", Optional.empty(), false, NOOR).reference(), DANA);
        links.link(one, other, Linked.Kind.RELATED, DANA);
        assertThat(mvc.get().uri(one.path()).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("よその会社の件");
        for (var reader : List.of(MIKA, NOOR, OTTO, ED, JUN)) {
            assertThatThrownBy(() -> links.of(one, reader)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> links.link(one, other, Linked.Kind.SPLIT, reader))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aPartIsSplitOffForTheSameOrganisation() {
        var whole = reported("二つのことが混ざる");
        var form = mvc.get()
                .uri("/desk/new?split=" + whole.reference())
                .with(as(DANA))
                .exchange();
        assertThat(form).hasStatusOk().bodyText().contains("二つのことが混ざる", RAILWAY.toString());
        var sent = mvc.post()
                .uri("/desk")
                .with(as(DANA))
                .param("once", UUID.randomUUID().toString())
                .param("split", whole.reference())
                .param("kind", "CONSULTATION")
                .param("title", "分けた件")
                .param("body", "別の原因のほう")
                .param("organisation", RAILWAY.toString())
                .param("channel", "INTERNAL")
                .param("contact", "三上 様")
                .exchange();
        assertThat(sent).hasStatus(303);
        var path = String.valueOf(sent.getResponse().getHeader("Location"));
        var part = desk.show(path.substring("/desk/".length()), DANA);
        assertThat(part.reporter())
                .hasValueSatisfying(it -> assertThat(it.organisation()).isEqualTo(RAILWAY));
        assertThat(links.of(part, DANA)).singleElement().satisfies(it -> {
            assertThat(it.matter()).isEqualTo(whole.topic());
            assertThat(it.kind()).isEqualTo(Linked.Kind.SPLIT);
        });
        assertThat(desk.show(part.reference(), MIKA).unconfirmed()).isTrue();
    }

    @Test
    void evidenceIsWrittenDownWhereItIsKept() {
        var matter = reported("証拠のある件");
        var words = "ログ 1 件、金庫 3 段目、SHA-256 " + "ab".repeat(32);
        triage.note(matter, new NewNote(NoteKind.EVIDENCE, words, Optional.empty()), DANA);
        assertThat(triage.ticket(matter, DANA).notes()).extracting(Note::kind).contains(NoteKind.EVIDENCE);
        assertThat(mvc.get().uri(matter.path()).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("金庫 3 段目");
    }
}
