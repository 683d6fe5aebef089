package noroshi.topic;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class ReadingTests {
    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    Search search;

    @Autowired
    Conversation conversation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void seenIsPerVersionAndConfirmedIsAnActOfItsOwn() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        assertThatThrownBy(() -> readership.confirm(id, 1, NOOR)).hasMessage("topic.not-opened");

        readership.open(id, Level.ALL, NOOR);
        assertThat(readership.mine(id, NOOR)).hasValueSatisfying(receipt -> {
            assertThat(receipt.version()).contains(1);
            assertThat(receipt.confirmedAt()).isEmpty();
        });
        readership.confirm(id, 1, NOOR);
        topics.revise(id, new Revision(1, Map.of(Level.ALL, new Text("第二報", "追加")), "追加", ""), MIKA);

        assertThatThrownBy(() -> readership.confirm(id, 1, NOOR))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("topic.newer-version");
        assertThat(topics.newest(Newest.in(RAIL, 200, Level.ALL), NOOR))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .satisfies(row -> assertThat(row.unread()).isTrue());
        assertThatThrownBy(() -> readership.open(id, Level.ALL, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> readership.receipts(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void theSourceSeesWhoReadAndAMemberOnlyTheirOwnOrganisation() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        readership.open(id, Level.ALL, NOOR);

        assertThat(readership.receipts(id, MIKA)).extracting(Receipt::person).contains(MIKA.person(), NOOR.person());
        assertThat(readership.receipts(id, MIKA))
                .filteredOn(receipt -> receipt.person().equals(NOOR.person()))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.version()).contains(1));
        assertThat(readership.receipts(id, NOOR))
                .extracting(Receipt::organisation)
                .containsOnly(NOOR.organisation());
    }

    @Test
    void searchFindsWhatOneMayReadAndNothingElse() {
        var word = "狼煙" + Long.toString(System.nanoTime(), 36);
        var id = topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "監視の強化", "合言葉は " + word + " です", RAIL), MIKA);
        var comment = conversation.comment(id, "返事にも " + word, false, Optional.empty(), NOOR);

        assertThat(found(word, NOOR))
                .hasSize(2)
                .anyMatch(hit -> hit.comment().filter(comment::equals).isPresent());
        assertThat(found(word, OTTO)).isEmpty();
        assertThat(found(word, ED)).isEmpty();
        topics.withdraw(id, "誤り", MIKA);
        assertThat(found(word, NOOR)).isEmpty();
    }

    @Test
    void nobodyOpensForAnOrganisationTheyHaveNoSeatIn() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        readership.open(id, Level.ALL, NOOR);
        for (var forged : List.of(
                "insert into topic.view (topic, version, level, person, organisation, at) values (?, 1, 'ALL', ?, ?, now())",
                "insert into topic.reading (topic, version, person, organisation, level, first_at, last_at)"
                        + " values (?, 2, ?, ?, 'ALL', now(), now())")) {
            assertThatThrownBy(() -> as(NOOR, forged, id, NOOR.person(), MIKA.organisation()))
                    .as(forged)
                    .hasStackTraceContaining("row-level security");
            assertThatCode(() -> as(NOOR, forged, id, NOOR.person(), NOOR.organisation()))
                    .as(forged)
                    .doesNotThrowAnyException();
        }
    }

    private void as(Actor actor, String sql, Object... values) throws Exception {
        Acting.as(
                actor,
                () -> transactions.execute(
                        status -> jdbc.sql(sql).params(values).update()));
    }

    private List<SearchHit> found(String words, Actor actor) {
        var query = new SearchQuery(
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                Window.page(1, 20));
        return search.find(query, Level.ALL, actor).hits();
    }
}
