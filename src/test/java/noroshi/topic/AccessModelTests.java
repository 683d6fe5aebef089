package noroshi.topic;

import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random histories of people, seats, organisations, communities and topics: after each step every way of reading lets
 * everybody see exactly what the {@link AccessModel} says, and nobody anything else.
 */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // people come and go: a house of its own
class AccessModelTests {
    private static final int STEPS = 90;
    private static final Window ALL = new Window(0, 200);

    /** What opens and stands as it should, of everything; with every kind read elsewhere nothing is recorded. */
    private static final String OPENED =
            """
            select t from unnest(?) t
             cross join topic.open(t, 'ALL', true, membership.reader(), now(), 'web', '{%s}', null) o
             cross join topic.standing(t) s
             where (o.source, o.restricted, o.reasons, o.moderates, o.on_duty, o.at_centre, o.at_window)
                   is not distinct from
                   (s.source, s.restricted, s.reasons, s.moderates, s.on_duty, s.at_centre, s.at_window)
            """.formatted(Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(",")));

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Files files;

    @Autowired
    Search search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(longs = {20200724, 20200809, 20200824})
    void everyWayOfReadingFollowsTheRule(long seed) throws Exception {
        var random = new Random(seed);
        var model = new AccessModel();
        var word = "合図" + Long.toString(System.nanoTime(), 36);
        var steps = new AccessSteps(model, random, word, topics, conversation, files, jdbc);
        steps.build(3, 3, 7);
        var history = new StringBuilder();
        for (int step = 0; step < STEPS; step++) {
            history.append('\n').append(steps.take());
            for (var person : model.people.keySet()) {
                wallHolds(model, AccessSteps.actor(person, person), history);
            }
            var persons = model.people.keySet().stream().sorted().toList();
            var one = persons.get(random.nextInt(persons.size()));
            doorsHold(model, steps, AccessSteps.actor(one, one), word, history);
        }
        strangerFindsNothing(model, word);
        assertThat(model.topics).hasSizeGreaterThan(5);
        assertThat(model.topics.values()).anyMatch(topic -> topic.withdrawn);
        assertThat(model.topics.values()).anyMatch(topic -> !topic.files.isEmpty());
        assertThat(model.topics.values()).anyMatch(topic -> !topic.comments.isEmpty());
    }

    /** What the application's statements see, table by table. */
    private void wallHolds(AccessModel model, Actor actor, StringBuilder history) throws Exception {
        var all = model.topics.keySet().toArray(UUID[]::new);
        var me = actor.person();
        var told = "to " + me + " after" + history;
        Acting.as(actor, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                assertThat(ids("select id from topic.topic where id = any (?)", all))
                        .as("topics " + told)
                        .isEqualTo(model.readable(me));
                assertThat(ids("select topic from topic.text where topic = any (?)", all))
                        .as("texts " + told)
                        .isEqualTo(model.worded(me));
                assertThat(ids("select id from topic.comment where topic = any (?)", all))
                        .as("comments " + told)
                        .isEqualTo(model.comments(me));
                assertThat(ids("select id from topic.file where topic = any (?)", all))
                        .as("files " + told)
                        .isEqualTo(model.files(me));
                assertThat(ids("select t from unnest(?) t where exists (select from topic.tally(t))", all))
                        .as("tallies " + told)
                        .isEqualTo(model.readable(me));
                assertThat(ids("select id from topic.rows(?, 'PRO')", all))
                        .as("rows " + told)
                        .isEqualTo(model.readable(me));
                assertThat(ids("select id from topic.rows(?, 'PRO') where excerpt <> ''", all))
                        .as("excerpts " + told)
                        .isEqualTo(model.worded(me));
                assertThat(ids("select t from unnest(?) t, topic.standing(t) s where cardinality(s.reasons) > 0", all))
                        .as("reasons " + told)
                        .isEqualTo(model.readable(me));
                assertThat(ids(OPENED, all)).as("opened in one step " + told).isEqualTo(model.readable(me));
            });
            return true;
        });
    }

    /** What the front doors show: the page, lists, search. */
    private void doorsHold(AccessModel model, AccessSteps steps, Actor actor, String word, StringBuilder history) {
        var me = actor.person();
        var told = "to " + me + " after" + history;
        var opened = new HashSet<UUID>();
        for (var topic : model.topics.keySet()) {
            if (opens(topic, actor)) {
                opened.add(topic);
            }
        }
        assertThat(opened).as("opened " + told).isEqualTo(model.readable(me));
        assertThat(ours(model, Newest.all(200, Level.ALL), actor))
                .as("newest " + told)
                .isEqualTo(model.listed(me));
        for (var community : steps.communities()) {
            assertThat(ours(model, Newest.in(community, 200, Level.ALL), actor))
                    .as("newest of " + community + " " + told)
                    .isEqualTo(model.through(me, community));
        }
        assertThat(found(word, actor)).as("found " + told).isEqualTo(model.found(me));
    }

    /** Otto takes part: what is for everyone is for him too, and nothing else. */
    private void strangerFindsNothing(AccessModel model, String word) {
        var forEveryone = model.topics.entrySet().stream()
                .filter(topic -> topic.getValue().addressees.contains(Samples.EVERYONE))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (var topic : model.topics.keySet()) {
            assertThat(opens(topic, OTTO)).isEqualTo(forEveryone.contains(topic));
        }
        assertThat(search.find(query(word), Level.ALL, OTTO).hits())
                .allSatisfy(hit -> assertThat(forEveryone).contains(hit.topic().id()));
    }

    private boolean opens(UUID topic, Actor actor) {
        try {
            topics.show(topic, actor);
            return true;
        } catch (NotFound notTheirs) {
            return false;
        }
    }

    private Set<UUID> ours(AccessModel model, Newest filter, Actor actor) {
        return topics.newest(filter, actor).stream()
                .map(TopicRow::id)
                .filter(model.topics::containsKey)
                .collect(Collectors.toSet());
    }

    private Set<UUID> found(String word, Actor actor) {
        return search.find(query(word), Level.ALL, actor).hits().stream()
                .map(hit -> hit.comment().orElse(hit.topic().id()))
                .collect(Collectors.toSet());
    }

    private static SearchQuery query(String word) {
        return new SearchQuery(
                word,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                ALL);
    }

    private Set<UUID> ids(String sql, UUID[] all) {
        return jdbc.sql(sql).param(all).query(UUID.class).set();
    }
}
