package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Audiences;
import noroshi.insight.Records;
import noroshi.membership.NewOrganisation;
import noroshi.membership.NewToken;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.Profile;
import noroshi.membership.Profiles;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Seen;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Answers that tell no more than they must, and openings that do not go unrecorded. */
@WholeHouse
class QuietAnswersTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Profiles profiles;

    @Autowired
    Organisations organisations;

    @Autowired
    Audiences audiences;

    @Autowired
    Tokens tokens;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Environment environment;

    @Test
    void settingsDoNotSayWhoseMailAddressItIs() {
        profiles.save(reachedAt(profiles.mine(SORA), "soc@team.example"), Seen.UNSAID, SORA);
        profiles.save(reachedAt(profiles.mine(OTTO), "SOC@team.example"), Seen.UNSAID, OTTO);
        assertThat(profiles.mine(OTTO).email()).contains("SOC@team.example");
        assertThat(profiles.mine(SORA).email()).contains("soc@team.example");
    }

    private static Profile reachedAt(Profile profile, String email) {
        return new Profile(
                profile.name(),
                profile.kana(),
                profile.nameEn(),
                Optional.of(email),
                profile.titleJa(),
                profile.titleEn(),
                profile.locale(),
                profile.level(),
                profile.theme());
    }

    @Test
    void whoSitsInNoCircleWithTheReaderIsNotFound() {
        var lonely = organisations.found(
                new NewOrganisation("lonely", "離れ小島の会", "Lonely Isle", Organisation.Part.MEMBER, ""), ADA);
        organisations.move(lonely, Organisation.Status.ACTIVE, "開始", ADA);
        var field = "organisation:" + lonely;
        assertThat(audiences.picker(List.of(), "離れ小島", OTTO).found()).isEmpty();
        assertThat(audiences.picker(List.of(), "離れ小島", ED).found()).hasSize(1);
        assertThat(audiences.picker(List.of(), "東都鉄道", OTTO).found()).hasSize(1);
        assertThatThrownBy(() -> audiences.parse(List.of(field), OTTO)).hasMessage("audience.unknown");
        assertThatThrownBy(() -> audiences.parse(List.of("organisation:" + UUID.randomUUID()), OTTO))
                .hasMessage("audience.unknown");
        assertThat(audiences.parse(List.of(field), ED).addressees()).hasSize(1);
    }

    @Test
    void aMachineNeitherGetsRedNorSendsIt() {
        var machine = tokens.bearer(token(Scope.READ)).orElseThrow().actor();
        assertThatThrownBy(() -> topics.post(Samples.post(Tlp.RED, machine.person()), RIN))
                .hasMessage("topic.audience-red");
        assertThatThrownBy(() -> topics.post(Samples.post(Tlp.RED, RIN.person()), machine))
                .hasMessage("topic.audience-red");
        assertThatCode(() -> topics.post(Samples.post(Tlp.RED, MIKA.person()), RIN))
                .doesNotThrowAnyException();
    }

    @Test
    void aTokenOpensNoPageAndChangesNothingThroughOne() {
        var header = "Bearer " + token(Scope.READ, Scope.LISTS).text();
        for (var page : new String[] {"/", "/topics/new", "/communities", "/search", "/welcome", "/apix", "/taxii2"}) {
            assertThat(mvc.get().uri(page).header("Authorization", header))
                    .as(page)
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .bodyText()
                    .doesNotContain("東都鉄道");
        }
        for (var open : new String[] {"/sign-in", "/apply", "/recovery"}) {
            assertThat(mvc.get().uri(open).header("Authorization", header))
                    .as(open)
                    .bodyText()
                    .doesNotContain("東都鉄道", "SIEM");
        }
        for (var act : new String[] {"/language", "/sign-out", "/topics", "/settings/tokens"}) {
            assertThat(mvc.post().uri(act).header("Authorization", header))
                    .as(act)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private noroshi.membership.Secret token(Scope... scopes) {
        return tokens.create(new NewToken(RAILWAY, "SIEM", Set.of(scopes), Duration.ofDays(1)), RIN);
    }

    @Test
    void nobodyLooksIntoACommentOfARestrictedTopicUnrecorded() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var comment = conversation.comment(topic, "うちにも来ました", false, Optional.empty(), MIKA);
        var page = "/topics/" + topic + "/comments/" + comment + "/edit";
        var records = new Records(environment);
        assertThat(mvc.get().uri(page).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.head().uri(page).with(as(NOOR))).hasStatusOk();
        assertThat(mvc.get().uri(page).header("Sec-Purpose", "prefetch").with(as(NOOR)))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(records.audited("topic.document-opened", comment)).isZero();
        assertThat(mvc.get().uri(page).with(as(NOOR))).hasStatusOk();
        assertThat(records.audited("topic.document-opened", comment)).isEqualTo(1);
        assertThat(mvc.get().uri("/topics/" + topic + "/edit").with(as(MIKA))).hasStatusOk();
        assertThat(records.audited("topic.document-opened", topic)).isEqualTo(1);
    }
}
