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
    private static final String SPEC = "(select x.spec from intel.lane x where x.id = %s.lane)";
    private static final String SAME_SPEC = SPEC.formatted("o") + " = " + SPEC.formatted("e");
    private static final String NEWER = "o.version > e.version";
    private static final String OLDER = "o.version < e.version";

    private final Question question;
    private final String table;
    private final String columns;
    private final boolean several;
    private final Optional<Integer> only;
    private final List<Object> values = new ArrayList<>();

    private Branches(Question question, String table, String columns, List<Integer> shelves) {
        this.question = question;
        this.table = table;
        this.columns = columns;
        this.several = shelves.size() > 1;
        this.only = shelves.size() == 1 ? Optional.of(shelves.getFirst()) : Optional.empty();
    }

    /**
     * With each object once, wherever it stands on several shelves, if they are named; a single one is looked at by its
     * number, so that nothing has to be put in order. The wall looks after both.
     */
    static Branches of(Question question, String table, String columns, List<Integer> shelves) {
        return new Branches(question, table, columns, shelves);
    }

    private String mine() {
        only.ifPresent(values::add);
        return only.isPresent() ? "(select ?::integer as id) mine" : "mine";
    }

    /** The same object on two shelves is one: seen in its last version, and each version once. */
    private String notElsewhere() {
        if (!several) {
            return "";
        }
        var all = question.states().contains(History.BETWEEN);
        var first = !all && question.states().contains(History.FIRST);
        var last = !all && question.states().contains(History.LAST);
        var both = first && last
                ? " and not (" + elsewhere(SAME_SPEC + " and " + NEWER) + " and "
                        + elsewhere(SAME_SPEC + " and " + OLDER) + ")"
                : "";
        return " and not "
                + elsewhere("(" + behind() + SAME_SPEC + " and (o.version = e.version and o.shelf < e.shelf"
                        + (last && !first ? " or " + NEWER : "") + (first && !last ? " or " + OLDER : "") + "))")
                + both;
    }

    /** A version asked for by its time is one, in the latest version of STIX in which it is there. */
    private String onceByTime() {
        return several
                ? " and not "
                        + elsewhere("o.version = e.version and (" + behind() + SAME_SPEC + " and o.shelf < e.shelf)")
                : "";
    }

    private String behind() {
        return question.latestSpecOnly() ? SPEC.formatted("o") + " > " + SPEC.formatted("e") + " or " : "";
    }

    private String elsewhere(String condition) {
        return "exists (select from mine m join " + table + " o on o.shelf = m.id and o.stix_id = e.stix_id"
                + " where o.shelf <> e.shelf and " + condition + ")";
    }

    String sql() {
        values.clear();
        var branches = new ArrayList<String>();
        if (!question.ids().isEmpty()) {
            if (!question.states().isEmpty()) {
                branches.add(byId("e.state = any (" + states() + ")" + notByTime(), notElsewhere()));
            }
            if (!question.versions().isEmpty()) {
                branches.add(byId("e.version = any (?::bigint[])", onceByTime()));
            }
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
        values.add(times());
        return lanes + tail("e.lane = l.id and e.version = v.version", List.of(), onceByTime()) + ") e";
    }

    private Long[] times() {
        return question.versions().stream().distinct().toArray(Long[]::new);
    }

    /** What is asked for by its time is found by that alone. */
    private String notByTime() {
        return question.versions().isEmpty() ? "" : " and e.version <> all (?::bigint[])";
    }

    private String byId(String which, String once) {
        var condition = new StringBuilder("e.shelf = mine.id and e.stix_id = i.id and ").append(which);
        var more = new ArrayList<Object>();
        if (!question.versions().isEmpty()) {
            more.add(times());
        }
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
                + tail(condition.toString(), more, once) + ") e";
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
        var times = new ArrayList<>();
        if (!question.versions().isEmpty()) {
            times.add(times());
        }
        return tail(condition + notByTime(), times, notElsewhere());
    }

    /** Beyond any page there is no need for a bound. */
    private String most() {
        return question.limit() == Question.EVERYTHING ? "all" : String.valueOf(question.limit() + 1);
    }

    private String tail(String condition, List<?> more, String once) {
        values.addAll(more);
        values.add(question.after());
        return "select " + columns + " from " + table + " e where " + condition + " and e.position > ?" + once
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
