package noroshi.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.intel.taxii.Receipt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a provider's envelope says besides its objects, and where the objects stand in it.
 *
 * @param next as text, also where a server gives a number
 */
record RemotePage(boolean more, String next, List<Piece> pieces) {
    private static final int DEPTH = 100;
    private static final Pattern PLACE = Pattern.compile("objects\\[\\d{1,6}]");
    private static final int LONGEST_NEXT = 4_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Peer.MOST)
                    .maxNumberLength(400)
                    .build())
            .build();
    private static final JsonMapper TREES = new JsonMapper(JSON);

    RemotePage {
        pieces = List.copyOf(pieces);
    }

    /** One element of the list. */
    record Piece(int from, int to) {
        byte[] of(byte[] body) {
            return Arrays.copyOfRange(body, from, to);
        }
    }

    /** The same for pages that bring the same. */
    int content(byte[] body) {
        var content = 1;
        for (var piece : pieces) {
            content = 31 * content + Arrays.hashCode(piece.of(body));
        }
        return content;
    }

    /** The bytes of what was refused: the object of this id, not one that only names it. */
    byte[] refused(Receipt.Failure failure, byte[] body) {
        var ofId = pieces.stream()
                .filter(piece -> tree(piece.of(body)).path("id").asString("").equals(failure.id()))
                .toList();
        return ofId.stream()
                .filter(piece -> version(tree(piece.of(body))).equals(failure.version()))
                .findFirst()
                .or(() -> ofId.stream().findFirst())
                .or(() -> at(failure.id()))
                .map(piece -> piece.of(body))
                .orElse(new byte[0]);
    }

    /** What has no id that could be shown is named by its place. */
    private Optional<Piece> at(String id) {
        return PLACE.matcher(id).matches()
                ? pieces.stream()
                        .skip(Integer.parseInt(id, 8, id.length() - 1, 10))
                        .findFirst()
                : Optional.empty();
    }

    private static String version(JsonNode object) {
        return object.path("modified").asString(object.path("created").asString(""));
    }

    private static JsonNode tree(byte[] object) {
        try {
            return TREES.readTree(object);
        } catch (JacksonException malformed) {
            return MissingNode.getInstance();
        }
    }

    static RemotePage read(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Fault("not-envelope");
            }
            return read(parser);
        } catch (JacksonException malformed) {
            throw new Fault("not-envelope");
        }
    }

    private static RemotePage read(JsonParser parser) {
        var more = false;
        var next = "";
        List<Piece> pieces = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("more")) {
                more = token == JsonToken.VALUE_TRUE || "true".equalsIgnoreCase(parser.getString());
            } else if (name.equals("next") && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                next = parser.getString();
            } else if (name.equals("objects")) {
                if (token != JsonToken.START_ARRAY) {
                    throw new Fault("not-envelope");
                }
                pieces = pieces(parser);
            }
            parser.skipChildren();
        }
        if (next.length() > LONGEST_NEXT) {
            throw new Fault("next");
        }
        return new RemotePage(more, next, pieces);
    }

    private static List<Piece> pieces(JsonParser parser) {
        var pieces = new ArrayList<Piece>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            pieces.add(new Piece(from, (int) parser.currentLocation().getByteOffset()));
        }
        return pieces;
    }
}
