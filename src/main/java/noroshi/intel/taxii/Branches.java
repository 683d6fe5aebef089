package noroshi.intel.taxii;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL of a question: one scan for each way in, together limited to one row more than the page. Places in the history
 * and the limit are part of the text, so that the plan of a kind of question is made once and known to be good.
 */
final class Branches {
    private final Question question;
    private final String columns;
    private final String notElsewhere;
    private final Optional<Integer> only;
    private final List<Object> values = new ArrayList<>();

    private Branches(Question question, String columns, List<Integer> shelves) {
        this.question = question;
        this.columns = columns;
        this.notElsewhere = shelves.size() > 1 ? notElsewhere(question) : "";
        this.only = shelves.size() == 1 ? Optional.of(shelves.getFirst()) : Optional.empty();
    }

    /**
     * With each object once, wherever it stands on several shelves, if they are named; a single one is looked at by its
     * number, so that nothing has to be put in order. The wall looks after both.
     */
    static Branches of(Question question, String columns, List<Integer> shelves) {
        return new Branches(question, columns, shelves);
    }

    private String mine() {
        only.ifPresent(values::add);
        return only.isPresent() ? "(select ?::integer as id) mine" : "mine";
    }

    /** The same object on two shelves is one: seen in its last version, and each version once. */
    private static String notElsewhere(Question question) {
        var newer =
                question.states().equals(Question.LAST) && question.versions().isEmpty()
                        ? "o.version > e.version or "
                        : "";
        var older =
                question.states().equals(Question.FIRST) && question.versions().isEmpty()
                        ? "o.version < e.version or "
                        : "";
        return " and not exists (select from mine m join intel.entry o on o.shelf = m.id and o.stix_id = e.stix_id"
                + " where o.shelf <> e.shelf and (" + newer + older + "(o.version = e.version and o.shelf < e.shelf)))";
    }

    String sql() {
        values.clear();
        var branches = new ArrayList<String>();
        if (!question.ids().isEmpty()) {
            branches.add(byId());
        } else {
            if (!question.states().isEmpty()) {
                branches.add(question.narrow() ? byLane() : byShelf());
            }
            if (!question.versions().isEmpty()) {
                branches.add(byVersion());
            }
        }
        return "select * from (" + String.join(" union all ", branches) + ") b order by position limit " + most();
    }

    private String byShelf() {
        return "select e.* from " + mine() + " cross join lateral (" + eachState("e.shelf = mine.id");
    }

    private String byLane() {
        return "select e.* from (" + lanes() + ") l cross join lateral (" + eachState("e.lane = l.id");
    }

    /** Scans that are merged without being sorted. */
    private String eachState(String condition) {
        return question.states().stream()
                        .sorted()
                        .map(state -> '(' + scan(condition + " and e.state = " + state) + ')')
                        .collect(Collectors.joining(" union all "))
                + " order by position limit " + most() + ") e";
    }

    private String byVersion() {
        var lanes =
                "select e.* from (" + lanes() + ") l cross join unnest(?::bigint[]) v(version) cross join lateral (";
        values.add(question.versions().toArray(Long[]::new));
        return lanes + scan("e.lane = l.id and e.version = v.version and e.state <> all (" + states() + ")") + ") e";
    }

    private String byId() {
        var condition = new StringBuilder("e.shelf = mine.id and e.stix_id = i.id");
        var more = new ArrayList<Object>();
        condition.append(" and (e.state = any (").append(states()).append(") or e.version = any (?::bigint[]))");
        more.add(question.versions().toArray(Long[]::new));
        if (question.narrow()) {
            condition.append(" and e.lane in (").append(laneIds()).append(')');
            only.ifPresent(more::add);
            if (!question.types().isEmpty()) {
                more.add(question.types().toArray(String[]::new));
            }
            if (!question.specs().isEmpty()) {
                more.add(question.specs().toArray(String[]::new));
            }
        }
        var from = mine();
        values.add(question.ids().toArray(String[]::new));
        return "select e.* from " + from
                + " cross join (select distinct x as id from unnest(?::text[]) x) i cross join lateral ("
                + tail(condition.toString(), more) + ") e";
    }

    private String states() {
        return question.states().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "'{", "}'::smallint[]"));
    }

    private String lanes() {
        only.ifPresent(values::add);
        if (!question.types().isEmpty()) {
            values.add(question.types().toArray(String[]::new));
        }
        if (!question.specs().isEmpty()) {
            values.add(question.specs().toArray(String[]::new));
        }
        return laneIds();
    }

    private String laneIds() {
        return "select k.id from intel.lane k join "
                + (only.isPresent() ? "(select ?::integer as id) mine" : "mine")
                + " on mine.id = k.shelf where true"
                + (question.types().isEmpty() ? "" : " and k.type = any (?::text[])")
                + (question.specs().isEmpty() ? "" : " and k.spec = any (?::text[])");
    }

    private String scan(String condition) {
        return tail(condition, List.of());
    }

    /** Beyond any page there is no need for a bound. */
    private String most() {
        return question.limit() == Question.EVERYTHING ? "all" : String.valueOf(question.limit() + 1);
    }

    private String tail(String condition, List<Object> more) {
        values.addAll(more);
        values.add(question.after());
        return "select " + columns + " from intel.entry e where " + condition + " and e.position > ?" + notElsewhere
                + " order by e.position limit " + most();
    }

    void bind(PreparedStatement statement, int from) throws SQLException {
        var at = from;
        for (var value : values) {
            switch (value) {
                case Integer number -> statement.setInt(at++, number);
                case Long number -> statement.setLong(at++, number);
                case Long[] numbers ->
                    statement.setArray(at++, statement.getConnection().createArrayOf("int8", numbers));
                case String[] texts ->
                    statement.setArray(at++, statement.getConnection().createArrayOf("text", texts));
                default -> throw new IllegalStateException("no such value: " + value);
            }
        }
    }
}
