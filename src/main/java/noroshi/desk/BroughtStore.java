package noroshi.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what a form has become before. */
@Repository
class BroughtStore {
    private final JdbcClient jdbc;

    BroughtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The matter that a form has become.
     *
     * @param same with these words; also where nobody knows any more
     */
    record Before(String reference, boolean same) {}

    Optional<Before> before(NewMatter it) {
        return jdbc.sql("""
                select m.reference, b.content from desk.matter m left join desk.brought b on b.matter = m.topic
                 where m.once = :once
                """)
                .param("once", it.once())
                .query((row, n) -> {
                    var content = row.getBytes("content");
                    return new Before(row.getString("reference"), content == null || Arrays.equals(content, hash(it)));
                })
                .optional();
    }

    void insert(UUID matter, NewMatter it) {
        jdbc.sql("insert into desk.brought (matter, content) values (:matter, :content)")
                .param("matter", matter)
                .param("content", hash(it))
                .update();
    }

    private static byte[] hash(NewMatter it) {
        var all = sha256();
        add(all, it.kind().name());
        add(all, it.title());
        add(all, it.outline());
        add(all, it.damage());
        add(all, it.technical());
        add(all, "%s %s %s".formatted(it.hidden(), it.tlp(), it.help()));
        add(all, it.system().orElse(""));
        add(all, new TreeSet<>(it.recipients()).toString());
        add(all, it.behalf().toString());
        it.files().forEach(file -> {
            add(all, file.name());
            add(all, file.bytes());
        });
        return all.digest();
    }

    private static void add(MessageDigest all, Telling telling) {
        add(all, telling.body());
        add(all, String.valueOf(telling.answers().size()));
        new TreeMap<>(telling.answers()).forEach((question, answer) -> {
            add(all, question);
            add(all, answer);
        });
    }

    private static void add(MessageDigest all, String text) {
        add(all, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest all, byte[] bytes) {
        all.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        all.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
