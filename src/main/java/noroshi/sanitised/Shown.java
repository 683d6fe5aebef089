package noroshi.sanitised;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.bulletin.Copy;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reporter is shown and agrees with: the words, how far they may go, to whom, and what goes with them.
 *
 * @param files names and hashes of the enclosed files
 */
public record Shown(Copy copy, Tlp tlp, Set<UUID> audience, List<String> files) {
    public Shown {
        audience = Set.copyOf(audience);
        files = List.copyOf(files);
    }

    /** The same words, label, readers and files have the same number; others have another. */
    public String digest(JsonMapper json) {
        var readers = audience.stream().map(UUID::toString).collect(Collectors.toCollection(TreeSet::new));
        var said = String.join(
                "\0", json.writeValueAsString(copy), tlp.name(), String.join(",", readers), String.join("\n", files));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
