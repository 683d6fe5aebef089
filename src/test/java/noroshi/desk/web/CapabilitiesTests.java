package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.desk.Capabilities;
import noroshi.desk.Capability;
import noroshi.desk.Cause;
import noroshi.desk.Classification;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.SupportKind;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Agencies say what they can help with, and the desk asks by it. */
@WholeHouse
@Import(Matters.class)
class CapabilitiesTests {
    @Autowired
    Capabilities capabilities;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    @AfterEach
    void nothingIsSaid() {
        matters.owner("delete from desk.capability");
    }

    private MvcTestResult declare(Actor actor, String cause, String kinds, String words) {
        return mvc.post()
                .uri("/desk/capabilities")
                .with(as(actor))
                .param("cause", cause)
                .param("kinds", kinds.split(" "))
                .param("words", words)
                .exchange();
    }

    private String page(String path, Actor actor) {
        var page = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anAgencySaysItForItselfAndTheDeskReadsIt() {
        assertThat(page("/desk", JUN)).contains("/desk/capabilities");
        assertThat(declare(JUN, "DOS", "INVESTIGATION CONTAINMENT", "夜間も応じます")).hasStatus(303);
        assertThat(declare(JUN, "DOS", "INVESTIGATION", "平日のみ")).hasStatus(303);
        assertThat(capabilities.own(JUN)).singleElement().satisfies(it -> {
            assertThat(it.kinds()).containsExactly(SupportKind.INVESTIGATION);
            assertThat(it.words()).isEqualTo("平日のみ");
        });
        assertThat(page("/desk/capabilities", JUN)).contains("平日のみ", "「DoS攻撃」の届け出を取り下げる");
        assertThat(page("/desk/capabilities", DANA)).contains("平日のみ").doesNotContain("取り下げる");
        assertThat(mvc.delete().uri("/desk/capabilities?cause=DOS").with(as(JUN)))
                .hasStatus(303);
        assertThat(capabilities.own(JUN)).isEmpty();
        assertThat(mvc.delete().uri("/desk/capabilities?cause=DOS").with(as(JUN)))
                .hasStatus(404);
    }

    @Test
    void nobodyElseSaysOrReadsIt() {
        capabilities.declare(Cause.MALWARE, Set.of(SupportKind.INVESTIGATION), "", JUN);
        for (var other : List.of(OTTO, MIKA, MINA, TORU, ED)) {
            assertThat(mvc.get().uri("/desk/capabilities").with(as(other))).hasStatus(404);
            assertThat(declare(other, "DOS", "INVESTIGATION", "")).hasStatus(404);
            assertThatThrownBy(() -> capabilities.all(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> capabilities.end(Cause.MALWARE, other)).isInstanceOf(NotFound.class);
            assertThat(matters.count(other, "select count(*) from desk.capability"))
                    .as(other.toString())
                    .isZero();
            assertThat(matters.sql(other, "delete from desk.capability")).isZero();
        }
        assertThatThrownBy(() -> matters.sql(
                        OTTO,
                        "insert into desk.capability (office, cause, kinds, words, declared_at, declared_by)"
                                + " values (?, 'DOS', array['INVESTIGATION'], '', now(), ?)",
                        office("window", AGENCY),
                        OTTO.person()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(matters.count(DANA, "select count(*) from desk.capability")).isOne();
    }

    @Test
    void whatWasTypedIsStillThereWhenItIsRefused() {
        assertThat(declare(JUN, "", "INVESTIGATION", "夜間も"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"夜間も\"");
        assertThat(declare(JUN, "DOS", "", "夜間も")).hasStatus(422).bodyText().contains("支援の種類を選んでください");
        assertThat(declare(JUN, "DOS", "INVESTIGATION", "長".repeat(501))).hasStatus(422);
        assertThat(capabilities.own(JUN)).isEmpty();
    }

    /** Whoever said it helps with what happened stands first, with the kinds of help it said. */
    @Test
    void whoeverHelpsWithWhatHappenedStandsFirst() {
        var matter = desk.show(
                matters.reported("だれに頼むか", Optional.of(matters.system(AGENCY)), false, MIKA)
                        .reference(),
                DANA);
        capabilities.declare(Cause.DOS, Set.of(SupportKind.CONTAINMENT), "", JUN);
        assertThat(page(matter.path(), DANA)).contains("原因の類型が決まると").doesNotContain("届け出：");
        classify(matter, Cause.DOS);
        assertThat(page(matter.path(), DANA)).contains("原因の類型は「DoS攻撃」です", "（届け出：被害拡大の防止）");
        classify(matter, Cause.MALWARE);
        assertThat(page(matter.path(), DANA)).doesNotContain("届け出：");
        assertThat(page(matter.path(), MIKA)).doesNotContain("原因の類型は「");
        assertThat(capabilities.all(DANA).values().stream().flatMap(List::stream))
                .extracting(Capability::cause)
                .containsExactly(Cause.DOS);
    }

    /** An agency whose window nobody was ever given stands in the list too, and looking gives it none. */
    @Test
    void lookingChangesNothing() {
        matters.owner("""
                insert into membership.organisation (code, name, name_en, status, joined_on)
                values ('windowless-agency', '窓口のない機関', 'Windowless Agency', 'active', date '2020-01-01')
                """);
        matters.owner("""
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                select id, 'category', 'SECURITY_AGENCY', date '2020-01-01'
                  from membership.organisation where code = 'windowless-agency'
                """);
        try {
            assertThat(page("/desk/capabilities", DANA)).contains("窓口のない機関");
            assertThat(matters.count(DANA, """
                            select count(*) from membership.office f join membership.organisation o on o.id = f.organisation
                             where o.code = 'windowless-agency'
                            """)).isZero();
        } finally {
            matters.owner("""
                    delete from membership.office
                     where organisation = (select id from membership.organisation where code = 'windowless-agency')
                    """);
            matters.owner("""
                    delete from membership.organisation_trait
                     where organisation = (select id from membership.organisation where code = 'windowless-agency')
                    """);
            matters.owner("delete from membership.organisation where code = 'windowless-agency'");
        }
    }

    private void classify(Matter matter, Cause cause) {
        triage.classify(
                matter,
                new Classification(Optional.of(cause), Optional.empty(), Optional.empty(), Optional.empty()),
                triage.lastWord(matter, DANA),
                DANA);
    }
}
