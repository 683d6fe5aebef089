package noroshi.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills one table by COPY, row after row; complete when closed. */
final class Table implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder(CHUNK * 2);

    Table(Connection database, String name, String... columns) throws SQLException {
        this.copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + String.join(", ", columns) + ") from stdin");
    }

    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                waiting.append('\t');
            }
            value(values[i]);
        }
        waiting.append('\n');
        if (waiting.length() > CHUNK) {
            send();
        }
    }

    private void value(Object value) {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> waiting.append("\\N");
            case Optional<?> optional -> value(optional.get());
            case Collection<?> array -> escape(array(array));
            case String text -> escape(text);
            default -> waiting.append(value);
        }
    }

    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case '\\' -> waiting.append("\\\\");
                case '\t' -> waiting.append("\\t");
                case '\n' -> waiting.append("\\n");
                case '\r' -> waiting.append("\\r");
                default -> waiting.append(letter);
            }
        }
    }

    private void send() throws SQLException {
        var bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.setLength(0);
    }

    /** Left open by a failure, the connection and its transaction end with it. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            send();
            copy.endCopy();
        }
    }
}
