package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two ways of telling without a name: through an association, and with the organisation hidden from all but the Centre. */
@WholeHouse
@Import(Matters.class)
class AnonymousRoutesTests {
    /** The police name readers of their track from everybody who takes part, so that the list says nothing. */
    private static final Pattern LIST_OF_ALL = Pattern.compile("(?s)<select[^>]*name=\"more\".*?</select>");

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private static NewMatter relayed(UUID association) {
        return new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "会員の予約が止まった",
                new Telling("会員1社の予約が止まっている。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                Optional.empty(),
                false,
                Set.of(),
                Optional.of(NewMatter.OnBehalf.relayed(association)),
                List.of());
    }

    private String page(String path, Actor actor) throws Exception {
        return mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
    }

    @Test
    void aSecretariatPassesOnWhatAMemberToldIt() throws Exception {
        assertThat(page("/desk/new", KEI)).contains("会員から預かった報告として送る");
        assertThat(page("/desk/new", MIKA)).doesNotContain("会員から預かった報告として送る");
        var matter = desk.show(desk.report(relayed(CEPTOAR), Locale.JAPANESE, KEI), KEI);
        assertThat(matter.channel()).isEqualTo(Channel.ASSOCIATION);
        assertThat(matter.ours()).isTrue();
        assertThat(matter.unconfirmed()).isFalse();
        assertThat(page(matter.path(), DANA)).contains("鉄道情報共有会", "会員は匿名");
        for (var other : List.of(MIKA, RIN, OTTO, MINA, JUN)) {
            assertThatThrownBy(() -> desk.show(matter.reference(), other)).isInstanceOf(NotFound.class);
        }
        triage.acknowledge(desk.show(matter.reference(), DANA), DANA);
        desk.say(matter.reference(), "会員に確かめました。", List.of(), KEI);
        sharing.share(matter, MINISTRY, new Wanted("省庁へ", false, false), KEI);
        assertThat(page(matter.path(), MINA)).contains("鉄道情報共有会").doesNotContain("東都鉄道");
    }

    @Test
    void nobodyElsePassesOn() {
        for (var other : List.of(MIKA, OTTO, DANA, NOOR)) {
            assertThatThrownBy(() -> desk.report(relayed(CEPTOAR), Locale.JAPANESE, other))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void aSecretaryWhoAlsoSitsAtAMemberDoesNotNameItByPassingOn() {
        var elsewhere = new Actor(KEI.person(), RAILWAY, KEI.roles(), "web");
        assertThat(desk.relays(KEI)).isTrue();
        assertThat(desk.relays(elsewhere)).isFalse();
        for (var association : List.of(CEPTOAR, RAILWAY)) {
            assertThatThrownBy(() -> desk.report(relayed(association), Locale.JAPANESE, elsewhere))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> desk.report(relayed(RAILWAY), Locale.JAPANESE, KEI))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aHiddenOrganisationIsKnownToTheCentreAlone() throws Exception {
        var system = Optional.of(matters.system(AGENCY, POLICE));
        var matter = matters.reported("名を伏せた報告", system, true, MIKA);
        triage.acknowledge(desk.show(matter.reference(), DANA), DANA);
        desk.say(matter.reference(), "続きの連絡です。", List.of(), MIKA);
        assertThat(page(matter.path(), DANA)).contains("東都鉄道");
        for (var told : List.of(MINA, JUN, PAUL)) {
            var page = page(matter.path(), told);
            assertThat(LIST_OF_ALL.matcher(page).replaceAll(""))
                    .contains("続きの連絡です。")
                    .doesNotContain("東都鉄道", "Mika", "Toto Railway");
            assertThat(desk.show(matter.reference(), told).reporter()).isEmpty();
            assertThat(page(matter.path() + "/forms/police.json", told)).doesNotContain("東都鉄道", "Mika");
            assertThat(page("/desk", told)).contains("名を伏せた報告");
            assertThat(matters.count(
                            told, "select count(*) from desk.reporter where matter = '" + matter.topic() + "'"))
                    .isZero();
            assertThat(matters.count(
                            told,
                            "select count(*) from desk.step where matter = '" + matter.topic()
                                    + "' and organisation = '" + RAILWAY + "'"))
                    .isZero();
        }
        assertThatThrownBy(() -> desk.show(matter.reference(), OTTO)).isInstanceOf(NotFound.class);
    }
}
