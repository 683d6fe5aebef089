package noroshi.intel;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what objects are called, and of finding them by it. */
@Repository
class NameStore {
    private final JdbcClient jdbc;
    private final SearchWords words;
    private final OtherNames others;

    NameStore(JdbcClient jdbc, SearchWords words) {
        this.jdbc = jdbc;
        this.words = words;
        this.others = new OtherNames(words);
    }

    /** The newest first; nothing for a question without a word in it. */
    List<FoundObject> find(ObjectQuestion question, int most) {
        var asked = words.query(question.exact().isPresent() ? "" : question.q());
        if (!question.q().isEmpty() && question.exact().isEmpty() && asked.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select o.id, o.stix_id, o.type, %s as name,
                       case when intel.veil_of(o.bringer) = 2 then '{}' else intel.other_names(o.json) end as others, o.tlp, f.version, o.bringer,
                       coalesce(o.json -> 'revoked' = 'true', false) as revoked, intel.veil_of(o.bringer) = 2 as nameless
                  from intel.find_objects(:asked::tsquery, :partial, :exact, :type, coalesce(:after::timestamptz, 'infinity'),
                                          coalesce(:object::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), :most) f
                  join intel.object o on o.id = f.object
                 order by f.version desc, f.object desc
                """.formatted(ObjectStore.NAME))
                .param("asked", asked.words())
                .param("partial", asked.pattern().orElse(null), Types.VARCHAR)
                .param("exact", question.exact().orElse(null), Types.VARCHAR)
                .param("type", question.type().isEmpty() ? null : question.type(), Types.VARCHAR)
                .param(
                        "after",
                        question.after()
                                .map(place -> place.version().atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "object",
                        question.after().map(ObjectQuestion.Place::object).orElse(null),
                        Types.OTHER)
                .param("most", most)
                .query((row, n) -> {
                    var nameless = row.getBoolean("nameless");
                    var name = row.getString("name");
                    return new FoundObject(
                            row.getObject("id", UUID.class),
                            row.getString("stix_id"),
                            row.getString("type"),
                            name,
                            others.telling(name, texts(row.getArray("others")), asked),
                            Tlp.valueOf(row.getString("tlp")),
                            row.getObject("version", OffsetDateTime.class).toInstant(),
                            row.getBoolean("revoked"),
                            nameless ? Optional.empty() : Optional.ofNullable(row.getObject("bringer", UUID.class)),
                            nameless);
                })
                .list();
    }

    /** What an object is called, by its name first. */
    private record Called(UUID object, String name, List<String> others) {}

    /** Writes the words of some objects that have none yet; how many. */
    int write(int most) {
        return write(waiting(most));
    }

    /** Lets the first of them be found by its id and type only. */
    int passOver() {
        return write(waiting(1).stream()
                .map(row -> new Called(row.object(), "", List.of()))
                .toList());
    }

    private List<Called> waiting(int most) {
        return jdbc.sql("select object, name, others from intel.unworded(:most)")
                .param("most", most)
                .query((row, n) -> new Called(
                        row.getObject("object", UUID.class), row.getString("name"), texts(row.getArray("others"))))
                .list();
    }

    private int write(List<Called> rows) {
        return jdbc.sql("select intel.write_words(:objects::uuid[], :vectors::text[], :plains::text[])")
                .param("objects", Column.of(rows, Called::object))
                .param("vectors", Column.of(rows, this::vector))
                .param("plains", Column.of(rows, this::plain))
                .query(Integer.class)
                .single();
    }

    /** The name weighs more only beside another text. */
    private String vector(Called row) {
        var texts = new String[row.others().size() + 2];
        Arrays.fill(texts, "");
        texts[0] = row.name();
        for (var i = 0; i < row.others().size(); i++) {
            texts[i + 1] = row.others().get(i);
        }
        return words.vector(texts);
    }

    private String plain(Called row) {
        return words.plain(row.name()) + "\n" + words.plain(row.others().toArray(String[]::new));
    }

    private static List<String> texts(Array column) throws SQLException {
        return Arrays.asList((String[]) column.getArray());
    }
}
