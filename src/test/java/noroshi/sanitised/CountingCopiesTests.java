package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Counted;
import noroshi.desk.DeskFigures;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Importance;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Copies without names are counted beside the matters they were made of, for the desk alone. */
@WholeHouse
@Import(Matters.class)
class CountingCopiesTests {
    @Autowired
    SanitisedCopies copies;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Topics topics;

    @Autowired
    DeskFigures figures;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    /** A copy whose words are finished and to which its reporter has agreed. */
    private Matter agreed(String title) {
        return agreed(title, ALL);
    }

    private Matter agreed(String title, UUID audience) {
        var reported = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        var matter = desk.show(reported.reference(), DANA);
        copies.begin(matter, DANA);
        var manuscript = copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
        var was = manuscript.copy();
        var copy = new Copy(
                new Copy.Pro("偽の報告書に注意", "報告書を装う添付が届いた。"),
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
                        marking.information(),
                        Importance.IMPORTANT,
                        Tlp.AMBER,
                        marking.confidentiality(),
                        Set.of(audience)),
                copy,
                DANA);
        var written = copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
        copies.ask(matter, written.lock(), DANA);
        var asMika = desk.show(matter.reference(), MIKA);
        var asking = copies.of(asMika, MIKA).orElseThrow().asking().orElseThrow();
        copies.answer(asMika, asking.id(), true, true, "どうぞ", MIKA);
        return matter;
    }

    private UUID published(Matter matter) {
        var manuscript = copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
        return newsroom.needsSecondPerson(manuscript, DANA)
                ? newsroom.release(manuscript.id(), manuscript.lock(), "全員に急ぐ", DANA)
                : newsroom.publish(manuscript.id(), manuscript.lock(), DANA);
    }

    private Counted counted(Matter matter) {
        return figures.of(figures.today().minusDays(1), figures.today(), DANA).stream()
                .filter(it -> it.reference().equals(matter.reference()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFiguresOfTheDeskOpenWhatWasTold() {
        var matter = agreed("数える案件 " + UUID.randomUUID());
        assertThat(counted(matter).told()).as("nobody reads it yet").isEmpty();
        var topic = published(matter);
        assertThat(counted(matter).told().orElseThrow().topic()).isEqualTo(topic);
        var month = figures.today().toString().substring(0, 7);
        for (var shared : List.of("true", month)) {
            assertThat(mvc.get().uri("/desk/figures?list=true&shared=" + shared).with(as(DANA)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(matter.title(), "/topics/" + topic, "名前を伏せて知らせた");
        }
        assertThat(mvc.get().uri("/desk/figures?list=true&shared=1999-01").with(as(DANA)))
                .bodyText()
                .doesNotContain(matter.title());
        topics.withdraw(topic, "誤り", DANA);
        assertThat(counted(matter).told()).as("taken back").isEmpty();
    }

    @Test
    void whatAFewMayReadWasNotToldToAll() {
        var matter = agreed("一部に知らせた案件 " + UUID.randomUUID(), RAIL);
        published(matter);
        assertThat(counted(matter).told()).isEmpty();
    }

    /** The number reconciles with the records: as many links as matters of which a bulletin stands. */
    @Test
    void theNumberIsThatOfTheRecords() {
        published(agreed("数が合う案件 " + UUID.randomUUID()));
        agreed("まだ数えない案件 " + UUID.randomUUID());
        var told = figures.of(figures.today().minusDays(1), figures.today(), DANA).stream()
                .filter(it -> it.told().isPresent())
                .count();
        var page = mvc.get().uri("/desk/figures?list=true&shared=true").with(as(DANA));
        assertThat(page)
                .bodyText()
                .satisfies(text ->
                        assertThat(text.split("class=\"row__title\"", -1)).hasSize((int) told + 1));
        assertThat(page).bodyText().contains("shared=true&amp;list=true#list\">" + told + "</a>");
    }

    @Test
    void whichBulletinCameOfWhichMatterIsTheDesksToKnow() {
        var matter = agreed("鎖は見えない " + UUID.randomUUID());
        published(matter);
        for (var other : List.of(ED, TORU, MIKA, OTTO, JUN)) {
            assertThat(mvc.get().uri("/desk/figures?list=true&shared=true").with(as(other)))
                    .hasStatus(404);
            assertThat(matters.count(other, "select count(*)::integer from sanitised.told_to_all()"))
                    .as(other.toString())
                    .isZero();
        }
        assertThat(matters.count(DANA, "select count(*)::integer from sanitised.told_to_all()"))
                .isPositive();
    }
}
