package noroshi.intel;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON within limits. */
final class Json {
    /** The walk over the file counts depth itself, and never builds a value. */
    private static final JsonFactory WALK = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.DEPTH)
                    .maxNameLength(Limits.NAME)
                    .maxNumberLength(Limits.FILE)
                    .maxStringLength(Limits.FILE)
                    .build())
            .build();

    private static final JsonFactory STREAMED_WALK = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.DEPTH)
                    .maxNameLength(Limits.NAME)
                    .maxNumberLength(Limits.STREAMED_VALUE)
                    .maxStringLength(Limits.STREAMED_VALUE)
                    .build())
            .build();

    private static final JsonMapper TREE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2 * Limits.DEPTH)
                            .maxNameLength(Limits.NAME)
                            .maxNumberLength(Limits.NUMBER)
                            .maxStringLength(Limits.STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonParser walk(byte[] text) {
        return WALK.createParser(ObjectReadContext.empty(), text);
    }

    static JsonParser walk(InputStream text) {
        return STREAMED_WALK.createParser(ObjectReadContext.empty(), text);
    }

    /** The tree of one object; its text is known to be well-formed. */
    static JsonNode tree(Slice slice) {
        try {
            return TREE.readTree(slice.file(), slice.offset(), slice.length());
        } catch (StreamConstraintsException tooLarge) {
            throw new Broken("intel.object.value-too-large");
        } catch (NumberFormatException beyondAnyNumber) {
            throw new Broken("intel.object.number");
        } catch (JacksonException duplicate) {
            throw new Broken("intel.object.duplicate-key");
        }
    }

    static byte[] bytes(JsonNode tree) {
        return TREE.writeValueAsBytes(tree);
    }

    /** The compact text of a tree, fit for the database: a NUL character becomes the replacement character. */
    static String text(JsonNode tree) {
        var text = TREE.writeValueAsString(tree);
        if (!text.contains("\\u0000")) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var escape = text.charAt(i) == '\\';
            if (escape && text.startsWith("u0000", i + 1)) {
                clean.append("\\ufffd");
                i += 5;
            } else {
                clean.append(text.charAt(i));
                if (escape) {
                    clean.append(text.charAt(++i));
                }
            }
        }
        return clean.toString();
    }

    static String sha256(byte[] bytes, int offset, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String sha256(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return sha256(bytes, 0, bytes.length);
    }
}
