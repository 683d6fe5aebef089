package noroshi.database;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import noroshi.shared.Acting;
import noroshi.shared.NotFound;
import noroshi.shared.Question;
import noroshi.shared.Tlp;
import noroshi.shared.Together;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A page keeps the rights it began with to its end, and no longer; its questions travel together. */
@WholeHouse
class PageRightsTests {
    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Together together;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    TransactionInterceptor interceptor;

    @Test
    void aPageHasTheRightsOfAnyOtherWork() throws Exception {
        for (var actor : List.of(MIKA, NOOR, SORA, OTTO, ED, DANA, ADA)) {
            assertThat(Acting.as(actor, () -> page(this::principals)))
                    .isEqualTo(Acting.as(actor, () -> work(this::principals)))
                    .contains(actor.person());
        }
        assertThat(page(this::principals)).isEmpty();
    }

    @Test
    void rightsEndWithThePage() throws Exception {
        for (int everyConnection = 0; everyConnection < 25; everyConnection++) {
            Acting.as(MIKA, () -> page(this::principals));
            assertThat(Acting.as(OTTO, () -> work(this::principals))).doesNotContain(MIKA.person(), RAIL);
            assertThat(work(this::principals)).isEmpty();
        }
    }

    @Test
    void whatIsPutToARefusedReaderTogetherIsRefusedToo() throws Exception {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(Acting.as(NOOR, () -> page(() -> found(topic)))).isEqualTo(List.of(1, 1));
        assertThat(Acting.as(OTTO, () -> page(() -> found(topic)))).isEqualTo(List.of(0, 0));
    }

    @Test
    void whatWaitsIsAskedAfterAChangeAndOnlyOnce() throws Exception {
        Acting.as(
                MIKA,
                () -> page(() -> {
                    var waiting = together.later("waiting", setting("noroshi.trial"));
                    set("select set_config('noroshi.trial', 'changed', true)");
                    assertThat(waiting.get()).isEqualTo("changed");
                    set("select set_config('noroshi.trial', 'changed again', true)");
                    assertThat(waiting.get()).isEqualTo("changed");
                    assertThat(together.ask("waiting", setting("noroshi.trial")))
                            .isEqualTo("changed");
                    assertThat(together.ask("another", setting("noroshi.trial")))
                            .isEqualTo("changed again");
                    return true;
                }));
    }

    @Test
    void outsideOfAPageEveryQuestionIsAskedAnew() throws Exception {
        Acting.as(
                MIKA,
                () -> work(() -> {
                    set("select set_config('noroshi.trial', 'one', true)");
                    var early = together.later("trial", setting("noroshi.trial"));
                    set("select set_config('noroshi.trial', 'two', true)");
                    assertThat(early.get()).isEqualTo("one");
                    assertThat(together.ask("trial", setting("noroshi.trial"))).isEqualTo("two");
                    return true;
                }));
    }

    @Test
    void nobodyJoinsThePageOfSomebodyElse() throws Exception {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        Acting.as(
                MIKA,
                () -> page(() -> {
                    assertThat(topics.show(topic, MIKA).id()).isEqualTo(topic);
                    assertThatThrownBy(() -> Acting.as(OTTO, () -> topics.show(topic, OTTO)))
                            .isExactlyInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("for another reader");
                    return true;
                }));
    }

    @Test
    void whatWantsATransactionOfItsOwnGetsItWhileAPageIsMade() throws Exception {
        var along = door(new Along(jdbc));
        var apart = door(new Apart(jdbc));
        Acting.as(
                MIKA,
                () -> page(() -> {
                    var own = backend(jdbc);
                    assertThat(along.call()).isEqualTo(own);
                    assertThat(apart.call()).isNotEqualTo(own);
                    assertThat(backend(jdbc)).isEqualTo(own);
                    return true;
                }));
    }

    @Test
    void aRefusalLeavesThePageAbleToCommit() throws Exception {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var kept = Acting.as(
                NOOR,
                () -> page(() -> {
                    readership.open(topic, Level.ALL, NOOR);
                    assertThatThrownBy(() -> topics.show(UUID.randomUUID(), NOOR))
                            .isInstanceOf(NotFound.class);
                    return true;
                }));
        assertThat(kept).isTrue();
        assertThat(Acting.as(NOOR, () -> work(() -> readership.mine(topic, NOOR))))
                .isPresent();
    }

    private Callable<Integer> door(Callable<Integer> behind) {
        var door = new ProxyFactory(Callable.class, interceptor);
        door.setTarget(behind);
        @SuppressWarnings("unchecked")
        var callable = (Callable<Integer>) door.getProxy();
        return callable;
    }

    private static int backend(JdbcClient jdbc) {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private record Along(JdbcClient jdbc) implements Callable<Integer> {
        @Override
        @Transactional
        public Integer call() {
            return backend(jdbc);
        }
    }

    private record Apart(JdbcClient jdbc) implements Callable<Integer> {
        @Override
        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public Integer call() {
            return backend(jdbc);
        }
    }

    private void set(String sql) {
        boolean set = together.change(new Question<>(sql, Map.of(), nothing -> true));
        assertThat(set).isTrue();
    }

    private List<Integer> found(UUID topic) {
        var one = together.later("one", count("select count(*)::int from topic.topic where id = :id", topic));
        var other = together.later("other", count("select count(*)::int from topic.text where topic = :id", topic));
        return List.of(one.get(), other.get());
    }

    private static Question<Integer> count(String sql, UUID topic) {
        return Question.count(sql, Map.of("id", topic));
    }

    private static Question<String> setting(String name) {
        return Question.single(
                "select current_setting(:name, true)", Map.of("name", name), (row, n) -> row.getString(1));
    }

    private Set<UUID> principals() {
        return jdbc.sql("select unnest(membership.principals())")
                .query(UUID.class)
                .set();
    }

    private <T> T page(Callable<T> making) {
        var transaction = new TransactionTemplate(manager);
        transaction.setName(Acting.PAGE);
        return in(transaction, making);
    }

    private <T> T work(Callable<T> doing) {
        return in(new TransactionTemplate(manager), doing);
    }

    private static <T> T in(TransactionTemplate transaction, Callable<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
