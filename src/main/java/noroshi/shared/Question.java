package noroshi.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;

/**
 * What a store asks the database.
 *
 * @param sql one statement, with named values
 * @param reading makes the answer of the rows
 */
public record Question<T>(String sql, Map<String, ?> values, ResultSetExtractor<T> reading) {
    /** Every row. */
    public static <T> Question<List<T>> list(String sql, Map<String, ?> values, RowMapper<T> row) {
        return new Question<>(sql, values, new RowMapperResultSetExtractor<>(row));
    }

    /** The only row, if there is one. */
    public static <T> Question<Optional<T>> optional(String sql, Map<String, ?> values, RowMapper<T> row) {
        var rows = new RowMapperResultSetExtractor<>(row, 1);
        return new Question<>(
                sql, values, found -> Optional.ofNullable(DataAccessUtils.singleResult(rows.extractData(found))));
    }

    /** The only row. */
    public static <T> Question<T> single(String sql, Map<String, ?> values, RowMapper<T> row) {
        var rows = new RowMapperResultSetExtractor<>(row, 1);
        return new Question<>(sql, values, found -> DataAccessUtils.requiredSingleResult(rows.extractData(found)));
    }

    /** A number that a statement without a choice of rows answers with. */
    public static Question<Integer> count(String sql, Map<String, ?> values) {
        return single(sql, values, (row, n) -> row.getInt(1));
    }
}
