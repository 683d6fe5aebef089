package noroshi.intel.warning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The lists that come with the platform. Names and addresses for documentation are the Internet of the demo world, so
 * those two are left away there, or where an operator says so ({@code noroshi.warning.documentation}).
 */
@Component
class ShippedLists {
    private static final List<String> EXAMPLES = List.of("documentation", "documentation-addresses");
    private static final Set<UUID> OF_EXAMPLES =
            EXAMPLES.stream().map(ShippedLists::id).collect(Collectors.toUnmodifiableSet());

    private final List<Shipped> lists;

    ShippedLists(
            @Value("${noroshi.demo:false}") boolean demo,
            @Value("${noroshi.warning.documentation:true}") boolean documentation) {
        var all = Stream.of("private-addresses", "empty-files", "public-suffixes");
        this.lists = Stream.concat(all, documentation && !demo ? EXAMPLES.stream() : Stream.empty())
                .map(ShippedLists::read)
                .toList();
    }

    private record Shipped(WarningList list, ListInForce matcher) {}

    private static Shipped read(String name) {
        try (var file = ShippedLists.class.getResourceAsStream("/warninglists/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("the list " + name + " is missing");
            }
            var read = WarningFile.read(file.readAllBytes());
            var id = id(name);
            var list = new WarningList(
                    id,
                    read.name(),
                    read.version(),
                    read.description(),
                    read.kind(),
                    read.entries().size(),
                    read.leftOut(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new Shipped(
                    list, new ListInForce(id, read.name(), new Matcher(read.kind(), read.types(), read.entries())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("warning list " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the list names what exists in examples only. */
    static boolean ofExamples(UUID list) {
        return OF_EXAMPLES.contains(list);
    }

    List<WarningList> lists() {
        return lists.stream().map(Shipped::list).toList();
    }

    List<ListInForce> matchers() {
        return lists.stream().map(Shipped::matcher).toList();
    }
}
