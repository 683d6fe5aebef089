package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Consent given by telephone is written down, marked so, and confirmed by the member. */
@WholeHouse
@Import(Matters.class)
class RecordingConsentTests {
    @Autowired
    SanitisedCopies copies;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private static Said said(String words) {
        return new Said(Channel.PHONE, "三浦さん（SOC）", words);
    }

    private Matter asked(String title) {
        var reference = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA)
                .reference();
        var matter = desk.show(reference, DANA);
        var manuscript = newsroom.show(copies.begin(matter, DANA), DANA);
        var was = manuscript.copy();
        var general = new Copy.General("偽の報告書に注意", "開かないでください。", List.of(new Copy.Step("開かない", "")), "全団体", "");
        var marking = manuscript.marking();
        newsroom.write(
                manuscript.id(),
                manuscript.lock(),
                new Marking(marking.information(), marking.importance(), marking.tlp(), 2, Set.of(RAIL)),
                new Copy(
                        new Copy.Pro("偽の報告書に注意", "報告書を装う添付が届く。"),
                        general,
                        was.indicators(),
                        was.source(),
                        was.confidence(),
                        "",
                        ""),
                DANA);
        copies.tell(matter, Set.of(), "https://news.example/1", DANA);
        copies.ask(
                matter,
                copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA).lock(),
                DANA);
        return matter;
    }

    private Asking asking(Matter matter) {
        return copies.of(matter, DANA).flatMap(SanitisedCopy::asking).orElseThrow();
    }

    private UUID asked(Matter matter, boolean current) {
        return current ? asking(matter).id() : UUID.randomUUID();
    }

    @Test
    void whatTheDeskWroteDownIsMarkedUntilTheMemberConfirms() {
        var matter = asked("電話での同意");
        var asMika = desk.show(matter.reference(), MIKA);
        copies.record(matter, asked(matter, true), false, said("日付は出さないで"), DANA);
        assertThat(asking(matter).agreed()).isTrue();
        assertThat(asking(matter).unconfirmed()).isTrue();
        assertThat(copies.waiting(MIKA)).extracting(Matter::topic).contains(matter.topic());
        assertThat(mvc.get().uri(matter.path() + "/copy").with(as(DANA)))
                .bodyText()
                .contains("三浦さん（SOC）", "確認待ち");
        assertThat(mvc.get().uri(matter.path() + "/copy").with(as(MIKA)))
                .bodyText()
                .contains("三浦さん（SOC）", "日付は出さないで", "確かに同意した");
        assertThat(mvc.get().uri(matter.path()).with(as(MIKA))).bodyText().contains("/copy");
        copies.answer(asMika, asked(matter, true), true, false, "", MIKA);
        assertThat(asking(matter).agreed()).isTrue();
        assertThat(asking(matter).unconfirmed()).isFalse();
        assertThat(copies.waiting(MIKA)).extracting(Matter::topic).doesNotContain(matter.topic());
    }

    @Test
    void theMemberMaySayThatItWasNotSo() {
        var matter = asked("同意していない");
        copies.record(matter, asked(matter, true), false, said(""), DANA);
        copies.answer(desk.show(matter.reference(), MIKA), asked(matter, true), false, false, "聞いていません", MIKA);
        assertThat(asking(matter).agreed()).isFalse();
        assertThatThrownBy(() -> copies.record(matter, asked(matter, true), false, said("もう一度"), DANA))
                .isInstanceOf(RuleBroken.class);
        var manuscript = copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
        assertThatThrownBy(() -> newsroom.publish(manuscript.id(), manuscript.lock(), DANA))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobodyElseWritesItDown() {
        var matter = asked("だれが書くか");
        var id = asked(matter, true);
        for (var other : List.of(OTTO, JUN, MINA, NOOR)) {
            assertThatThrownBy(() -> copies.record(matter, id, false, said(""), other))
                    .isInstanceOf(NotFound.class);
            assertThat(mvc.post()
                            .uri(matter.path() + "/copy/recording")
                            .param("asked", id.toString())
                            .param("contact", "x")
                            .with(as(other)))
                    .hasStatus(404);
            assertThatThrownBy(() -> matters.sql(other, """
                    insert into sanitised.answer (asking, manuscript, at, by, agreed, knowing, channel, contact)
                    values (?, ?, now(), ?, true, false, 'PHONE', 'x')
                    """, id, asking(matter).manuscript(), other.person()))
                    .hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() -> matters.sql(DANA, """
                insert into sanitised.answer (asking, manuscript, at, by, agreed, knowing)
                values (?, ?, now(), ?, true, false)
                """, id, asking(matter).manuscript(), DANA.person()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> copies.record(matter, asked(matter, false), false, said(""), DANA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Said(Channel.PHONE, " ", "")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Said(Channel.PLATFORM, "私", "")).isInstanceOf(RuleBroken.class);
        assertThat(asking(matter).answer()).isEmpty();
    }
}
