package noroshi.shared;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;

/**
 * Puts questions to the database together: while a page is made, a question that is asked for later waits until the
 * first answer is needed, and that one brings all that wait in one round trip. Each is asked once for the page.
 *
 * <p>Outside of a page every question is asked at once and by itself.
 */
@Component
public class Together {
    private final JdbcTemplate jdbc;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    Together(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer to the question that the key stands for. */
    public <T> T ask(Object key, Question<T> question) {
        return later(key, question).get();
    }

    /** The answer when it is needed; it must not depend on what the page changes in between. */
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> later(Object key, Question<T> question) {
        if (!OncePerPage.holds()) {
            var answer = (T) send(List.of(question)).getFirst();
            return () -> answer;
        }
        var page = OncePerPage.ask(Together.class, Asked::new);
        if (!page.answers.containsKey(key)) {
            page.waiting.putIfAbsent(key, question);
        }
        return () -> {
            if (!page.answers.containsKey(key)) {
                answer(page);
            }
            return (T) requireNonNull(page.answers.get(key));
        };
    }

    /** Changes something and tells what came of it; what waits is asked after it and comes along. */
    @SuppressWarnings("unchecked")
    public <T> T change(Question<T> change) {
        if (!OncePerPage.holds()) {
            return (T) send(List.of(change)).getFirst();
        }
        var page = OncePerPage.ask(Together.class, Asked::new);
        page.waiting.putFirst(change, change);
        answer(page);
        return (T) requireNonNull(page.answers.remove(change));
    }

    /** An answer that came with another one need not be asked for while the page is made; one that came stays. */
    public void known(Object key, Object answer) {
        if (OncePerPage.holds()) {
            var page = OncePerPage.ask(Together.class, Asked::new);
            page.waiting.remove(key);
            page.answers.putIfAbsent(key, answer);
        }
    }

    private void answer(Asked page) {
        var questions = new LinkedHashMap<>(page.waiting);
        page.waiting.clear();
        var answers = send(List.copyOf(questions.values())).iterator();
        questions.keySet().forEach(key -> page.answers.put(key, answers.next()));
    }

    private List<Object> send(List<? extends Question<?>> questions) {
        var texts = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        for (var question : questions) {
            var sql = parsed.computeIfAbsent(question.sql(), Parsed::of);
            texts.add(sql.text());
            values.addAll(Arrays.asList(NamedParameterUtils.buildValueArray(
                    sql.names(), new MapSqlParameterSource(question.values()), null)));
        }
        return requireNonNull(jdbc.execute(new Statements(String.join(";\n", texts)), statement -> {
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
            return read(statement, questions);
        }));
    }

    private static List<Object> read(PreparedStatement statement, List<? extends Question<?>> questions)
            throws SQLException {
        var answers = new ArrayList<Object>();
        var rows = statement.execute();
        for (var question : questions) {
            if (rows) {
                try (var found = statement.getResultSet()) {
                    answers.add(requireNonNull(question.reading().extractData(found)));
                }
            } else {
                answers.add(statement.getUpdateCount());
            }
            rows = statement.getMoreResults();
        }
        return answers;
    }

    /** A statement with its names, and with question marks instead of them. */
    private record Parsed(ParsedSql names, String text) {
        static Parsed of(String sql) {
            var names = NamedParameterUtils.parseSqlStatement(sql);
            return new Parsed(names, NamedParameterUtils.substituteNamedParameters(names, null));
        }
    }

    /** What one page has asked: what waits, and what came. */
    private static final class Asked {
        private final LinkedHashMap<Object, Question<?>> waiting = new LinkedHashMap<>();
        private final Map<Object, Object> answers = new LinkedHashMap<>();
    }

    private record Statements(String sql) implements PreparedStatementCreator, SqlProvider {
        @Override
        public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
            return connection.prepareStatement(sql);
        }

        @Override
        public String getSql() {
            return sql;
        }
    }
}
