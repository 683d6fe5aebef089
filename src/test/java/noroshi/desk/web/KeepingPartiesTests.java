package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Matters;
import noroshi.desk.PartyLists;
import noroshi.desk.Proposed;
import noroshi.desk.Sharing;
import noroshi.desk.Trigger;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is to be told, by what the reporter is: kept by the desk, with codes that stand for something. */
@WholeHouse
@Import(Matters.class)
class KeepingPartiesTests {
    @Autowired
    PartyLists parties;

    @Autowired
    Sharing sharing;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private final String region = "r-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nobodyIsAtHomeThere() {
        matters.owner("delete from membership.organisation_trait where code = '" + region + "'");
        matters.owner("delete from membership.region where code = '" + region + "'");
    }

    private void home(UUID organisation) {
        matters.owner("""
                insert into membership.region (code, name_ja, name_en) values ('%1$s', '試験の地域', 'Region');
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                values ('%2$s', 'region', '%1$s', '2020-01-01')
                """.formatted(region, organisation));
    }

    private List<Proposed> proposed(Actor actor) {
        return sharing.proposed(actor.organisation(), Optional.empty(), actor).stream()
                .filter(it -> it.reason() == Trigger.REGION)
                .toList();
    }

    private MvcTestResult add(Actor actor, String trigger, String code) {
        return mvc.post()
                .uri("/desk/parties")
                .with(as(actor))
                .param("trigger", trigger)
                .param("code", code)
                .param("organisation", POLICE.toString())
                .param("damage", "true")
                .exchange();
    }

    @Test
    void thePoliceWhereTheReporterIsAtHomeAreProposed() {
        home(POWER);
        assertThat(add(DANA, "REGION", region)).hasStatus(303);
        assertThat(proposed(NOOR)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(POLICE);
            assertThat(it.damage()).isTrue();
            assertThat(it.technical()).isFalse();
        });
        assertThat(proposed(SORA)).isEmpty();
        var asked = mvc.post()
                .uri("/desk")
                .with(as(NOOR))
                .param("once", UUID.randomUUID().toString())
                .param("kind", "REPORT")
                .param("title", "地域のある報告")
                .param("body", "止まりました")
                .exchange();
        assertThat(asked).hasStatus(422);
        assertThat(asked).bodyText().contains("都警察", "地域");
    }

    @Test
    void aCodeThatStandsForNothingIsRefusedAndNothingTypedIsLost() {
        for (var trigger : List.of("REGION", "MINISTRY", "SYSTEM", "CATEGORY", "SECTOR", "ASSOCIATION")) {
            var refused = add(DANA, trigger, "nosuch");
            assertThat(refused).hasStatus(422);
            assertThat(refused)
                    .bodyText()
                    .contains("「nosuch」という符号は登録されていません", "value=\"nosuch\"")
                    .containsPattern("value=\"" + trigger + "\" selected")
                    .containsPattern("value=\"" + POLICE + "\" selected");
        }
        var system = mvc.post()
                .uri("/desk/systems")
                .with(as(DANA))
                .param("system", "Not A Code")
                .param("nameJa", "書いた名前")
                .exchange();
        assertThat(system).hasStatus(422);
        assertThat(system).bodyText().contains("Not A Code", "書いた名前");
    }

    @Test
    void onlyTheDeskKeepsThem() {
        for (var who : List.of(MIKA, OTTO, PAUL, ADA)) {
            assertThat(add(who, "ALWAYS", "")).hasStatus(404);
            assertThatThrownBy(() -> parties.add(Trigger.ALWAYS, "", POLICE, true, true, who))
                    .isInstanceOf(NotFound.class);
        }
    }
}
