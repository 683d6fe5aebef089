package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the page of the question does not show, nobody has agreed to. */
@WholeHouse
@Import(Matters.class)
class SeeingEveryWordTests {
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

    private Matter begun(String title) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        var asDesk = desk.show(matter.reference(), DANA);
        copies.begin(asDesk, DANA);
        return asDesk;
    }

    private Manuscript manuscript(Matter matter) {
        return copies.manuscript(copies.of(matter, DANA).orElseThrow(), DANA);
    }

    private void write(Matter matter, Copy copy) {
        var manuscript = manuscript(matter);
        var was = manuscript.marking();
        newsroom.write(
                manuscript.id(),
                manuscript.lock(),
                new Marking(was.information(), was.importance(), Tlp.AMBER, was.confidentiality(), Set.of(RAIL)),
                copy,
                DANA);
    }

    @Test
    void theReporterSeesEveryWordThatGoesOut() {
        var matter = begun("すべて見せる");
        var copy = EveryWord.of(
                Copy.class, place -> place.endsWith("indicators") ? "192.0.2.177" : "しるし" + place.replace('.', '-'));
        write(matter, copy);
        copies.ask(matter, manuscript(matter).lock(), DANA);
        var page = mvc.get().uri(matter.path() + "/copy").with(as(MIKA)).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains(EveryWord.in(copy).stream()
                        .map(word -> word.replace("192.0.2.177", "192[.]0[.]2[.]177"))
                        .toList());
    }

    /** The line that leaves by mail is searched for names as the others are, and kept when they are replaced. */
    @Test
    void theLineThatLeavesByMailIsScrubbedToo() {
        var matter = begun("件名も伏せる");
        write(matter, EveryWord.of(Copy.class, place -> place.endsWith("safeSubject") ? "東都鉄道の件" : "しるし"));
        var found = copies.findings(matter, manuscript(matter), DANA).stream()
                .map(Finding::found)
                .toList();
        assertThat(found).contains("東都鉄道");
        copies.replace(matter, manuscript(matter).lock(), found, DANA);
        assertThat(manuscript(matter).copy().safeSubject()).isEqualTo("ある組織の件");
    }
}
