package noroshi.asset;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A list somebody brought, until they say yes or throw it away.
 *
 * @param name of the file; empty when it was pasted
 * @param table whether it has columns; else each line is one value
 */
public record Upload(
        UUID id,
        UUID person,
        UUID organisation,
        String name,
        Optional<AssetKind> kind,
        boolean table,
        String content,
        Instant at) {
    public AssetSheet sheet() {
        return table ? AssetSheet.ofTable(content, kind) : AssetSheet.ofLines(content, kind);
    }
}
