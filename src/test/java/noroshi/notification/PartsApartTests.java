package noroshi.notification;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Newest;
import noroshi.topic.Search;
import noroshi.topic.SearchHit;
import noroshi.topic.SearchQuery;
import noroshi.topic.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A part is a topic of its own wherever it is met: on the page of the whole, in search, in counts, in mail. */
class PartsApartTests extends MailTests {
    private static final String WORD = "分電盤";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Search search;

    @Test
    void whoMayNotReadThePartFindsNoTraceOfIt() throws Exception {
        var whole = post("全体の題名", Tlp.GREEN, Set.of(RAIL), MIKA);
        var keiBefore = unread(KEI);
        var noorBefore = unread(NOOR);
        var part = part(whole, Tlp.AMBER, "部分の題名-partly", WORD + "の型番は KX-partly", Set.of(KEI.person()));
        deliver();

        assertThat(unread(KEI)).isEqualTo(keiBefore + 1);
        assertThat(unread(NOOR)).isEqualTo(noorBefore);

        assertThat(page(whole, NOOR))
                .contains("全体の題名")
                .doesNotContain("partly", part.toString(), "id=\"parts\"", "この部分を");
        assertThat(page(whole, KEI))
                .contains("部分の題名-partly", WORD + "の型番は KX-partly", "TLP:AMBER", "/topics/" + part, "はじめて読む");
        assertThat(page(whole, KEI)).doesNotContain("はじめて読む");
        assertThat(unread(KEI)).isEqualTo(keiBefore - 1);
        assertThat(mvc.get().uri("/topics/" + whole).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(found(KEI)).containsExactly(part);
        assertThat(found(NOOR)).isEmpty();
        assertThat(found(OTTO)).isEmpty();

        assertThat(about(part).stream().flatMap(mail -> mail.recipients().stream()))
                .containsExactly("kei@member.example");
        assertThat(to("noor@member.example")).noneMatch(mail -> whole(mail).contains("partly"));
        assertThat(to("noor@member.example")).noneMatch(mail -> whole(mail).contains(part.toString()));
    }

    @Test
    void noPartIsReadWithoutARecord() throws Exception {
        var whole = post("全体", Tlp.GREEN, Set.of(RAIL), MIKA);
        var part = part(whole, Tlp.AMBER, "部分", "本文", Set.of(KEI.person()));
        assertThat(mvc.head().uri("/topics/" + whole).with(as(KEI))).hasStatusOk();
        assertThat(opened(part)).isZero();
        page(whole, NOOR);
        assertThat(opened(part)).isZero();

        page(whole, KEI);
        assertThat(opened(part)).isOne();
        assertThat(readership.mine(part, KEI).flatMap(it -> it.version())).contains(1);
        assertThat(count("select count(*) from topic.view where topic = ?", part))
                .isOne();

        assertThat(mvc.post()
                        .uri("/topics/" + whole + "/comments")
                        .with(as(KEI))
                        .param("body", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("/topics/" + part);
        assertThat(opened(part)).isEqualTo(2);
    }

    @Test
    void whatIsTakenBackShowsNoWordsBelow() throws Exception {
        var whole = post("全体", Tlp.GREEN, Set.of(RAIL), MIKA);
        var part = part(whole, Tlp.GREEN, "部分", "消える本文-55aa", Set.of(KEI.person()));
        assertThat(page(whole, MIKA)).contains("消える本文-55aa", "配布先");
        topics.withdraw(part, "誤り", MIKA);
        assertThat(page(whole, MIKA)).doesNotContain("消える本文-55aa");
        var other = part(whole, Tlp.GREEN, "別の部分", "別の本文-66bb", Set.of(KEI.person()));
        topics.withdraw(whole, "誤り", MIKA);
        assertThat(page(whole, KEI)).doesNotContain("別の本文-66bb");
        assertThat(page(other, KEI)).contains("別の本文-66bb");
    }

    @Test
    void theSourceAloneIsOfferedAPart() throws Exception {
        var whole = post("全体", Tlp.GREEN, Set.of(RAIL), MIKA);
        assertThat(page(whole, MIKA)).contains("/topics/new?parent=" + whole);
        assertThat(page(whole, KEI)).doesNotContain("/topics/new?parent=");
        assertThat(mvc.get().uri("/topics/" + whole).with(as(DANA))).hasStatus(HttpStatus.NOT_FOUND);
    }

    private UUID part(UUID whole, Tlp tlp, String title, String body, Set<UUID> audience) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.INCIDENT,
                        Optional.of(whole),
                        false,
                        tlp,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text(title, body)),
                        audience),
                MIKA);
    }

    private int unread(Actor actor) {
        return topics.unread(Newest.all(100, Level.ALL), actor).get();
    }

    private String page(UUID topic, Actor actor) throws Exception {
        var answer = mvc.get().uri("/topics/" + topic).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private List<UUID> found(Actor actor) {
        var asked = new SearchQuery(
                WORD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                new Window(0, 20));
        return search.find(asked, Level.ALL, actor).hits().stream()
                .map(SearchHit::topic)
                .map(row -> row.id())
                .toList();
    }

    private int opened(UUID topic) throws Exception {
        return count("select count(*) from audit.entry where act = 'topic.opened' and subject = ?", topic);
    }

    /** As the owner of the database. */
    private int count(String sql, UUID topic) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var query = owner.prepareStatement(sql)) {
            query.setObject(1, topic);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
