package noroshi;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Files;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A script in a field is kept as it was typed, and shown as text wherever the field is shown. */
@WholeHouse
@TestPropertySource(
        properties = "noroshi.test=ScriptsInFieldsTests") // renames people and organisations: a house of its own
class ScriptsInFieldsTests {
    private static final String SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final String SHOWN = "&lt;script&gt;alert(1)";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Files files;

    @Autowired
    Newsroom newsroom;

    @Test
    void namesOfOrganisationsAndPeople() {
        keep(HttpMethod.POST, "/organisations/" + SPORTS + "/names", as(ADA), "name", SCRIPT, "nameEn", SCRIPT);
        keep(
                HttpMethod.POST,
                "/settings/profile",
                as(SORA),
                "name",
                SCRIPT,
                "kana",
                SCRIPT,
                "nameEn",
                SCRIPT,
                "email",
                "sora@member.example",
                "titleJa",
                SCRIPT,
                "titleEn",
                SCRIPT,
                "locale",
                "ja",
                "level",
                "general",
                "theme",
                "system");
        keep(
                HttpMethod.POST,
                "/organisations/" + SPORTS + "/invitations",
                as(ADA),
                "name",
                SCRIPT,
                "email",
                "new@sports.example",
                "roles",
                "MEMBER_USER");
        var topic = topics.post(Samples.post(Tlp.GREEN, ALL), SORA);
        shows(SORA, "/", "/settings", "/topics/" + topic);
        shows(ADA, "/members", "/organisations/" + SPORTS, "/members/" + SORA.person(), "/audit?person=sora");
        shows(MIKA, "/topics/" + topic, "/directory");
    }

    @Test
    void whatCommunitiesAndEventsSayOfThemselves() {
        keep(
                HttpMethod.PUT,
                "/communities/" + RAIL,
                as(KEI),
                "name",
                SCRIPT,
                "nameEn",
                SCRIPT,
                "charter",
                SCRIPT,
                "charterEn",
                SCRIPT,
                "goal",
                SCRIPT,
                "goalEn",
                SCRIPT,
                "meaning",
                SCRIPT,
                "meaningEn",
                SCRIPT,
                "kind",
                "INVITED",
                "colour",
                "1");
        keep(
                HttpMethod.POST,
                "/insight/events",
                as(ED),
                "kind",
                "MARKER",
                "date",
                "2026-07-24",
                "labelJa",
                SCRIPT,
                "labelEn",
                SCRIPT);
        shows(KEI, "/communities/" + RAIL, "/communities/" + RAIL + "/edit", "/communities");
        shows(ED, "/insight/events");
    }

    @Test
    void whatVisitorsAndMachinesAreCalled() {
        keep(
                HttpMethod.POST,
                "/apply",
                nobody(),
                "organisation",
                SCRIPT,
                "organisationEn",
                SCRIPT,
                "category",
                "",
                "applicant",
                SCRIPT,
                "email",
                "who@apply.example",
                "phone",
                "03-0000-0000",
                "reason",
                SCRIPT);
        keep(HttpMethod.POST, "/settings/tokens", as(OTTO), "label", SCRIPT, "scopes", "READ", "days", "9");
        keep(HttpMethod.POST, "/search/saved", as(OTTO), "name", SCRIPT, "q", "x");
        keep(HttpMethod.POST, "/desk/views", as(DANA), "name", "<script>alert(1)</script>", "view", "late");
        keep(HttpMethod.POST, "/desk/macros", as(DANA), "name", SCRIPT, "body", SCRIPT);
        shows(ADA, "/members/applications");
        shows(OTTO, "/settings", "/search?q=x");
        shows(DANA, "/desk", "/desk/macros");
    }

    @Test
    void fieldsOfBulletinsAndNamesOfFiles() {
        var copy = new Copy(
                new Copy.Pro(SCRIPT, SCRIPT),
                new Copy.General(SCRIPT, SCRIPT, List.of(new Copy.Step(SCRIPT, SCRIPT)), SCRIPT, SCRIPT),
                "198.51.100.78",
                Source.CENTRE,
                Confidence.HIGH,
                SCRIPT,
                SCRIPT);
        var id = UUID.randomUUID();
        var marking = new Marking(InformationKind.MALWARE, Importance.IMPORTANT, Tlp.GREEN, 2, Set.of(RAIL));
        newsroom.begin(id, Optional.empty(), marking, copy, ED);
        shows(ED, "/bulletins/manuscripts/" + id, "/bulletins/manuscripts/" + id + "?reach=1");
        var bulletin = newsroom.publish(id, 1, ED);
        shows(NOOR, "/bulletins", "/topics/" + bulletin + "?level=pro", "/topics/" + bulletin + "?level=general");
        var topic = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        files.attach(
                topic,
                Optional.empty(),
                "<script>alert(1)</script><img src=x>.txt",
                "記録".getBytes(StandardCharsets.UTF_8),
                Level.ALL,
                MIKA);
        harmless(NOOR, "/topics/" + topic);
    }

    /** It is kept, so that what is shown later is what was typed. */
    private void keep(HttpMethod method, String address, RequestPostProcessor who, String... fields) {
        var request = mvc.method(method).uri(address).with(who);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var answer = request.exchange();
        assertThat(answer).bodyText().doesNotContain("<script>alert", "<img src=x", "<img src=\"x");
        assertThat(HttpStatus.valueOf(answer.getResponse().getStatus()).isError())
                .as(address + " " + answer.getResponse().getStatus())
                .isFalse();
    }

    private void shows(Actor reader, String... pages) {
        for (var page : pages) {
            assertThat(harmless(reader, page)).as(page).contains(SHOWN);
        }
    }

    private String harmless(Actor reader, String page) {
        var answer = mvc.get().uri(page).with(as(reader)).exchange();
        assertThat(answer).as(page).hasStatusOk();
        var text = new String(
                Objects.requireNonNull(answer.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8);
        assertThat(text).as(page).doesNotContain("<script>alert", "<img src=x", "<img src=\"x", "href=\"javascript:");
        return text;
    }
}
