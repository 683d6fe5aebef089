package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A beginning is looked for by the words that begin so: the same is found, and nobody learns which words there are. */
@WholeHouse
class SpellingOutTests {
    private static final String SPELLED = "select topic.spelled_out(:asked::tsquery)::text";
    private static final String FOUND = "select document from topic.words where words @@ ";

    @Autowired
    Topics topics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Environment environment;

    private SingleConnectionDataSource connection;
    private JdbcClient owner;

    @BeforeEach
    void enterAsTheOwner() throws Exception {
        connection = new SingleConnectionDataSource(
                DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password")),
                true);
        owner = JdbcClient.create(connection);
    }

    @AfterEach
    void leave() {
        connection.destroy();
    }

    @Test
    void aBeginningBecomesTheWordsThatBeginSo() {
        post("zzprefa zzprefb zzother");
        assertThat(spelled("'zzpref':*")).isEqualTo("'zzprefa' | 'zzprefb'");
        assertThat(spelled("'zzother' <-> 'zzpref':*")).isEqualTo("'zzother' <-> ( 'zzprefa' | 'zzprefb' )");
        assertThat(spelled("'zzpref':* & !'zzpref'")).isEqualTo("( 'zzprefa' | 'zzprefb' ) & !'zzpref'");
        assertThat(spelled("'zzprefa'")).as("in quotes: exactly so").isEqualTo("'zzprefa'");
        assertThat(spelled("'zznobody':*")).as("there is none").isEqualTo("'zznobody':*");
    }

    @Test
    void whatCannotBeSpelledOutIsAskedAsItWas() {
        var many = new StringBuilder();
        for (int n = 0; n < 70; n++) {
            many.append("zzmany")
                    .append((char) ('a' + n / 26))
                    .append((char) ('a' + n % 26))
                    .append(' ');
        }
        post(many.toString());
        assertThat(spelled("'zzmany':*")).isEqualTo("'zzmany':*");
        assertThat(spelled("'don''t':*")).isEqualTo("'don''t':*");
        assertThat(spelled("'a\\\\b':*")).isEqualTo("'a\\\\b':*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ランサム':*",
                "'攻撃':*",
                "'監視':*",
                "'cve':*",
                "'標的' <-> '型':*",
                "'サーバ':* & !'訓練'",
                "('a':* | 'b':*) & 'の'"
            })
    void theSameIsFound(String asked) {
        post("ランサムウェア 攻撃者 監視カメラ cve-2026-12345 標的型 サーバ障害 の alpha beta");
        var as = owner.sql(FOUND + ":asked::tsquery")
                .param("asked", asked)
                .query(UUID.class)
                .set();
        var spelled = owner.sql(FOUND + "topic.spelled_out(:asked::tsquery)")
                .param("asked", asked)
                .query(UUID.class)
                .set();
        assertThat(spelled).isEqualTo(as);
    }

    @Test
    void whatIsWrittenAnewIsFoundByItsBeginning() {
        var id = post("zzbefore");
        assertThat(found("'zzaft':*", NOOR)).isEmpty();
        rewrite(id, "zzafterwards");
        assertThat(found("'zzaft':*", NOOR)).containsExactly(id);
        assertThat(found("'zzaft':*", OTTO)).isEmpty();
    }

    @Test
    void theVocabularyHoldsEveryWordOfEveryText() {
        post("zzanotherword");
        assertThat(owner.sql("""
                select s.word from ts_stat('select words from topic.words') s
                 where not exists (select from topic.vocabulary v where v.word = s.word)
                """).query(String.class).list()).isEmpty();
    }

    @Test
    void nobodyLearnsWhichWordsThereAre() {
        for (var reading : List.of("select word from topic.vocabulary", "select topic.spelled_out('a:*')::text")) {
            assertThatThrownBy(() -> Acting.as(
                            OTTO,
                            () -> transactions.executeWithoutResult(
                                    _ -> jdbc.sql(reading).query(String.class).list())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private UUID post(String body) {
        return topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "語彙", body, RAIL), MIKA);
    }

    private void rewrite(UUID id, String words) {
        owner.sql("update topic.words set words = to_tsvector('simple', :words) where document = :id")
                .param("words", words)
                .param("id", id)
                .update();
    }

    private String spelled(String asked) {
        return owner.sql(SPELLED).param("asked", asked).query(String.class).single();
    }

    private List<UUID> found(String asked, Actor actor) {
        var found = new ArrayList<UUID>();
        Acting.as(
                actor,
                () -> transactions.executeWithoutResult(_ -> found.addAll(
                        jdbc.sql("""
                select document from topic.search(:asked::tsquery, null, null, null, null, null, null, 'date', 0, 21)
                """).param("asked", asked).query(UUID.class).list())));
        return found;
    }
}
